import Mathematics
import Testing

@Suite struct GammaTests {
  @Test(arguments: [
    // By mpmath.loggamma.
    (0.25, 1.2880225246980775), (0.5, 0.57236494292470009), (1.0 / 3, 0.98542064692776707), (1.0, 0.0),
    (1.5, -0.12078223763524522), (5.0, 3.1780538303479456), (9.999, 12.799575780077412),
    (100.0, 359.13420536957540), (1e6, 12_815_504.569147612), (1e-6, 13.815509980749431),
  ])
  func logarithmsOfTheGammaFunction(x: Double, expected: Double) {
    #expect(abs(logGamma(x) - expected) <= 1e-14 * max(1, abs(expected)))
  }

  @Test func numbersThatHaveNone() {
    for x in [0, -1, -0.5, Double.nan, -Double.infinity] { #expect(logGamma(x).isNaN) }
    #expect(logGamma(.infinity) == .infinity)
  }

  @Test(arguments: [
    // Γ(1 + 1/d) Γ(d/2 + 1)^(1/d) / √π by mpmath.
    (1, 0.5), (2, 0.5), (3, 0.553960278365090), (4, 0.608140107128760), (10, 0.866331014250835),
  ])
  func nearestOfVeryManyPoints(dimension: Int, expected: Double) {
    #expect(abs(nearestDistanceConstant(dimension: dimension) - expected) <= 1e-14)
    let many = expectedNearestDistance(of: 1_000_000_000, dimension: dimension)
    let spacing = Double.pow(1e9, -1 / Double(dimension))
    #expect(abs(many / spacing - expected) <= 1e-8 * expected)
  }

  @Test func nearestOfFewPoints() {
    // Two points on a circle are 1/4 apart in the mean; of n points the nearest is at 1 / (2n).
    #expect(abs(expectedNearestDistance(of: 2, dimension: 1) - 0.25) <= 1e-15)
    #expect(abs(expectedNearestDistance(of: 7, dimension: 1) - 1.0 / 14) <= 1e-15)
  }
}
