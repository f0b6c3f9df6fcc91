/// Lines of equal value of a function known on a grid.
public struct Contour: Sendable, Hashable {
  /// The horizontal positions of the grid's columns.
  public var x: [Double]
  /// The vertical positions of the grid's rows.
  public var y: [Double]
  /// The values, row by row; the first row stands at the first entry of `y`.
  public var values: [Double]
  /// The values whose lines are drawn; nil chooses round ones.
  public var levels: [Double]?
  /// What the values measure.
  public var label: String?
  /// Whether the lines carry their values.
  public var labelsLevels: Bool

  /// Makes a contour plot.
  public init(
    x: [Double], y: [Double], values: [Double], levels: [Double]? = nil, label: String? = nil,
    labelsLevels: Bool = true
  ) {
    self.x = x
    self.y = y
    self.values = values
    self.levels = levels
    self.label = label
    self.labelsLevels = labelsLevels
  }
}
