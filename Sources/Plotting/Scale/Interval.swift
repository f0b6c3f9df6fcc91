import Glibc

/// The values from one end of a scale to the other; both ends are finite and the upper one is greater.
package struct Interval: Sendable, Hashable {
  /// The least value.
  package let lower: Double
  /// The greatest value.
  package let upper: Double

  /// Spans finite values, widened about them where they are all (nearly) equal so that a scale has room.
  package init(spanning lower: Double, _ upper: Double) {
    let largest = max(lower.magnitude, upper.magnitude)
    // Closer than this, ticks could no longer be told apart in binary.
    let isNarrow = upper / 2 - lower / 2 <= largest * 1e-13
    guard isNarrow else {
      self.lower = lower
      self.upper = upper
      return
    }
    let margin = largest < .leastNormalMagnitude ? 1 : largest * 0.2
    self.lower = max(lower - margin, -.greatestFiniteMagnitude)
    self.upper = min(upper + margin, .greatestFiniteMagnitude)
  }

  /// Spans values above 0, widened by a factor where they are all (nearly) equal.
  package init(spanningPositive lower: Double, _ upper: Double) {
    let isNarrow = upper / lower < 1 + 1e-9
    let tiny = Double.leastNonzeroMagnitude
    self.lower = isNarrow ? max(lower / 4, tiny) : lower
    self.upper = isNarrow ? max(min(upper * 4, .greatestFiniteMagnitude), tiny * 8) : upper
  }

  /// How far along the interval a value is; halves keep the greatest spans from overflowing.
  func fraction(_ value: Double) -> Double {
    (value / 2 - lower / 2) / (upper / 2 - lower / 2)
  }

  /// How far along the interval a value above 0 is, counted in ratios.
  func logarithmicFraction(_ value: Double) -> Double {
    (log10(value) - log10(lower)) / decades
  }

  /// How many powers of ten lie between the ends.
  var decades: Double { log10(upper) - log10(lower) }

  /// The value at a fraction of the way.
  func value(at fraction: Double) -> Double {
    lower * (1 - fraction) + upper * fraction
  }

  /// The value at a fraction of the way, counted in ratios.
  func logarithmicValue(at fraction: Double) -> Double {
    let value = pow(10, log10(lower) + decades * fraction)
    return min(max(value, .leastNonzeroMagnitude), .greatestFiniteMagnitude)
  }

  /// The interval with a share of its length added at either end.
  func padded(below: Double, above: Double) -> Interval {
    let low = max(value(at: -below), -.greatestFiniteMagnitude)
    let high = min(value(at: 1 + above), .greatestFiniteMagnitude)
    return Interval(spanning: low, high)
  }

  /// The interval with a share of its length in ratios added at either end.
  func paddedLogarithmically(_ share: Double) -> Interval {
    Interval(spanningPositive: logarithmicValue(at: -share), logarithmicValue(at: 1 + share))
  }

  /// Whether a value lies within, with a slack for rounding.
  func contains(_ value: Double) -> Bool {
    let place = fraction(value)
    return place >= -1e-9 && place <= 1 + 1e-9
  }
}
