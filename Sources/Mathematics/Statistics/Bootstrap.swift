/// The uncertainty of a statistic, by drawing samples from the sample again and again (Efron 1979).
public struct Bootstrap: Sendable {
  /// How an interval is read off the statistics of the resamples.
  public enum Method: Sendable {
    /// The quantiles themselves.
    case percentile
    /// Quantiles shifted for bias and for a spread that changes with the statistic (Efron 1987, BCₐ).
    case biasCorrectedAccelerated
  }

  /// The statistic of the sample itself.
  public let estimate: Double
  /// The lower end of the confidence interval.
  public let lower: Double
  /// The upper end of the confidence interval.
  public let upper: Double
  /// The statistics of all resamples, in the order in which they were drawn.
  public let replicates: [Double]

  /// The standard deviation of the resamples' statistics.
  public var standardError: Double { standardDeviation(replicates) }

  /// Draws resamples as large as the sample, with replacement, and finds an interval for the statistic.
  ///
  /// - Parameters:
  ///   - sample: At least two numbers.
  ///   - resamples: How many samples to draw: 9999.
  ///   - confidence: The share of such intervals that are to hold the true value: 0.95.
  ///   - method: How the interval is found; what all resamples agree on is an interval of no width by either.
  ///   - generator: Where the random numbers come from: the same one gives the same bits.
  ///   - statistic: What is computed of a sample.
  public init<Generator: RandomNumberGenerator>(
    _ sample: [Double], resamples: Int = 9999, confidence: Double = 0.95,
    method: Method = .biasCorrectedAccelerated, using generator: inout Generator,
    statistic: ([Double]) throws -> Double
  ) throws {
    try requireFinite(sample, atLeast: 2, in: "bootstrap")
    guard (1...10_000_000).contains(resamples) else {
      throw StatisticsError.parameter(
        operation: "bootstrap", name: "the number of resamples", found: "\(resamples)",
        allowed: "a number from 1 to 10000000")
    }
    guard confidence > 0 && confidence < 1 else {
      throw StatisticsError.parameter(
        operation: "bootstrap", name: "the confidence", found: "\(confidence)",
        allowed: "a number between 0 and 1")
    }
    estimate = try statistic(sample)
    replicates = try Self.replicates(of: sample, resamples, &generator, statistic)
    var ends = [(1 - confidence) / 2, (1 + confidence) / 2]
    if method == .biasCorrectedAccelerated {
      let acceleration = try Self.acceleration(sample, statistic)
      let bias = normalQuantile(Self.shareBelow(estimate, in: replicates))
      ends = ends.map { Self.adjusted($0, bias: bias, acceleration: acceleration) }
    }
    let interval = try quantiles(replicates, ends)
    (lower, upper) = (interval[0], interval[1])
  }

  private static func replicates<Generator: RandomNumberGenerator>(
    of sample: [Double], _ count: Int, _ generator: inout Generator, _ statistic: ([Double]) throws -> Double
  ) throws -> [Double] {
    var resample = sample
    return try (0..<count).map { _ in
      for place in resample.indices { resample[place] = sample[generator.index(below: sample.count)] }
      return try statistic(resample)
    }
  }

  /// The share of the replicates below the estimate, those equal to it counted half.
  private static func shareBelow(_ estimate: Double, in replicates: [Double]) -> Double {
    let below = replicates.count { $0 < estimate }
    let equal = replicates.count { $0 == estimate }
    return (Double(below) + Double(equal) / 2) / Double(replicates.count)
  }

  /// A sixth of the skewness of what the statistic loses with each number left out; 0 if nothing changes.
  private static func acceleration(
    _ sample: [Double], _ statistic: ([Double]) throws -> Double
  ) throws -> Double {
    let without = try sample.indices.map { place in
      var rest = sample
      rest.remove(at: place)
      return try statistic(rest)
    }
    let centre = mean(without)
    let losses = without.map { centre - $0 }
    let squares = dot(losses, losses)
    guard squares > 0 else { return 0 }
    return compensatedSum(losses.map { $0 * $0 * $0 }) / (6 * squares * squares.squareRoot())
  }

  private static func adjusted(_ probability: Double, bias: Double, acceleration: Double) -> Double {
    // All replicates on one side of the estimate: the interval's ends go to that side.
    guard bias.isFinite else { return bias > 0 ? 1 : 0 }
    let sum = bias + normalQuantile(probability)
    return normalDistribution(bias + sum / (1 - acceleration * sum))
  }
}
