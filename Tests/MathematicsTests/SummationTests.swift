import Mathematics
import Testing

@Suite struct SummationTests {
  @Test func sumsDoNotLoseSmallTerms() {
    // The exact sums, by hand.
    #expect(compensatedSum([1, 1e100, 1, -1e100]) == 2)
    #expect(compensatedSum(Array(repeating: 0.1, count: 10)) == 1)
    #expect(compensatedSum([Double]()) == 0)
  }

  @Test func sumsWhosePartsOverflowAreExact() {
    #expect(compensatedSum([1e308, 1e308, -1e308, -1e308, 1]) == 1)
    #expect(compensatedSum([1.5e308, 1.5e308, -1.5e308]) == 1.5e308)
    #expect(compensatedSum([.infinity, 1]) == .infinity)
    #expect(compensatedSum([.infinity, -.infinity]).isNaN)
  }

  @Test func dotProductsDoNotCancel() {
    // 1e16·1 + 1·1 − 1e16·1 = 1, by hand.
    #expect(dot([1e16, 1, -1e16], [1, 1, 1]) == 1)
    // (1 + 2⁻²⁷)² − 1 − 2⁻²⁶ = 2⁻⁵⁴, which the rounded product loses.
    let x = 1 + 0x1p-27
    #expect(dot([x, 1, 0x1p-26], [x, -1, -1]) == 0x1p-54)
  }

  @Test func normsNeitherOverflowNorVanish() {
    // Pythagorean triples, scaled.
    #expect(norm([0x3p600, 0x4p600]) == 0x5p600)
    #expect(norm([0x3p-600, 0x4p-600]) == 0x5p-600)
    #expect(abs(norm([1.0, 2, 3]) - 3.7416573867739413) <= 1e-15)  // √14, mpmath to 30 digits
    #expect(norm([Double]()) == 0)
    #expect(norm([0.0, 0]) == 0)
    #expect(norm([1, .nan, 2]).isNaN)
    #expect(norm([1, -.infinity]) == .infinity)
    #expect(norm([Double.leastNonzeroMagnitude]) == Double.leastNonzeroMagnitude)
  }

  @Test func meansOfHugeNumbersDoNotOverflow() {
    #expect(mean([1e308, 1.5e308]) == 1.25e308)
    #expect(mean([Double]()).isNaN)
  }

  @Test func variancesOfLargeCloseNumbersDoNotCancel() {
    // Knuth's example: the variance of 4, 7, 13, 16 is 30, whatever is added to all.
    #expect(variance([4, 7, 13, 16]) == 30)
    let shifted: [Double] = [1_000_000_004, 1_000_000_007, 1_000_000_013, 1_000_000_016]
    #expect(variance(shifted) == 30)
    let deviation = standardDeviation(shifted)
    #expect(deviation > 5.4772255750516 && deviation < 5.4772255750517)  // √30
    #expect(standardDeviation([-1e200, 1e200]).isFinite)
    #expect(variance([1.0]).isNaN)
  }

  @Test func extremesAreTheFirstOfEqualsAndPassOverNaN() {
    #expect(argmax([1.0, 3, 3]) == 1)
    #expect(argmin([2.0, .nan, 1, 1]) == 2)
    #expect(argmax([Double]()) == nil)
    #expect(argmax([Double.nan]) == nil)
  }

  @Test func spacedNumbersMeetTheirEndsExactly() {
    #expect(linspace(0, 1, count: 11)[3] == 0.3)
    #expect(linspace(-1, 1, count: 5) == [-1, -0.5, 0, 0.5, 1])
    #expect(linspace(0.1, 0.7, count: 4).last == 0.7)
    #expect(linspace(-1.5e308, 1.5e308, count: 3) == [-1.5e308, 0, 1.5e308])
    #expect(linspace(2.0, 3, count: 1) == [2])
    #expect(linspace(2.0, 3, count: 0) == [])
    #expect(logspace(1, 1000, count: 4) == [1, 10, 100, 1000])
    #expect(abs(logspace(1, 2, count: 3)[1] - 1.4142135623730951) <= 2.3e-16)  // √2
  }
}
