/// Single points, each a small shape; a point that is not finite is left out.
public struct Points: Sendable, Hashable {
  /// The outline of a point.
  public enum Shape: Sendable, Hashable, CaseIterable {
    /// A disc.
    case circle
    /// A square.
    case square
    /// A triangle that stands on its side.
    case triangle
    /// A square that stands on its corner.
    case diamond
    /// Two crossing strokes.
    case cross
  }

  /// The horizontal positions.
  public var x: [Double]
  /// The vertical positions.
  public var y: [Double]
  /// The name of the series, in the legend.
  public var label: String?
  /// The colour; nil takes the next one.
  public var color: ColorRole?
  /// The outline; nil takes the next one.
  public var shape: Shape?
  /// Half the width of a point in CSS pixels; nil chooses by their number.
  public var radius: Double?

  /// Makes points.
  public init(
    x: [Double], y: [Double], label: String? = nil, color: ColorRole? = nil, shape: Shape? = nil,
    radius: Double? = nil
  ) {
    self.x = x
    self.y = y
    self.label = label
    self.color = color
    self.shape = shape
    self.radius = radius
  }
}
