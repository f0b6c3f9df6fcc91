import Mathematics
import Testing

@Suite struct FitVerdictTests {
  private let x = [0.0, 1, 2, 3, 4, 5]

  private func fit(
    _ y: [Double], from start: [Double], options: FitOptions = FitOptions(),
    _ model: @escaping ([Dual<Double>], Double) -> Dual<Double>
  ) -> FitResult {
    leastSquares(
      dualProblem(Array(x.prefix(y.count)), y, coefficients: start.count, model), from: start,
      options: options)
  }

  @Test func coefficientsThatTheDataDoNotDetermineAreNamed() {
    // Only the product of the first and the last coefficient matters.
    let fit = fit([1, 3, 5, 6, 9, 11], from: [1, 1, 2]) { b, x in b[0] * b[2] * Dual(x) + b[1] }
    #expect(fit.verdict == .undetermined([0, 2]))
    #expect(fit.standardErrors.allSatisfy { $0.isNaN })
    #expect(
      fit.verdict.description(names: ["a", "b", "c"]) == "the data do not determine a and c")
    #expect(!fit.verdict.isSuccess)
  }

  @Test func aCoefficientWithoutEffectIsNamed() {
    let fit = fit([1, 3, 5, 6, 9, 11], from: [1, 1]) { b, x in b[0] * Dual(x) }
    #expect(fit.verdict == .undetermined([1]))
  }

  @Test func coefficientsThatGrowWithoutEndAreNamed() {
    // The nearer to a constant, the better: the decay's time grows for ever.
    let fit = fit([1, 1, 1, 1, 1, 1], from: [1]) { b, x in Dual(1) - Dual.exp(-b[0]) }
    #expect(!fit.verdict.isSuccess || fit.residualSumOfSquares < 1e-25)
    let line = self.fit([1, 2, 3, 4, 5, 6], from: [1]) { b, x in -Dual.exp(-b[0] * Dual(1e-9)) }
    #expect(line.verdict == .diverged([0]) || line.verdict == .undetermined([0]), "\(line)")
  }

  @Test func aStartWithoutAValueIsReported() {
    let fit = fit([1, 2, 3], from: [-1, 1]) { b, x in Dual.log(b[0]) + b[1] * Dual(x) }
    #expect(fit.verdict == .notFiniteAtStart)
    #expect(fit.coefficients == [-1, 1] && fit.objective.isNaN && fit.evaluations == 1)
  }

  @Test func fewerPointsThanCoefficientsAreReported() {
    let fit = fit([1], from: [0, 0]) { b, x in b[0] + b[1] * Dual(x) }
    #expect(fit.verdict == .tooFewPoints(points: 1, coefficients: 2))
    #expect(fit.verdict.description == "1 points cannot determine 2 coefficients")
  }

  @Test func asManyPointsAsCoefficientsHaveNoErrors() {
    let fit = fit([1, 3], from: [0, 0]) { b, x in b[0] + b[1] * Dual(x) }
    #expect(fit.verdict == .converged && fit.coefficients == [1, 2])
    #expect(fit.standardErrors.allSatisfy { $0.isNaN } && fit.degreesOfFreedom == 0)
  }

  @Test func aSearchCutShortSaysSo() {
    let certified = CertifiedProblem.mgh09
    let fit = leastSquares(
      certified.problem(), from: certified.starts[0], options: FitOptions(iterationLimit: 5))
    #expect(fit.verdict == .iterationLimit && fit.iterations == 5)
  }

  @Test func wrongDerivativesAreNotCalledConvergence() {
    let problem = FitProblem(points: 3, coefficients: 1) { b, residuals, derivatives in
      for row in 0..<3 {
        residuals[row] = b[0] - Double(row + 5)
        derivatives?[row] = -1
      }
    }
    #expect(leastSquares(problem, from: [1]).verdict == .stuck)
  }

  @Test func stepsToWhereThereIsNoValueAreShortened() {
    // √(b₀) has no value below 0, where a first full step from 100 leads: the minimum is at b₀ = 4.
    let fit = fit([2, 2, 2], from: [100]) { b, _ in Dual.sqrt(b[0]) }
    #expect(fit.verdict.isSuccess && abs(fit.coefficients[0] - 4) < 1e-13)
  }
}
