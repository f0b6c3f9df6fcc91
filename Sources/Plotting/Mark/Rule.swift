/// A line across the panel at one value of an axis.
public struct Rule: Sendable, Hashable {
  /// The axis whose value the rule marks.
  public enum Place: Sendable, Hashable {
    /// A vertical line at a value of the horizontal axis.
    case x(Double)
    /// A horizontal line at a value of the vertical axis.
    case y(Double)
  }

  /// Where the rule is.
  public var place: Place
  /// What it marks, written beside it.
  public var label: String?
  /// The colour.
  public var color: ColorRole
  /// How the line is interrupted.
  public var dash: Line.Dash

  /// Makes a vertical rule.
  public init(x: Double, label: String? = nil, color: ColorRole = .ink, dash: Line.Dash = .dashed) {
    self.init(.x(x), label: label, color: color, dash: dash)
  }

  /// Makes a horizontal rule.
  public init(y: Double, label: String? = nil, color: ColorRole = .ink, dash: Line.Dash = .dashed) {
    self.init(.y(y), label: label, color: color, dash: dash)
  }

  private init(_ place: Place, label: String?, color: ColorRole, dash: Line.Dash) {
    self.place = place
    self.label = label
    self.color = color
    self.dash = dash
  }
}
