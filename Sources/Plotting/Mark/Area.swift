/// A band between two curves, such as an interval of confidence around a line.
public struct Area: Sendable, Hashable {
  /// The horizontal positions.
  public var x: [Double]
  /// The lower curve.
  public var lower: [Double]
  /// The upper curve.
  public var upper: [Double]
  /// The name of the series; an area and a line of the same name share their colour.
  public var label: String?
  /// The colour; nil takes the next one.
  public var color: ColorRole?

  /// How much of what is behind an area its colour covers.
  static let opacity = 0.2
  /// How wide the lines at its edges are.
  static let edgeWidth = 0.75

  /// Makes an area.
  public init(
    x: [Double], lower: [Double], upper: [Double], label: String? = nil, color: ColorRole? = nil
  ) {
    self.x = x
    self.lower = lower
    self.upper = upper
    self.label = label
    self.color = color
  }
}
