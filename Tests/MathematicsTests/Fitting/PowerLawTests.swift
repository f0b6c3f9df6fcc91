import Mathematics
import Testing

/// The line through logarithms, and what it says of further points.
@Suite struct PowerLawTests {
  /// Reference: the textbook sums, computed in Python with numpy, and t(0.975, 2) = 4.302652729749462 from scipy.
  @Test func coefficientsErrorsAndPredictionsAreThoseOfTheStraightLine() throws {
    let law = try PowerLaw(x: [1, 10, 100, 1000], y: [8, 4.1, 1.9, 1])
    let further = law.predictionInterval(at: 1e4, probability: 0.95)
    let found = [
      law.exponent, law.coefficient, law.exponentError, law.logCoefficientError, law(1e4), further.lower,
      further.upper,
    ]
    let expected = [
      0.3043300216742737, 8.038072030852009, 0.007234797568046418, 0.03116564323320768, 0.487339717240448,
      0.37824639984777764, 0.6278975823579018,
    ]
    for (one, other) in zip(found, expected) { #expect(abs(one / other - 1) < 1e-12) }
    #expect(abs(law.reach(0.95) - 4.302652729749462) < 1e-12)
  }

  @Test func exactLawsAreFoundHoweverFarFromOne() throws {
    let x = [1e20, 2e20, 7e20, 1e22]
    let law = try PowerLaw(x: x, y: x.map { 3 * Double.exp(-0.05 * Double.log($0)) })
    #expect(abs(law.exponent - 0.05) < 1e-13 && abs(law.coefficient - 3) < 1e-11)
  }

  @Test func twoPointsHaveALawAndNoErrors() throws {
    let law = try PowerLaw(x: [1, 4], y: [2, 1])
    #expect(abs(law.exponent - 0.5) < 1e-15)
    #expect(law.exponentError.isNaN && law.predictionInterval(at: 2, probability: 0.9).lower.isNaN)
  }

  @Test func whatHasNoLawIsRefused() {
    #expect(throws: LeastSquaresError.tooFewPoints(points: 1, coefficients: 2)) {
      try PowerLaw(x: [1], y: [1])
    }
    #expect(throws: LeastSquaresError.notPositive(at: 1)) { try PowerLaw(x: [1, 2, 3], y: [1, 0, 1]) }
    #expect(throws: LeastSquaresError.notPositive(at: 0)) { try PowerLaw(x: [.nan, 2], y: [1, 1]) }
    #expect(throws: (any Error).self) { try PowerLaw(x: [2, 2, 2], y: [1, 2, 3]) }
  }
}
