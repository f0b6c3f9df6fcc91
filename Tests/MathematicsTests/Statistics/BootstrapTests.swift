import Mathematics
import Testing

@Suite struct BootstrapTests {
  private let sample = [1.2, 3.4, 2.2, 8.9, 4.1, 0.3, 2.8, 5.5, 3.3, 1.9]

  @Test func intervalsAgreeWithSciPy() throws {
    // scipy.stats.bootstrap((y,), np.mean, n_resamples=200000, method=…, random_state=1): BCa 2.24 to 5.26, percentile
    // 2.06 to 4.91, standard error 0.73284. Over 40 seeds of 4000 resamples the standard deviations of the ends are
    // 0.023 and 0.068 for BCa, 0.023 and 0.038 for percentile; that of the standard error is 0.008.
    var generator = Xoshiro256StarStar(seed: 1)
    let corrected = try Bootstrap(sample, resamples: 4000, using: &generator, statistic: mean)
    #expect(corrected.estimate == mean(sample))
    #expect(abs(corrected.lower - 2.24) <= 0.09 && abs(corrected.upper - 5.26) <= 0.27)
    #expect(abs(corrected.standardError - 0.73284) <= 0.03)
    let percentile = try Bootstrap(
      sample, resamples: 4000, method: .percentile, using: &generator, statistic: mean)
    #expect(abs(percentile.lower - 2.06) <= 0.09 && abs(percentile.upper - 4.91) <= 0.15)
  }

  @Test func generatorDecidesTheBits() throws {
    let runs = try [1, 1, 2].map { (seed: UInt64) in
      var generator = Xoshiro256StarStar(seed: seed)
      return try Bootstrap(sample, resamples: 100, using: &generator, statistic: median).replicates
    }
    #expect(runs[0] == runs[1] && runs[0] != runs[2])
  }

  @Test func degenerateStatisticsGiveIntervalsWithoutWidth() throws {
    var generator = Xoshiro256StarStar(seed: 1)
    let constant = try Bootstrap([2, 2, 2], resamples: 50, using: &generator, statistic: mean)
    #expect(constant.lower == 2 && constant.upper == 2)
  }

  @Test func impossibleRequestsAreErrors() {
    var generator = Xoshiro256StarStar(seed: 1)
    #expect(throws: StatisticsError.self) { try Bootstrap([1], using: &generator, statistic: mean) }
    #expect(throws: StatisticsError.self) { try Bootstrap([1, .nan], using: &generator, statistic: mean) }
    #expect(throws: StatisticsError.self) {
      try Bootstrap(sample, resamples: 0, using: &generator, statistic: mean)
    }
    for confidence in [0, 1, .nan] {
      #expect(throws: StatisticsError.self) {
        try Bootstrap(sample, resamples: 9, confidence: confidence, using: &generator, statistic: mean)
      }
    }
    #expect(throws: StatisticsError.self) {
      try Bootstrap(sample, resamples: 9, using: &generator) { _ in .nan }
    }
  }

  @Test func normalDistributionIsThatOfSciPy() {
    // scipy.stats.norm.cdf([-10, 1.3]), scipy.stats.norm.ppf([.025, 1e-10, .8]).
    // Rounding x / √2 changes the tail by up to x² / 2 units in the last place on each side.
    #expect(abs(normalDistribution(-10) / 7.619853024160470e-24 - 1) <= 3e-14)
    #expect(abs(normalDistribution(1.3) - 0.9031995154143897) <= 2e-16)
    let quantiles = [(0.025, -1.9599639845400545), (1e-10, -6.361340902404056), (0.8, 0.8416212335729143)]
    for (probability, expected) in quantiles {
      #expect(abs(normalQuantile(probability) - expected) <= 1e-15 * 8)
    }
    #expect(normalQuantile(0.5) == 0 || abs(normalQuantile(0.5)) <= 1e-16)
    #expect(normalQuantile(0) == -.infinity && normalQuantile(1) == .infinity)
    #expect(normalQuantile(1.5).isNaN && normalQuantile(.nan).isNaN)
  }
}
