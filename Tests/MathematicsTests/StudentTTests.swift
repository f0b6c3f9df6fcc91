import Mathematics
import Testing

/// Student's t distribution against mpmath with 40 digits.
@Suite struct StudentTTests {
  /// Degrees of freedom, an upper tail, and the number that is exceeded with that probability:
  /// `findroot(lambda t: log(betainc(v/2, .5, 0, v/(v + t*t), regularized=True) / 2 / p), start)`.
  static let quantiles: [(Double, Double, Double)] = [
    (1, 0.025, 12.706204736174705), (1, 0.1, 3.0776835371752534), (1, 0.0005, 636.61924876871962),
    (1, 0.45, 0.15838444032453629), (2, 0.025, 4.3026527297494639), (2, 0.0005, 31.599054576443621),
    (3, 0.025, 3.1824463052837096), (3, 0.1, 1.6377443536962101), (4.5, 0.025, 2.6589123472044038),
    (4.5, 0.45, 0.13291007210202014), (10, 0.025, 2.2281388519862747), (12, 0.025, 2.1788128296672289),
    (12, 0.0005, 4.3177912836061848), (41, 0.025, 2.019540970441376), (41, 0.1, 1.3025433589533825),
    (240, 0.025, 1.9698976350766921), (240, 0.0005, 3.3315248443369728), (1e5, 0.025, 1.9599877075346096),
    (1e5, 0.45, 0.12566166596959194),
  ]

  @Test(arguments: quantiles)
  func quantilesAreExact(_ freedom: Double, _ tail: Double, _ expected: Double) throws {
    let t = try #require(StudentT(degreesOfFreedom: freedom))
    #expect(
      abs(t.upperQuantile(tail) / expected - 1) <= tolerance(freedom), "\(t.upperQuantile(tail)), \(expected)"
    )
    #expect(t.quantile(tail) == -t.upperQuantile(tail))
    #expect(abs(t.cumulative(expected) - (1 - tail)) <= tolerance(freedom))
  }

  /// The fraction's argument is near 1 where there are many degrees of freedom, and loses digits there.
  private func tolerance(_ freedom: Double) -> Double { freedom > 1000 ? 2e-11 : 2e-14 }

  @Test(arguments: [
    (1, 0.5, 0.35241638234956673), (3, 2, 0.069662984279421588), (12, 6.5, 1.4682517843374049e-5),
    (39, 1e-8, 0.49999999603606585), (41, 1, 0.16158805077297723), (1e6, 3, 0.0013499312707108985),
    (0.5, 1e6, 0.00032070097541419885), (5, 40, 9.2059810858864772e-8),
  ])
  func tailsAreExact(_ freedom: Double, _ number: Double, _ expected: Double) throws {
    let t = try #require(StudentT(degreesOfFreedom: freedom))
    #expect(
      abs(t.upperTail(number) / expected - 1) <= tolerance(freedom), "\(t.upperTail(number)), \(expected)")
    #expect(t.upperTail(-number) == 1 - t.upperTail(number) && t.cumulative(-number) == t.upperTail(number))
  }

  /// With one degree of freedom it is Cauchy's distribution, 1 / (π (1 + t²)).
  @Test func theDensityOfOneDegreeOfFreedom() throws {
    let t = try #require(StudentT(degreesOfFreedom: 1))
    for number in [0, 0.5, 2, 100] {
      #expect(abs(t.density(number) * .pi * (1 + number * number) - 1) <= 4e-15)
    }
  }

  @Test func theEnds() throws {
    let t = try #require(StudentT(degreesOfFreedom: 3))
    #expect(t.quantile(0) == -.infinity && t.quantile(1) == .infinity && t.quantile(0.5) == 0)
    #expect(t.upperTail(.infinity) == 0 && t.upperTail(1e200) == 0 && t.upperTail(.nan).isNaN)
    #expect(t.quantile(-1).isNaN && t.quantile(2).isNaN && t.quantile(.nan).isNaN)
    #expect(t.upperQuantile(1) == -.infinity && t.upperQuantile(.nan).isNaN)
    for freedom in [0, -1, .infinity, .nan] { #expect(StudentT(degreesOfFreedom: freedom) == nil) }
    let heavy = try #require(StudentT(degreesOfFreedom: 0.01))
    #expect(heavy.upperQuantile(1e-9) > 1e100)
  }
}
