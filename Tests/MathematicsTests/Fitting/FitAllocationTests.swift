import CAllocations
import Mathematics
import Testing

@Suite struct FitAllocationTests {
  @Test(arguments: [FitLoss.squares, .huber(delta: 5)])
  func iterationsAllocateNothing(_ loss: FitLoss) {
    let (x, y) = ([1.0, 2, 3, 5, 7, 10], [109.0, 149, 149, 191, 213, 224])
    let counts = UnsafeMutablePointer<Int>.allocate(capacity: 2)
    defer { counts.deallocate() }
    counts[0] = -1
    let bounds: [ClosedRange<Double>] = [0...1000, 0...10]
    let problem = FitProblem(points: 6, coefficients: 2, bounds: bounds, loss: loss) { b, residuals, slopes in
      // Counted from the first evaluation to the last.
      if counts[0] < 0 { counts[0] = allocation_count() }
      for i in 0..<6 {
        let decay = Double.exp(-b[1] * x[i])
        residuals[i] = b[0] * (1 - decay) - y[i]
        slopes?[i] = 1 - decay
        slopes?[6 + i] = b[0] * x[i] * decay
      }
      counts[1] = allocation_count()
    }
    // The first run also fills the caches of Swift's runtime.
    _ = leastSquares(problem, from: [100, 0.75])
    counts[0] = -1
    let fit = leastSquares(problem, from: [100, 0.75])
    #expect(fit.verdict.isSuccess && fit.evaluations > 5)
    #expect(counts[1] == counts[0])
    #expect(allocation_count() > counts[1], "the counter counts: the result is allocated")
  }
}
