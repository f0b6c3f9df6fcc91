/// How much is left before a value would not be allowed any more, from 0 to 1, so that what is nearest to failing can
/// be listed first.
///
/// Between two ends it is the share of the way from the middle to the nearer end that is left: 1 in the middle, 0 at
/// an end. Beside a single bound there is no middle. There the distance counts relative to the larger of the two, and
/// what is 5 % away, as far as “about” reaches, is as safe as can be.
public enum Margin {
  /// The relative distance from a single bound at which nothing is near.
  static let far = 0.05

  /// What is left within an interval; 0 where the value is not in it.
  static func of(_ value: Double, in allowed: Interval) -> Double {
    guard allowed.contains(value) else { return 0 }
    switch (allowed.lower, allowed.upper) {
    case (let lower?, let upper?): return between(lower, upper, value)
    case (let bound?, nil), (nil, let bound?): return beside(bound, value)
    case (nil, nil): return 1
    }
  }

  /// What is left beside a single bound, on whichever side of it the value is.
  public static func beside(_ bound: Double, _ value: Double) -> Double {
    // Halves, so that the difference of huge numbers of opposite signs does not overflow.
    let size = max(bound.magnitude, value.magnitude) / 2
    guard size > 0, size.isFinite else { return 0 }
    return min(1, (bound / 2 - value / 2).magnitude / size / far)
  }

  private static func between(_ lower: Double, _ upper: Double, _ value: Double) -> Double {
    let half = (upper / 2 - lower / 2)
    guard half > 0, half.isFinite else { return 0 }
    return min(1, max(0, min(value - lower, upper - value) / half))
  }
}
