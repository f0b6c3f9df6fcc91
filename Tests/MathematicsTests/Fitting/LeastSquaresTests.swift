import Mathematics
import Testing

@Suite struct LeastSquaresTests {
  @Test(arguments: CertifiedProblem.all)
  func certifiedValuesAreReachedFromBothStarts(_ certified: CertifiedProblem) {
    // Certified values have 11 digits: half a unit of the last is up to 5e-11 of a value.
    for start in certified.starts {
      let fit = leastSquares(certified.problem(), from: start)
      #expect(fit.verdict == .converged)
      for (found, expected) in zip(fit.coefficients, certified.coefficients) {
        #expect(abs(found - expected) <= 1e-10 * abs(expected), "from \(start)")
      }
      for (found, expected) in zip(fit.standardErrors, certified.standardErrors) {
        #expect(abs(found - expected) <= 1e-10 * expected, "from \(start)")
      }
      let (squares, deviation) = (certified.residualSumOfSquares, certified.residualStandardDeviation)
      #expect(abs(fit.residualSumOfSquares - squares) <= 1e-10 * squares)
      #expect(abs(fit.residualStandardDeviation - deviation) <= 1e-10 * deviation)
      #expect(fit.objective == fit.residualSumOfSquares)
    }
  }

  @Test func theDocumentedExampleFindsWhatItSays() {
    let (x, y) = ([1.0, 2, 3, 5, 7, 10], [109.0, 149, 149, 191, 213, 224])
    let problem = FitProblem(points: 6, coefficients: 2) { b, residuals, derivatives in
      for i in 0..<6 {
        let decay = Double.exp(-b[1] * x[i])
        residuals[i] = b[0] * (1 - decay) - y[i]
        derivatives?[i] = 1 - decay
        derivatives?[6 + i] = b[0] * x[i] * decay
      }
    }
    let fit = leastSquares(problem, from: [100, 0.75])
    #expect(abs(fit.coefficients[0] - 213.80940889) < 5e-9)
    #expect(abs(fit.coefficients[1] - 0.54723748542) < 5e-12)
  }

  @Test func aPerfectFitConverges() {
    let x = [0.0, 1, 2, 3, 4]
    let y = x.map { 3 * Double.exp(-0.5 * $0) }
    let fit = leastSquares(
      dualProblem(x, y, coefficients: 2) { b, x in b[0] * Dual.exp(-b[1] * Dual(x)) }, from: [1, 1])
    #expect(fit.verdict.isSuccess)
    #expect(abs(fit.coefficients[0] - 3) < 1e-14 && abs(fit.coefficients[1] - 0.5) < 1e-15)
  }

  @Test func huberIsNotMovedByAnOutlier() {
    // Points 0 … 7 near 1 + 2 x with one at 30; the inner residuals' linear equations solved in rational numbers:
    // 31/30 and 697/345, the sum of the losses 9.411884057971015.
    let y = [1.1, 2.9, 5.2, 6.8, 9.1, 30, 13.2, 14.9]
    let problem = line(y, loss: .huber(delta: 0.5))
    for start in [[1.0, 2], [0, 0], [-100, 50]] {
      let fit = leastSquares(problem, from: start)
      #expect(fit.verdict == .converged)
      #expect(abs(fit.coefficients[0] - 31.0 / 30) < 1e-13)
      #expect(abs(fit.coefficients[1] - 697.0 / 345) < 1e-13)
      #expect(abs(fit.objective - 9.411884057971015) < 1e-14)
      // The formula documented at `covariance`, in rational numbers with mpmath's square root.
      #expect(abs(fit.standardErrors[0] - 0.21122453345500274) < 1e-13)
      #expect(abs(fit.standardErrors[1] - 0.050492321075745801) < 1e-13)
    }
  }

  @Test func bothLossesAreThoseOfTheirDefinitions() {
    // scipy.special.huber(2, 1), (2, -3) and squares.
    #expect(FitLoss.huber(delta: 2).value(of: 1) == 0.5)
    #expect(FitLoss.huber(delta: 2).value(of: -3) == 4)
    #expect(FitLoss.squares.value(of: -3) == 9)
    #expect(FitLoss.huber(delta: 2).sum(over: [1, -3]) == 4.5)
  }

  @Test func aWideHuberThresholdGivesLeastSquares() {
    let certified = CertifiedProblem.misra1a
    let fit = leastSquares(certified.problem(loss: .huber(delta: 1e3)), from: certified.starts[1])
    #expect(abs(fit.coefficients[0] - certified.coefficients[0]) < 1e-8)
    #expect(abs(2 * fit.objective - certified.residualSumOfSquares) < 1e-11)
    #expect(abs(fit.standardErrors[0] - certified.standardErrors[0]) < 1e-9)
  }

  @Test func aBoundThatHoldsIsNamedAndMetExactly() {
    let y = [1.0, 3, 5, 7.5]
    let fit = leastSquares(line(y, bounds: [0...10, 0...2]), from: [5, 1])
    // With the slope at 2, the intercept is the mean of y − 2 x = (1, 1, 1, 1.5).
    #expect(fit.coefficients[1] == 2 && abs(fit.coefficients[0] - 1.125) < 1e-15)
    #expect(fit.heldByBounds == [1] && fit.verdict == .converged)
    #expect(fit.standardErrors[1].isNaN && fit.degreesOfFreedom == 3)
    // s = √(0.1875 / 3) = 0.25, over √4.
    #expect(abs(fit.standardErrors[0] - 0.125) < 1e-15)
  }

  @Test func boundsThatDoNotHoldChangeNothing() {
    let certified = CertifiedProblem.boxBOD
    let fit = leastSquares(certified.problem(bounds: [0...1000, 0.1...5]), from: [1, 1])
    #expect(fit.heldByBounds.isEmpty)
    #expect(zip(fit.coefficients, certified.coefficients).allSatisfy { abs($0 - $1) < 1e-8 })
  }

  func line(_ y: [Double], bounds: [ClosedRange<Double>]? = nil, loss: FitLoss = .squares) -> FitProblem {
    dualProblem(y.indices.map(Double.init), y, coefficients: 2, bounds: bounds, loss: loss) { b, x in
      b[0] + b[1] * Dual(x)
    }
  }
}

extension LeastSquaresTests {
  @Test(arguments: [[1e-300, 0], [0, 0], [-1e-12, 1e8], [1e100, -1e100]])
  func aStraightLineIsFoundFromAnywhere(_ start: [Double]) {
    let fit = leastSquares(line([1, 3, 5, 7]), from: start)
    #expect(fit.verdict == .converged)
    #expect(abs(fit.coefficients[0] - 1) < 1e-14 && abs(fit.coefficients[1] - 2) < 1e-14)
  }

  @Test func unitsDoNotMatter() {
    // The same fit with the second coefficient in units of 2⁴⁰ takes the same steps.
    let certified = CertifiedProblem.mgh09
    let factor = 0x1p40
    let scaled = dualProblem(certified.x, certified.y, coefficients: 4) { b, x in
      certified.model([b[0], b[1] * Dual(factor), b[2], b[3]], x)
    }
    for start in certified.starts {
      let plain = leastSquares(certified.problem(), from: start)
      let other = leastSquares(scaled, from: [start[0], start[1] / factor, start[2], start[3]])
      #expect(other.iterations == plain.iterations)
      #expect(other.coefficients[1] * factor == plain.coefficients[1])
    }
  }
}
