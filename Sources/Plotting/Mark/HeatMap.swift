/// A grid of cells coloured by their values, with a colour bar; a cell that is not finite stays empty.
public struct HeatMap: Sendable, Hashable {
  /// How values become colours.
  public enum Colors: Sendable, Hashable {
    /// From dark to bright.
    case sequential
    /// From one hue through a pale middle at 0 to another.
    case diverging
  }

  /// The columns: names, their centres, or their edges (one more than columns).
  public var x: Positions
  /// The rows: names from the top, or centres or edges.
  public var y: Positions
  /// The values, row by row; the first row stands at the first position of `y`.
  public var values: [Double]
  /// What the colours measure, above the colour bar.
  public var label: String?
  /// How values become colours.
  public var colors: Colors
  /// The values from end to end of the colours; nil fits the data.
  public var range: ClosedRange<Double>?
  /// Whether the values are written in the cells where they fit.
  public var showsValues: Bool

  /// Makes a heat map.
  public init(
    x: Positions, y: Positions, values: [Double], label: String? = nil, colors: Colors = .sequential,
    range: ClosedRange<Double>? = nil, showsValues: Bool = false
  ) {
    self.x = x
    self.y = y
    self.values = values
    self.label = label
    self.colors = colors
    self.range = range
    self.showsValues = showsValues
  }
}
