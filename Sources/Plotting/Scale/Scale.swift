/// A mapping from values to places from 0 to 1 along an axis.
package enum Scale: Sendable, Hashable {
  /// Equal differences are equally far apart.
  case linear(Interval)
  /// Equal ratios are equally far apart.
  case logarithmic(Interval)
  /// Whole numbers, equally far apart.
  case steps(Interval)
  /// Names, one band each, at the numbers from 1.
  case category([String])

  /// How far along the axis a value is; nil where it has no place on this scale.
  package func fraction(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch self {
    case .linear(let interval), .steps(let interval): return interval.fraction(value)
    case .logarithmic(let interval): return value > 0 ? interval.logarithmicFraction(value) : nil
    case .category(let names): return (value - 0.5) / Double(max(1, names.count))
    }
  }

  /// The values from end to end.
  package var interval: Interval {
    switch self {
    case .linear(let interval), .logarithmic(let interval), .steps(let interval): return interval
    case .category(let names): return Interval(spanning: 0.5, Double(max(1, names.count)) + 0.5)
    }
  }

  /// The names of a category scale.
  package var names: [String]? {
    guard case .category(let names) = self else { return nil }
    return names
  }

  /// Where bars and areas start: zero, or the lower end where there is no zero.
  var baseline: Double {
    if case .logarithmic(let interval) = self { return interval.lower }
    return 0
  }
}
