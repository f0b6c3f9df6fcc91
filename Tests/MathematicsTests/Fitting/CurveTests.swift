import Mathematics
import Testing

@Suite struct CurveTests {
  private let x = [1.0, 2, 4, 8, 16, 32]
  // 3 x^−½ times factors near 1.
  private let y = [3.1, 2.05, 1.5, 1.1, 0.72, 0.55]

  private func powerLaw(_ space: FitSpace, weights: [Double]? = nil) throws -> FitProblem {
    try FitProblem.curve(through: y, weights: weights, coefficients: 2, space: space) {
      [x] b, values, slopes in
      for row in x.indices {
        let power = Double.pow(x[row], b[1])
        values[row] = b[0] * power
        slopes?[row] = power
        slopes?[x.count + row] = b[0] * power * Double.log(x[row])
      }
    }
  }

  @Test func aPowerLawInLogarithmsIsAStraightLine() throws {
    let line = try linearLeastSquares(x.map { [1, Double.log($0)] }, y.map { Double.log($0) })
    let fit = leastSquares(try powerLaw(.logarithmic), from: [1, 0])
    #expect(fit.verdict == .converged)
    #expect(abs(Double.log(fit.coefficients[0]) - line.coefficients[0]) < 1e-13)
    #expect(abs(fit.coefficients[1] - line.coefficients[1]) < 1e-13)
    #expect(abs(fit.standardErrors[1] - line.standardErrors[1]) < 1e-13)
    #expect(abs(fit.residualSumOfSquares - line.residualSumOfSquares) < 1e-15)
  }

  @Test func predictionsBelowZeroAreStayedAwayFrom() throws {
    let problem = try FitProblem.curve(through: [1, 2, 3], coefficients: 1, space: .logarithmic) {
      b, values, slopes in
      for row in 0..<3 {
        values[row] = b[0] - 0.5
        slopes?[row] = 1
      }
    }
    #expect(leastSquares(problem, from: [0]).verdict == .notFiniteAtStart)
    // The best constant for logarithms is the geometric mean, ∛6.
    let fit = leastSquares(problem, from: [50])
    #expect(fit.verdict == .converged && abs(fit.coefficients[0] - 0.5 - 1.8171205928321397) < 1e-14)
  }

  @Test func weightsCountAsInLinearLeastSquares() throws {
    let weights = [1.0, 4, 1, 0, 2, 1]
    let line = try linearLeastSquares(
      x.map { [1, Double.log($0)] }, y.map { Double.log($0) }, weights: weights)
    let fit = leastSquares(try powerLaw(.logarithmic, weights: weights), from: [1, 0])
    #expect(abs(fit.coefficients[1] - line.coefficients[1]) < 1e-13)
    #expect(abs(fit.standardErrors[1] - line.standardErrors[1]) < 1e-13)
  }

  @Test func valuesThatCannotBeFittedAreRefused() {
    func make(_ values: [Double], _ weights: [Double]?, _ space: FitSpace) throws -> FitProblem {
      try FitProblem.curve(through: values, weights: weights, coefficients: 1, space: space) { _, _, _ in }
    }
    #expect(throws: LeastSquaresError.notPositive(at: 1)) { try make([1, 0], nil, .logarithmic) }
    #expect(throws: LeastSquaresError.notFinite(what: "value", at: 0)) { try make([.infinity], nil, .linear) }
    #expect(throws: LeastSquaresError.negativeWeight(at: 0)) { try make([1], [-1], .linear) }
    #expect(
      throws: LeastSquaresError.unequalLengths(what: "the list of weights", found: 2, expected: 1)
    ) { try make([1], [1, 1], .linear) }
  }
}
