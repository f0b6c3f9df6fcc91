/// How a quantile is read off a sample: the nine definitions of Hyndman and Fan 1996, "Sample quantiles in statistical
/// packages", by their numbers there.
public enum QuantileMethod: Int, Sendable, CaseIterable {
  /// The inverse of the empirical distribution function (type 1).
  case inverseDistribution = 1
  /// The same with averages where the function is level (type 2).
  case averagedInverseDistribution
  /// The observation nearest to n p, the even one of two (type 3).
  case nearestObservation
  /// Linear in the empirical distribution function (type 4).
  case interpolatedInverseDistribution
  /// Linear between the middles of its steps (type 5; Hazen).
  case hazen
  /// Linear, the k-th observation at k / (n + 1) (type 6; Weibull).
  case weibull
  /// Linear, the k-th observation at (k − 1) / (n − 1) (type 7; Gumbel), the default of NumPy and R.
  case linear
  /// Linear and nearly unbiased for the median of each order statistic (type 8), which the paper recommends.
  case medianUnbiased
  /// Linear and nearly unbiased for the expected order statistics of a normal sample (type 9; Blom).
  case normalUnbiased
}

/// A quantile of a sample: the number below which a share of it lies, in the sample's unit.
///
/// - Parameters:
///   - entries: The sample in any order, at least one number.
///   - probability: The share, from 0 to 1.
///   - method: How to read between the observations.
public func quantile(
  _ entries: [Double], _ probability: Double, method: QuantileMethod = .linear
) throws -> Double {
  try quantiles(entries, [probability], method: method)[0]
}

/// Several quantiles of a sample, which is sorted once.
public func quantiles(
  _ entries: [Double], _ probabilities: [Double], method: QuantileMethod = .linear
) throws -> [Double] {
  try requireFinite(entries, atLeast: 1, in: "quantile")
  for probability in probabilities where !(probability >= 0 && probability <= 1) {
    throw StatisticsError.parameter(
      operation: "quantile", name: "the probability", found: "\(probability)", allowed: "a number from 0 to 1"
    )
  }
  let sorted = entries.sorted()
  return probabilities.map { method.quantile(ofSorted: sorted, $0) }
}

/// The median of a sample: the middle number, or the mean of the two in the middle.
public func median(_ entries: [Double]) throws -> Double { try quantile(entries, 0.5) }

extension QuantileMethod {
  func quantile(ofSorted sorted: [Double], _ probability: Double) -> Double {
    let position = Double(sorted.count) * probability + shift(probability)
    // A position that is whole but for rounding is whole.
    let nearest = position.rounded()
    let whole = abs(position - nearest) <= 4 * nearest.magnitude.ulp ? nearest : position.rounded(.down)
    let share = share(of: max(0, position - whole), after: whole)
    let lower = sorted[index(whole, sorted.count)]
    let upper = sorted[index(whole + 1, sorted.count)]
    // Halves first, so that the distance between two huge numbers does not overflow.
    if share == 0 || lower == upper { return lower }
    return (upper - lower).isFinite ? lower + share * (upper - lower) : (1 - share) * lower + share * upper
  }

  /// m of the paper: the position is n p + m, counted from 1.
  private func shift(_ probability: Double) -> Double {
    switch self {
    case .inverseDistribution, .averagedInverseDistribution, .interpolatedInverseDistribution: 0
    case .nearestObservation: -0.5
    case .hazen: 0.5
    case .weibull: probability
    case .linear: 1 - probability
    case .medianUnbiased: (probability + 1) / 3
    case .normalUnbiased: probability / 4 + 3.0 / 8
    }
  }

  /// γ of the paper: how far from the lower observation to the upper.
  private func share(of rest: Double, after whole: Double) -> Double {
    switch self {
    case .inverseDistribution: rest > 0 ? 1 : 0
    case .averagedInverseDistribution: rest > 0 ? 1 : 0.5
    case .nearestObservation: rest == 0 && whole.truncatingRemainder(dividingBy: 2) == 0 ? 0 : 1
    default: rest
    }
  }

  private func index(_ position: Double, _ count: Int) -> Int {
    Int(min(max(position, 1), Double(count))) - 1
  }
}
