/// Boxes and arrows of known sizes, to be arranged in layers so that arrows are short and seldom cross.
public struct LayeredGraph: Sendable, Hashable {
  /// A width and a height.
  public struct Size: Sendable, Hashable {
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double

    /// Makes a size.
    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  /// An arrow between two boxes.
  public struct Arrow: Sendable, Hashable {
    /// The box it leaves, by its place.
    public var from: Int
    /// The box it enters, by its place.
    public var to: Int
    /// The room that its words need; nil where it has none.
    public var label: Size?

    /// Makes an arrow.
    public init(from: Int, to: Int, label: Size? = nil) {
      self.from = from
      self.to = to
      self.label = label
    }
  }

  /// Where the layers follow each other to.
  public enum Direction: String, Sendable, Hashable {
    case right = "LR"
    case down = "TB"
  }

  /// The boxes.
  public var boxes: [Size]
  /// The arrows.
  public var arrows: [Arrow]
  /// Where the layers follow each other to.
  public var direction: Direction
  /// The least room between neighbours in a layer.
  public var boxGap: Double
  /// The least room between layers.
  public var layerGap: Double

  /// Makes a graph.
  public init(
    boxes: [Size], arrows: [Arrow], direction: Direction = .right, boxGap: Double = 16,
    layerGap: Double = 32
  ) {
    self.boxes = boxes
    self.arrows = arrows
    self.direction = direction
    self.boxGap = boxGap
    self.layerGap = layerGap
  }

  /// No graph has more boxes.
  public static let mostBoxes = 400
  /// No graph has more arrows, whose layout takes the longest.
  public static let mostArrows = 800
  /// No length is larger.
  public static let longest = 10_000.0
}

/// A place, from the top left corner of the whole.
public struct LayoutPoint: Sendable, Hashable {
  /// How far to the right.
  public var x: Double
  /// How far down.
  public var y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The places of a graph's boxes and arrows, in the units of their sizes, rounded to tenths.
public struct GraphArrangement: Sendable, Hashable {
  /// The way of an arrow.
  public struct Route: Sendable, Hashable {
    /// A first point, and then three for each cubic curve: two controls and an end.
    public var curve: [LayoutPoint]
    /// Where the arrow's head ends, which begins at the end of the curve.
    public var tip: LayoutPoint?
    /// The middle of its words.
    public var label: LayoutPoint?
  }

  /// The size of the whole.
  public var size: LayeredGraph.Size
  /// The middle of each box.
  public var centers: [LayoutPoint]
  /// The ways of the arrows, from box to box.
  public var routes: [Route]
}

/// Why a graph cannot be arranged, in one line.
public struct GraphLayoutError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
