import Mathematics
import Testing

@Suite struct FitBootstrapTests {
  private func meanProblem(_ values: [Double]) -> FitProblem {
    FitProblem(points: values.count, coefficients: 1) { b, residuals, derivatives in
      for row in values.indices {
        residuals[row] = b[0] - values[row]
        derivatives?[row] = 1
      }
    }
  }

  @Test func theIntervalOfAMeanIsTwoStandardErrorsWide() {
    var generator = Xoshiro256StarStar(seed: 5)
    let values = (0..<100).map { _ in 10 + 2 * generator.normal() }
    let centre = mean(values)
    let intervals = bootstrapIntervals(around: [centre], samples: 2_000, seed: 1) { meanProblem(values) }
    #expect(intervals.succeeded == 2_000 && intervals.samples == 2_000)
    // Normal theory: 1.96 standard errors to both sides; a percentile of 2000 samples is within 10 % of it.
    let half = 1.96 * standardDeviation(values) / 10
    #expect(abs(intervals.lower[0] - (centre - half)) < 0.1 * half)
    #expect(abs(intervals.upper[0] - (centre + half)) < 0.1 * half)
  }

  @Test func aSeedGivesTheSameIntervalsOnAnyNumberOfCores() {
    let values = (0..<20).map { Double($0 * $0 % 13) }
    let alone = bootstrapIntervals(around: [5], samples: 200, seed: 9) { meanProblem(values) }
    let together = bootstrapIntervals(around: [5], samples: 200, seed: 9, cores: 3) { meanProblem(values) }
    let other = bootstrapIntervals(around: [5], samples: 200, seed: 10) { meanProblem(values) }
    #expect(alone == together)
    #expect(alone.lower != other.lower)
  }

  @Test func samplesThatDetermineNothingAreCounted() {
    // Two points: half of the samples draw one of them twice, and a line through one point is not determined.
    let intervals = bootstrapIntervals(around: [0, 1], samples: 400, seed: 2) {
      dualProblem([0, 1], [0, 1], coefficients: 2) { b, x in b[0] + b[1] * Dual(x) }
    }
    // 400 throws of a coin: within 5 standard deviations of 10.
    #expect(abs(intervals.succeeded - 200) < 50)
    let none = bootstrapIntervals(around: [0], samples: 0, seed: 2) { meanProblem([1]) }
    #expect(none.lower[0].isNaN && none.succeeded == 0)
  }
}
