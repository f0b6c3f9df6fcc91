/// Bars from zero, at names or at numbers; several `Bars` in one panel stand side by side.
public struct Bars: Sendable, Hashable {
  /// Which way the bars grow.
  public enum Orientation: Sendable, Hashable {
    /// Upwards, from the horizontal axis.
    case vertical
    /// Sideways, from the vertical axis.
    case horizontal
  }

  /// What is written at the end of every bar.
  public enum ValueLabels: Sendable, Hashable {
    /// The values with three digits, where there is room for all of them.
    case automatic
    /// Nothing.
    case hidden
    /// These texts, one a bar.
    case texts([String])
  }

  /// Where the bars stand.
  public var positions: Positions
  /// How far they reach.
  public var values: [Double]
  /// The name of the series, in the legend.
  public var label: String?
  /// Which way they grow.
  public var orientation: Orientation
  /// What is written at their ends.
  public var valueLabels: ValueLabels
  /// The bar that stands out, counted from 0; the others step back.
  public var highlighted: Int?
  /// The colour; nil takes the next one.
  public var color: ColorRole?
  /// A colour for each bar; nil gives all the same.
  public var colors: [ColorRole]?

  /// Makes bars at names.
  public init(
    _ categories: [String], values: [Double], label: String? = nil, orientation: Orientation = .vertical,
    valueLabels: ValueLabels = .automatic, highlighted: Int? = nil, color: ColorRole? = nil,
    colors: [ColorRole]? = nil
  ) {
    self.init(
      at: .categories(categories), values: values, label: label, orientation: orientation,
      valueLabels: valueLabels, highlighted: highlighted, color: color, colors: colors)
  }

  /// Makes bars at names or numbers.
  public init(
    at positions: Positions, values: [Double], label: String? = nil, orientation: Orientation = .vertical,
    valueLabels: ValueLabels = .automatic, highlighted: Int? = nil, color: ColorRole? = nil,
    colors: [ColorRole]? = nil
  ) {
    self.positions = positions
    self.values = values
    self.label = label
    self.orientation = orientation
    self.valueLabels = valueLabels
    self.highlighted = highlighted
    self.color = color
    self.colors = colors
  }
}
