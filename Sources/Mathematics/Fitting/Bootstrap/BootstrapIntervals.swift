/// How far coefficients would have moved with other data of the same kind.
public struct BootstrapIntervals: Hashable, Sendable {
  /// For each coefficient, the interval that holds the given part of the samples' coefficients; NaN for none.
  public let lower: [Double]
  /// The upper ends.
  public let upper: [Double]
  /// How many samples gave coefficients.
  public let succeeded: Int
  /// How many samples there were.
  public let samples: Int
}

/// Fits samples drawn from the data's own points, with replacement, and takes the coefficients' percentiles.
///
/// Efron 1979, "Bootstrap methods: another look at the jackknife": whole points are drawn, as many as there are. Each
/// sample is fitted from the given coefficients, usually those of the best fit; one that cannot be is left out and
/// counted. Percentiles are interpolated linearly (definition 7 of Hyndman and Fan 1996). The same seed gives the same
/// intervals on any number of cores.
///
/// - Parameters:
///   - coefficients: Where each fit begins.
///   - samples: How many samples are drawn.
///   - level: Which part of the samples' coefficients lies within an interval, between 0 and 1.
///   - seed: What the drawing begins from.
///   - cores: How many threads to use.
///   - problem: Makes the problem; called once for each core, alike each time.
/// - Precondition: There is an entry for each coefficient, samples are not fewer than 0, and the level is between 0 and 1.
public func bootstrapIntervals(
  around coefficients: [Double], samples: Int = 1_000, level: Double = 0.95, seed: UInt64,
  options: FitOptions = FitOptions(), cores: Int = 1, problem: @escaping @Sendable () -> FitProblem
) -> BootstrapIntervals {
  precondition(samples >= 0 && level > 0 && level < 1, "samples from 0 and a level between 0 and 1")
  var seeder = SplitMix64(seed: seed)
  let seeds = (0..<samples).map { _ in seeder.next() }
  let found = SharedResults<[Double]?>(repeating: nil, count: samples)
  forEachIndex(count: samples, cores: cores) {
    let search = FitSearch(problem(), options: options)
    return { number in
      search.drawPoints(seed: seeds[number])
      if search.run(from: coefficients).isSuccess { found.set(search.coefficients, at: number) }
    }
  }
  let fits = found.elements.compactMap(\.self)
  let ends = coefficients.indices.map { place in
    // There are no quantiles of nothing.
    (try? quantiles(fits.map { $0[place] }, [(1 - level) / 2, (1 + level) / 2])) ?? [.nan, .nan]
  }
  return BootstrapIntervals(
    lower: ends.map { $0[0] }, upper: ends.map { $0[1] }, succeeded: fits.count, samples: samples)
}

extension FitSearch {
  var coefficients: [Double] { Array(UnsafeBufferPointer(start: point, count: problem.coefficients)) }

  /// Draws as many points as there are, with replacement.
  func drawPoints(seed: UInt64) {
    var generator = Xoshiro256StarStar(seed: seed)
    var drawn = [Double](repeating: 0, count: problem.points)
    for _ in drawn.indices { drawn[generator.index(below: drawn.count)] += 1 }
    multiplicities = drawn
  }
}
