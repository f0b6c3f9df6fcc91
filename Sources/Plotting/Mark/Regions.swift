/// What a classifier says over a plane: where each class is probable, in its colour, and the more so the stronger.
///
/// Around every grid point the probabilities of all classes add to 1. Where one of them is no finite number, the
/// cells about the point stay empty.
public struct Regions: Sendable, Hashable {
  /// The horizontal positions of the grid's columns.
  public var x: [Double]
  /// The vertical positions of the grid's rows.
  public var y: [Double]
  /// For each class its probabilities, row by row; the first row stands at the first entry of `y`.
  public var probabilities: [[Double]]
  /// The names of the classes, in the legend; a class and other marks of the same name share their colour.
  public var labels: [String]
  /// The colours of the classes; nil takes the next ones.
  public var colors: [ColorRole]?
  /// The probabilities from which on a class is painted a shade stronger.
  public var levels: [Double]

  /// Probabilities that tell apart what is likely, what is probable and what is nearly certain.
  public static let usualLevels = [0.4, 0.6, 0.8, 0.95]

  /// Makes the regions of classes.
  public init(
    x: [Double], y: [Double], probabilities: [[Double]], labels: [String], colors: [ColorRole]? = nil,
    levels: [Double] = Regions.usualLevels
  ) {
    self.x = x
    self.y = y
    self.probabilities = probabilities
    self.labels = labels
    self.colors = colors
    self.levels = levels
  }

  /// The levels to draw, from the lowest on.
  var drawnLevels: [Double] { Array(Set(levels.filter(\.isFinite))).sorted() }
}
