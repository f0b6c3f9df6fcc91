/// Computes with polynomials, counts its steps, and gives up before an expansion grows out of hand.
final class PolynomialArithmetic {
  private var work = 0
  let workLimit: Int
  /// Terms that one polynomial may have.
  let termLimit: Int

  init(workLimit: Int = 30_000, termLimit: Int = 300) {
    self.workLimit = workLimit
    self.termLimit = termLimit
  }

  private func spend(_ steps: Int) throws(AlgebraLimit) {
    work += steps
    guard work <= workLimit else { throw .size }
  }

  func sum(_ left: Polynomial, _ right: Polynomial) throws(AlgebraLimit) -> Polynomial {
    try spend(right.terms.count)
    var terms = left.terms
    for (monomial, number) in right.terms {
      let total = try (terms[monomial] ?? .zero) + number
      terms[monomial] = total.isZero ? nil : total
    }
    guard terms.count <= termLimit else { throw .size }
    return Polynomial(terms: terms)
  }

  func scaled(_ polynomial: Polynomial, by factor: Rational) throws(AlgebraLimit) -> Polynomial {
    if factor.isZero { return .zero }
    var terms = polynomial.terms
    for (monomial, number) in polynomial.terms { terms[monomial] = try number * factor }
    return Polynomial(terms: terms)
  }

  func difference(_ left: Polynomial, _ right: Polynomial) throws(AlgebraLimit) -> Polynomial {
    try sum(left, try scaled(right, by: .minusOne))
  }

  func product(_ left: Polynomial, _ right: Polynomial) throws(AlgebraLimit) -> Polynomial {
    try spend(left.terms.count * right.terms.count + 1)
    var terms: [Monomial: Rational] = [:]
    for (first, number) in left.terms {
      for (second, other) in right.terms {
        let monomial = first.times(second)
        let total = try (terms[monomial] ?? .zero) + (try number * other)
        terms[monomial] = total.isZero ? nil : total
      }
      guard terms.count <= termLimit else { throw .size }
    }
    return Polynomial(terms: terms)
  }

  func power(_ base: Polynomial, _ exponent: Int) throws(AlgebraLimit) -> Polynomial {
    guard exponent >= 0, exponent <= 64 || base.terms.count == 1 else { throw .size }
    if base.terms.count == 1, let monomial = base.terms.first {
      guard exponent < 1 << 20, !monomial.key.powers.contains(where: { $0.exponent > 1 << 20 }) else {
        throw .size
      }
      let powers = monomial.key.powers.map {
        Monomial.Power(variable: $0.variable, exponent: $0.exponent * exponent)
      }
      let coefficient = try monomial.value.power(exponent)
      return Polynomial(terms: [Monomial(powers: exponent == 0 ? [] : powers): coefficient])
    }
    var result = Polynomial.one
    for _ in 0..<exponent { result = try product(result, base) }
    return result
  }

  /// The quotient where it leaves nothing over; nil otherwise.
  func quotient(_ left: Polynomial, _ right: Polynomial) throws(AlgebraLimit) -> Polynomial? {
    if let number = right.constant { return try scaled(left, by: try .one / number) }
    var rest = left
    var quotient: [Monomial: Rational] = [:]
    let (leading, coefficient) = (right.leading, right.leadingCoefficient)
    while !rest.isZero {
      try spend(rest.terms.count + right.terms.count)
      guard let monomial = rest.leading.dividing(by: leading) else { return nil }
      let number = try rest.leadingCoefficient / coefficient
      quotient[monomial] = number
      rest = try difference(rest, try product(right, Polynomial(terms: [monomial: number])))
      guard quotient.count <= termLimit else { throw .size }
    }
    return Polynomial(terms: quotient)
  }

  /// The number that leaves whole coefficients without a common factor, the leading one above 0.
  func content(of polynomial: Polynomial) throws(AlgebraLimit) -> Rational {
    var (numerator, denominator): (UInt128, Int128) = (0, 1)
    for number in polynomial.terms.values {
      numerator =
        numerator == 0
        ? number.numerator.magnitude : greatestCommonDivisor(numerator, number.numerator.magnitude)
      let divisor = greatestCommonDivisor(denominator.magnitude, number.denominator.magnitude)
      let (product, isTooLarge) = denominator.multipliedReportingOverflow(
        by: number.denominator / Int128(divisor))
      guard !isTooLarge else { throw .overflow }
      denominator = product
    }
    guard numerator > 0 else { return .one }
    let content = try Rational(Int128(numerator), over: denominator)
    return polynomial.leadingCoefficient.isNegative ? -content : content
  }

  func primitive(_ polynomial: Polynomial) throws(AlgebraLimit) -> Polynomial {
    polynomial.isZero ? polynomial : try scaled(polynomial, by: try .one / (try content(of: polynomial)))
  }
}
