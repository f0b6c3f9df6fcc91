/// A computation as boxes with arrows between them: each value forwards, and each derivative backwards.
///
/// The diagram knows how large its boxes and words are, and draws them where a placement says.
public struct GraphDiagram: Sendable, Hashable {
  /// A box.
  public struct Node: Sendable, Hashable {
    /// What a box stands for.
    public enum Kind: Sendable, Hashable {
      case input, constant, operation
    }

    /// The name that the words of the description know it by.
    public var name: String
    /// What it stands for.
    public var kind: Kind
    /// How it is computed, as it stands in the box.
    public var formula: String
    /// What it comes to.
    public var value: String
    /// The derivative of the output by it; nil where it has none.
    public var derivative: String?
    /// How that derivative came about, such as `4 · 2`; nil where there is nothing to say.
    public var derivation: String?

    /// Makes a box.
    public init(
      name: String, kind: Kind, formula: String, value: String, derivative: String? = nil,
      derivation: String? = nil
    ) {
      self.name = PlainText.clean(name)
      self.kind = kind
      self.formula = PlainText.clean(formula)
      self.value = PlainText.clean(value)
      self.derivative = derivative.map(PlainText.clean)
      self.derivation = derivation.map(PlainText.clean)
    }
  }

  /// An arrow from an operand to the operation that uses it.
  public struct Arrow: Sendable, Hashable {
    /// The operand, by its place among the nodes.
    public var from: Int
    /// The operation, by its place among the nodes.
    public var to: Int
    /// The words beside it; empty for none.
    public var label: String

    /// Makes an arrow.
    public init(from: Int, to: Int, label: String = "") {
      self.from = from
      self.to = to
      self.label = PlainText.clean(label)
    }
  }

  /// The boxes, each after its operands.
  public let nodes: [Node]
  /// The arrows.
  public let arrows: [Arrow]
  /// The box whose derivatives are shown, by its place.
  public let output: Int
  /// Whether the picture can be stepped through.
  public let hasFrames: Bool

  /// The most boxes that one picture holds.
  public static let mostNodes = 200

  /// Makes a diagram.
  ///
  /// - Throws: what is too much for a picture; an arrow or an output that leads to no box.
  public init(nodes: [Node], arrows: [Arrow], output: Int, hasFrames: Bool = false) throws(ChartError) {
    guard nodes.count <= Self.mostNodes else {
      throw .tooMany(what: "boxes", count: nodes.count, limit: Self.mostNodes)
    }
    let places = arrows.flatMap { [$0.from, $0.to] } + [output]
    guard places.allSatisfy(nodes.indices.contains) else {
      throw .mismatchedLengths(series: "the diagram", lengths: "an arrow or an output that leads to no box")
    }
    self.nodes = nodes
    self.arrows = arrows
    self.output = output
    self.hasFrames = hasFrames
  }

  /// The diagram as one inline SVG, right on light and dark pages.
  public func svg(identifier: String, placement: DiagramPlacement) throws(ChartError) -> String {
    guard Chart.isUsable(identifier) else { throw .unusableIdentifier(PlainText.clean(identifier)) }
    var writer = SVGWriter(try scene(placement), identifier: identifier)
    return writer.write(title: summary, description: description)
  }

  /// The places of everything in the picture.
  package func scene(_ placement: DiagramPlacement) throws(ChartError) -> Scene {
    guard placement.centers.count == nodes.count, placement.routes.count == arrows.count else {
      throw .mismatchedLengths(series: "the placement", lengths: "another number of places than the diagram")
    }
    return GraphPainter(self, placement).scene()
  }
}

/// Where the boxes and arrows of a diagram stand, in CSS pixels from its top left corner.
public struct DiagramPlacement: Sendable, Hashable {
  /// The way of an arrow.
  public struct Route: Sendable, Hashable {
    /// A first place, and then three for each cubic curve: two controls and an end.
    let curve: [Point]
    /// Where the arrow's head ends.
    let tip: Point?
    /// The middle of its words.
    let label: Point?

    /// Makes a way along cubic curves: a first place, then two controls and an end for each.
    public init(
      curve: [(x: Double, y: Double)], tip: (x: Double, y: Double)?, label: (x: Double, y: Double)?
    ) {
      self.curve = curve.map { Point($0.x, $0.y) }
      self.tip = tip.map { Point($0.x, $0.y) }
      self.label = label.map { Point($0.x, $0.y) }
    }
  }

  /// How wide the whole is.
  public let width: Double
  /// How high the whole is.
  public let height: Double
  let centers: [Point]
  let routes: [Route]

  /// Makes a placement from the middles of the boxes and the ways of the arrows.
  public init(width: Double, height: Double, centers: [(x: Double, y: Double)], routes: [Route]) {
    self.width = width
    self.height = height
    self.centers = centers.map { Point($0.x, $0.y) }
    self.routes = routes
  }
}
