/// What an axis means and how its values are laid out.
public struct Axis: Sendable, Hashable {
  /// How values become places along an axis.
  public enum ScaleKind: String, Sendable, Hashable, CaseIterable {
    /// Equal differences are equally far apart.
    case linear
    /// Equal ratios are equally far apart; values must be above 0.
    case logarithmic
    /// Names, one band each; numbers on it count the names from 1.
    case category
    /// Whole numbers such as time-steps or epochs; ticks never fall between them.
    case steps
  }

  /// The quantity, in words.
  public var label: String?
  /// Its unit, shown in parentheses after the label.
  public var unit: String?
  /// How values become places; names in the marks make an axis a category axis by themselves.
  public var scale: ScaleKind
  /// The values from end to end; nil fits the data.
  public var range: ClosedRange<Double>?
  /// Whether the range starts or ends at 0 when all values lie on one side of it.
  public var includesZero: Bool
  /// Whether grid lines are drawn; nil chooses by the marks.
  public var showsGrid: Bool?
  /// Whether numbers are written along the axis; not where panels of different units share it.
  public var showsTicks: Bool

  /// Makes an axis.
  public init(
    _ label: String? = nil, unit: String? = nil, scale: ScaleKind = .linear,
    range: ClosedRange<Double>? = nil, includesZero: Bool = false, showsGrid: Bool? = nil,
    showsTicks: Bool = true
  ) {
    self.label = label
    self.unit = unit
    self.scale = scale
    self.range = range
    self.includesZero = includesZero
    self.showsGrid = showsGrid
    self.showsTicks = showsTicks
  }

  /// The label with its unit, or nil where there is neither.
  var caption: String? {
    switch (label.nonEmpty, unit.nonEmpty) {
    case (let label?, let unit?): return "\(label) (\(unit))"
    case (let label?, nil): return label
    case (nil, let unit?): return unit
    case (nil, nil): return nil
    }
  }
}

extension String? {
  /// The text, or nil where there is none to read.
  var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}
