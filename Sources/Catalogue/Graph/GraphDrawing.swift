import Engine
import Expressions
import GraphLayout
import Plotting

/// The drawing of a computational graph: its words, its places, its frames.
struct GraphDrawing {
  let graph: ComputationalGraph
  /// Where the layers follow each other to; nil for what fits the page better.
  var direction: LayeredGraph.Direction?
  var hasFrames = true

  /// Beyond this many boxes nobody steps through a picture.
  static let mostNodesWithFrames = 60
  /// The width of a page's column, in CSS pixels.
  private static let columnWidth = 620.0
  /// With more arrows than this, the names of what is derived would hide the drawing.
  private static let mostNamedArrows = 12

  func figure(in context: Context) throws -> Figure {
    let hasSteps = graph.nodes.contains { $0.kind == .operation }
    let isStepped = hasFrames && hasSteps && graph.nodes.count <= Self.mostNodesWithFrames
    do {
      let diagram = try GraphDiagram(
        nodes: graph.nodes.indices.map(node), arrows: graph.edges.map(arrow), output: graph.output,
        hasFrames: isStepped)
      let placement = try placement(of: diagram, width: context.figureWidth ?? Self.columnWidth)
      return Figure(
        svg: try diagram.svg(identifier: context.identifier, placement: placement),
        description: diagram.description,
        frames: isStepped ? try FrameSequence(captions: diagram.captions) : nil, data: data.kept)
    } catch let error as ChartError {
      throw LessonError.experiment(error.description)
    } catch let error as GraphLayoutError {
      throw LessonError.experiment("the graph cannot be drawn: \(error)")
    }
  }

  /// The boxes with their values and derivatives, to 12 digits.
  private var data: DataSheet {
    var sheet = DataSheet(
      headings: ["kind", "name", "formula", "value", "d \(printed(graph.nodes[graph.output].name))"])
    sheet.add([
      .texts(graph.nodes.map { "\(kind(of: $0))" }), .texts(graph.nodes.map { printed($0.name) }),
      .texts(graph.nodes.map { printed($0.formula) }), .texts(graph.nodes.map { exactText($0.value) }),
      .texts(graph.nodes.map { $0.derivative.map(exactText) ?? "" }),
    ])
    return sheet
  }

  // MARK: Words

  /// Of many boxes each must be narrow.
  private var isCrowded: Bool { graph.nodes.count > 20 }
  private var digits: Int { isCrowded ? 3 : 4 }

  private func node(_ place: Int) -> GraphDiagram.Node {
    let node = graph.nodes[place]
    let name = printed(node.name)
    let (formula, value) = (printed(node.formula), shortText(node.value, digits: digits))
    // What is its own value need not be written twice.
    let isPlain = node.formula == node.name || (node.kind == .constant && formula == value)
    return GraphDiagram.Node(
      name: name, kind: kind(of: node), formula: isPlain ? name : "\(name) = \(formula)", value: value,
      derivative: node.derivative.map { shortText($0, digits: digits) },
      derivation: derivation(of: place))
  }

  private func kind(of node: ComputationalGraph.Node) -> GraphDiagram.Node.Kind {
    switch node.kind {
    case .input: .input
    case .constant: .constant
    case .operation: .operation
    }
  }

  private func arrow(_ edge: ComputationalGraph.Edge) -> GraphDiagram.Arrow {
    guard let derivative = edge.derivative else { return GraphDiagram.Arrow(from: edge.from, to: edge.to) }
    let text = shortDerivative(derivative, digits: digits)
    guard graph.edges.count <= Self.mostNamedArrows else {
      return GraphDiagram.Arrow(from: edge.from, to: edge.to, label: text)
    }
    let (of, by) = (printed(graph.nodes[edge.to].name), printed(graph.nodes[edge.from].name))
    return GraphDiagram.Arrow(from: edge.from, to: edge.to, label: "∂\(of)/∂\(by) = \(text)")
  }

  /// The products that add up to a derivative, where all are numbers: `4 · 2 + 1 · 3`.
  private func derivation(of place: Int) -> String? {
    var products: [String] = []
    for edge in graph.edges where edge.from == place {
      guard let outer = graph.nodes[edge.to].derivative, let inner = edge.derivative else { continue }
      guard case .number(let first) = outer, case .number(let second) = inner else { return nil }
      products.append("\(factor(first)) · \(factor(second))")
    }
    return products.isEmpty || products.count > 4 ? nil : products.joined(separator: " + ")
  }

  private func factor(_ number: Double) -> String {
    number < 0 ? "(\(NumberText.short(number, digits: digits)))" : NumberText.short(number, digits: digits)
  }

  // MARK: Places

  private func placement(of diagram: GraphDiagram, width: Double) throws -> DiagramPlacement {
    if let direction { return try placement(of: diagram, direction) }
    let across = try placement(of: diagram, .right)
    guard across.width > width else { return across }
    let down = try placement(of: diagram, .down)
    return down.width < across.width ? down : across
  }

  private func placement(
    of diagram: GraphDiagram, _ direction: LayeredGraph.Direction
  ) throws -> DiagramPlacement {
    let labels = diagram.labelSizes.map { $0.map { LayeredGraph.Size(width: $0.width, height: $0.height) } }
    let layered = LayeredGraph(
      boxes: diagram.boxSizes.map { LayeredGraph.Size(width: $0.width, height: $0.height) },
      arrows: zip(diagram.arrows, labels).map { LayeredGraph.Arrow(from: $0.from, to: $0.to, label: $1) },
      direction: direction, boxGap: isCrowded ? 10 : 16, layerGap: direction == .right ? 26 : 30)
    let found = try layered.arranged()
    return DiagramPlacement(
      width: found.size.width, height: found.size.height, centers: found.centers.map { ($0.x, $0.y) },
      routes: found.routes.map { route in
        DiagramPlacement.Route(
          curve: route.curve.map { ($0.x, $0.y) }, tip: route.tip.map { ($0.x, $0.y) },
          label: route.label.map { ($0.x, $0.y) })
      })
  }
}
