import Mathematics
import Testing

@Suite struct DualTests {
  typealias Rule = @Sendable (Dual<Double>) -> Dual<Double>

  /// Checks a derivative against the central difference (f(x + h) − f(x − h)) / 2h.
  ///
  /// With h = 10⁻⁶ the difference is off by h² f'''/6 and by rounding of about 10⁻¹⁰, so 10⁻⁷ allows for both.
  func check(_ rule: Rule, at x: Double) {
    let h = 1e-6
    let difference = (rule(Dual(x + h)).value - rule(Dual(x - h)).value) / (2 * h)
    let slope = rule(Dual(x, tangent: 1)).tangent
    #expect(abs(slope - difference) <= 1e-7 * max(1, abs(slope)), "at \(x)")
  }

  static let rules: [Rule] = [
    { Dual.exp($0) }, { Dual.expMinusOne($0) }, { Dual.log($0) }, { Dual.logOnePlus($0) }, { Dual.log10($0) },
    { Dual.log2($0) }, { Dual.sqrt($0) }, { Dual.sin($0) }, { Dual.cos($0) }, { Dual.tan($0) },
    { Dual.asin($0) },
    { Dual.acos($0) }, { Dual.atan($0) }, { Dual.sinh($0) }, { Dual.cosh($0) }, { Dual.tanh($0) },
    { Dual.abs($0) }, { $0 * $0 }, { Dual(1) / $0 }, { -$0 - $0 }, { Dual.pow($0, Dual(2.5)) },
    { Dual.pow(Dual(2.5), $0) }, { Dual.pow($0, $0) }, { Dual.atan2($0, Dual(2)) },
    { Dual.atan2(Dual(2), $0) },
    { Dual(1).addingProduct($0, Dual.sin($0)) }, { sigmoid($0) }, { softplus($0) }, { logOneMinusExp(-$0) },
    { softmax([$0, Dual(1), $0 * $0])[2] }, { logSumExp([$0, Dual(1)]) },
    { entropy(softmax([$0, Dual(2)])) },
    { norm([$0, Dual(1)]) }, { variance([$0, Dual(1), Dual(4)]) }, { standardDeviation([$0, Dual(1)]) },
    { mean([$0, Dual(3)]) }, { linspace($0, Dual(3), count: 4)[1] }, { logspace($0, Dual(3), count: 4)[2] },
  ]

  @Test(arguments: rules.indices)
  func derivativesAgreeWithCentralDifferences(_ index: Int) {
    for x in [0.137, 0.5, 0.731, 0.94] { check(Self.rules[index], at: x) }
  }

  @Test func constantsStayConstantWhereSlopesAreInfinite() {
    let zero = Dual<Double>(0)
    #expect(Dual.sqrt(zero).tangent == 0)
    #expect((zero * Dual(.infinity)).tangent == 0)
    #expect(Dual.sqrt(Dual(0.0, tangent: 1)).tangent == .infinity)
  }

  @Test func kinksHaveNoDerivative() {
    #expect(Dual.abs(Dual(0.0, tangent: 1)).tangent.isNaN)
    #expect(norm([Dual(0.0, tangent: 1), Dual(0)]).tangent.isNaN)
  }

  @Test func powersAreDifferentiatedAtZero() {
    let x = Dual(0.0, tangent: 1)
    #expect(Dual.pow(x, Dual(2)).tangent == 0)
    #expect(Dual.pow(x, Dual(1)).tangent == 1)
    #expect(Dual.pow(x, Dual(0)).tangent == 0)
    #expect(Dual.pow(Dual(0), Dual(2, tangent: 1)).tangent == 0)
  }

  @Test func nestedDualsHoldSecondDerivatives() {
    // (x³)'' = 6x and (eˣ)'' = eˣ, at 2.
    let x = Dual(Dual(2.0, tangent: 1), tangent: Dual(1.0, tangent: 0))
    #expect((x * x * x).tangent.tangent == 12)
    #expect(Dual.exp(x).tangent.tangent == Double.exp(2))
  }
}
