/// What a reader would see at once in a series of points.
struct SeriesStatistics {
  /// A pair of values.
  struct Place: Equatable {
    let x: Double
    let y: Double
  }

  let count: Int
  /// Pairs of which a value is not finite, and which are not drawn.
  let missing: Int
  let first: Place?
  let last: Place?
  let lowest: Place?
  let highest: Place?
  private let places: [Place]
  private let scales: Scales

  /// Which axes count ratios instead of differences.
  struct Scales {
    var isLogarithmicX = false
    var isLogarithmicY = false
  }

  init(_ x: [Double], _ y: [Double], scales: Scales = Scales()) {
    self.scales = scales
    places = zip(x, y).filter { $0.isFinite && $1.isFinite }.map { Place(x: $0, y: $1) }
    count = places.count
    missing = min(x.count, y.count) - count
    first = places.first
    last = places.last
    lowest = places.min { $0.y < $1.y }
    highest = places.max { $0.y < $1.y }
  }

  /// The direction of the series as a verb, or nil where it has too few points.
  var trend: String? {
    guard count > 2, let lowest, let highest else { return nil }
    if lowest.y == highest.y { return "stays the same" }
    let pairs = zip(places, places.dropFirst())
    if pairs.allSatisfy({ $0.y <= $1.y }) { return "rises throughout" }
    if pairs.allSatisfy({ $0.y >= $1.y }) { return "falls throughout" }
    switch correlation {
    case 0.5...: return "rises overall"
    case ...(-0.5): return "falls overall"
    default: return "shows no overall trend"
    }
  }

  /// How nearly the values lie on a straight line over their positions, from −1 to 1.
  var correlation: Double {
    guard let span = spans else { return 0 }
    let xs = places.map { span.x.fraction($0.x) ?? 0 }
    let ys = places.map { span.y.fraction($0.y) ?? 0 }
    let (meanX, meanY) = (xs.reduce(0, +) / Double(count), ys.reduce(0, +) / Double(count))
    var (covariance, varianceX, varianceY) = (0.0, 0.0, 0.0)
    for (x, y) in zip(xs, ys) {
      covariance += (x - meanX) * (y - meanY)
      varianceX += (x - meanX) * (x - meanX)
      varianceY += (y - meanY) * (y - meanY)
    }
    let product = (varianceX * varianceY).squareRoot()
    return product > 0 ? covariance / product : 0
  }

  private func scale(_ lower: Double, _ upper: Double, _ isLogarithmic: Bool) -> Scale {
    isLogarithmic && lower > 0
      ? .logarithmic(Interval(spanningPositive: lower, upper)) : .linear(Interval(spanning: lower, upper))
  }

  /// The least rectangle about all points; within it every number is from 0 to 1 and no square overflows.
  private var spans: (x: Scale, y: Scale)? {
    guard let left = places.min(by: { $0.x < $1.x }), let right = places.max(by: { $0.x < $1.x }),
      let lowest, let highest
    else { return nil }
    return (
      scale(left.x, right.x, scales.isLogarithmicX), scale(lowest.y, highest.y, scales.isLogarithmicY)
    )
  }
}
