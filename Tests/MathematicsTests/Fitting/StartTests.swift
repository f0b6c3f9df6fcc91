import Mathematics
import Testing

@Suite struct StartTests {
  @Test func aGridHoldsEveryCombinationInOrder() throws {
    #expect(try startGrid([[0, 5], [1, 2]]) == [[0, 1], [0, 2], [5, 1], [5, 2]])
    #expect(try startGrid([[7]]) == [[7]])
  }

  @Test func aGridWithoutEndIsRefused() {
    #expect(throws: LeastSquaresError.noStarts) { try startGrid([[1], []]) }
    #expect(throws: LeastSquaresError.noStarts) { try startGrid([]) }
    let list = [Double](repeating: 1, count: 1 << 10)
    #expect(throws: LeastSquaresError.tooManyStarts(limit: 1_000_000)) {
      try startGrid(Array(repeating: list, count: 40))
    }
  }

  @Test func theBestStartIsKeptAndCounted() throws {
    let certified = CertifiedProblem.boxBOD
    // From the first the model has no value, from the second it stays where the exponential vanishes, the others are
    // NIST's.
    let starts = [[.nan, 1], [1, 800], [1, 1], [100, 0.75]]
    let (best, survey) = try leastSquares(from: starts) { certified.problem() }
    let found = try #require(survey)
    #expect(found.bestStart == 2 && found.reached == 2 && found.succeeded == 2)
    #expect(found.objectives[0].isNaN)
    #expect(abs(best.coefficients[0] - certified.coefficients[0]) < 1e-8)
    #expect(
      best.residualSumOfSquares == leastSquares(certified.problem(), from: [1, 1]).residualSumOfSquares)
  }

  @Test func anyNumberOfCoresGivesTheSame() throws {
    let certified = CertifiedProblem.mgh09
    let starts = try startGrid([[0.1, 0.3], [0.1, 0.3], [0.1, 0.3], [0.1, 0.3, 0.5]])
    let alone = try leastSquares(from: starts) { certified.problem() }
    for cores in [2, 3, 64] {
      let together = try leastSquares(from: starts, cores: cores) { certified.problem() }
      #expect(together.best == alone.best && together.survey == alone.survey)
    }
    #expect((alone.survey?.reached ?? 0) > 0)
  }

  @Test func noStartAndNoFiniteStartAreTold() throws {
    #expect(throws: LeastSquaresError.noStarts) {
      try leastSquares(from: []) { CertifiedProblem.boxBOD.problem() }
    }
    let (best, survey) = try leastSquares(from: [[.nan, 1]]) { CertifiedProblem.boxBOD.problem() }
    #expect(survey == nil && best.verdict == .notFiniteAtStart)
  }

  @Test func minimaOfAnyFunctionAreSearchedFromManyStarts() throws {
    // (x² − 1)² + x / 10 has its lower minimum near −1, where 4 x³ − 4 x + 1/10 = 0; the root by mpmath.findroot.
    let starts = (-3...3).map { [Double($0) + 0.5] }
    let search: @Sendable () -> (QuasiNewtonSearch, QuasiNewtonSearch.Objective) = {
      let objective: QuasiNewtonSearch.Objective = { x, slope in
        let square = x[0] * x[0] - 1
        slope[0] = 4 * square * x[0] + 0.1
        return square * square + 0.1 * x[0]
      }
      return (QuasiNewtonSearch(dimension: 1), objective)
    }
    let (best, survey) = try minimum(from: starts, search: search)
    #expect(abs(best.point[0] + 1.0122731310326809) < 1e-8)
    let together = try minimum(from: starts, cores: 2, search: search)
    #expect(together.best == best)
    #expect((1...7).contains(survey?.reached ?? 0))
  }
}
