import Mathematics
import Testing

@Suite struct LinearLeastSquaresTests {
  @Test func theDocumentedExampleFindsWhatItSays() throws {
    let line = try linearLeastSquares([[1, 0], [1, 1], [1, 2], [1, 3]], [1, 3, 4, 4])
    // By hand: slope 5 / 5, intercept 3 − 1.5; residuals −0.5, 0.5, 0.5, −0.5; s² = 1 / 2.
    #expect(abs(line.coefficients[0] - 1.5) < 1e-15 && abs(line.coefficients[1] - 1) < 1e-15)
    #expect(abs(line.residualSumOfSquares - 1) < 1e-15 && line.degreesOfFreedom == 2)
    #expect(abs(line.residualStandardDeviation - 0.5.squareRoot()) < 1e-15)
    #expect(abs(line.standardErrors[1] - 0.1.squareRoot()) < 1e-15)
    #expect(abs(line.covariance[1] + 0.15) < 1e-15)  // s² times −Σx / (n Σx² − (Σx)²)
  }

  @Test func longleysNearlyDependentDataKeepTheirDigits() throws {
    // Longley 1967, public data of the US government; NIST certifies these values, and mpmath's lu_solve of the normal
    // equations with 40 digits prints the same.
    let coefficients = [
      -3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ]
    let errors = [
      890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675,
      0.226073200069370, 455.478499142212,
    ]
    let fit = try linearLeastSquares(longley.map { [1] + $0.dropFirst() }, longley.map { $0[0] })
    // The scaled columns' condition is 4e4, which may cost that many units in the last place.
    for (found, expected) in zip(fit.coefficients, coefficients) {
      #expect(abs(found - expected) <= 1e-12 * abs(expected))
    }
    for (found, expected) in zip(fit.standardErrors, errors) {
      #expect(abs(found - expected) <= 1e-10 * expected)
    }
    #expect(abs(fit.residualStandardDeviation - 304.854073561965) <= 1e-12 * 305)
  }

  @Test func aWeightOfTwoIsAPointTwice() throws {
    let (design, values) = ([[1.0, 0], [1, 1], [1, 2]], [1.0, 2, 5])
    let weighted = try linearLeastSquares(design, values, weights: [1, 2, 1])
    let repeated = try linearLeastSquares(design + [[1, 1]], values + [2])
    #expect(zip(weighted.coefficients, repeated.coefficients).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(abs(weighted.residualSumOfSquares - repeated.residualSumOfSquares) < 1e-15)
  }

  @Test func columnsThatDependOnEachOtherAreNamed() {
    // The last column is the sum of the first two, in any units.
    let design = [[1.0, 0, 1e9], [1, 1e6, 1.001e9], [1, 2e6, 1.002e9], [1, 5e6, 1.005e9]]
    #expect(throws: LeastSquaresError.dependentColumns([0, 1, 2], rank: 2)) {
      try linearLeastSquares(design, [1, 2, 3, 4])
    }
    #expect(throws: LeastSquaresError.dependentColumns([1], rank: 1)) {
      try linearLeastSquares([[1, 0], [2, 0]], [1, 2])
    }
  }

  @Test func dataThatCannotBeFittedAreRefused() {
    #expect(throws: LeastSquaresError.tooFewPoints(points: 1, coefficients: 2)) {
      try linearLeastSquares([[1, 2]], [1])
    }
    #expect(throws: LeastSquaresError.tooFewPoints(points: 0, coefficients: 0)) {
      try linearLeastSquares([], [])
    }
    #expect(
      throws: LeastSquaresError.unequalLengths(what: "row 1 of the design", found: 1, expected: 2)
    ) { try linearLeastSquares([[1, 2], [1]], [1, 2]) }
    #expect(throws: LeastSquaresError.notFinite(what: "value", at: 1)) {
      try linearLeastSquares([[1], [1]], [1, .nan])
    }
    #expect(throws: LeastSquaresError.negativeWeight(at: 0)) {
      try linearLeastSquares([[1], [1]], [1, 2], weights: [-1, 1])
    }
  }

  private let longley: [[Double]] = [
    [60323, 83.0, 234289, 2356, 1590, 107608, 1947], [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
    [60171, 88.2, 258054, 3682, 1616, 109773, 1949], [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
    [63221, 96.2, 328975, 2099, 3099, 112075, 1951], [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
    [64989, 99.0, 365385, 1870, 3547, 115094, 1953], [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
    [66019, 101.2, 397469, 2904, 3048, 117388, 1955], [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
    [68169, 108.4, 442769, 2936, 2798, 120445, 1957], [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
    [68655, 112.6, 482704, 3813, 2552, 123366, 1959], [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
    [69331, 115.7, 518173, 4806, 2572, 127852, 1961], [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
  ]
}
