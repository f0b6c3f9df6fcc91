/// A quotient of polynomials whose variables are formulas that are no sums and no products.
struct Fraction: Hashable {
  var numerator: Polynomial
  var denominator: Polynomial

  static let zero = Fraction(numerator: .zero, denominator: .one)
}

/// Turns formulas into quotients of polynomials and back.
///
/// What is no rational function is a variable: `x`, `log(x)`, `exp(x)`. Powers of one base with different exponents
/// are powers of one variable: e^x and e^(2x), √x and x. Squares of roots, absolute values and sines are reduced.
struct FractionBuilder {
  let algebra: Algebra
  let arithmetic: PolynomialArithmetic
  /// For each base with fractional powers, or each e^m, the denominator that its exponents have in common.
  private var denominators: [NodeID: Int] = [:]
  /// Powers of variables that are polynomials in others.
  private var relations: [NodeID: (exponent: Int, value: Polynomial)] = [:]

  init(algebra: Algebra, arithmetic: PolynomialArithmetic = PolynomialArithmetic()) {
    self.algebra = algebra
    self.arithmetic = arithmetic
  }

  /// The quotient in lowest terms.
  mutating func fraction(of root: NodeID) throws(AlgebraLimit) -> Fraction {
    try gatherDenominators(root)
    // Building gathers the relations that reducing needs.
    let built = try build(root, depth: 0)
    return try reduced(built)
  }

  private mutating func gatherDenominators(_ root: NodeID) throws(AlgebraLimit) {
    for id in algebra.reachable(from: [root]) {
      guard case .power(let base, let exponent) = algebra[id] else { continue }
      for (coefficient, monic) in algebra.terms(of: exponent) {
        let key = monic == algebra.one ? base : algebra.node(.power(base, monic))
        guard let own = Int(exactly: coefficient.denominator), own <= 64 else { throw .size }
        let known = denominators[key] ?? 1
        let common = known / Int(greatestCommonDivisor(UInt128(known), UInt128(own))) * own
        guard common <= 720 else { throw .size }
        denominators[key] = common
      }
    }
  }

  private mutating func build(_ id: NodeID, depth: Int) throws(AlgebraLimit) -> Fraction {
    guard depth < 100 else { throw .size }
    switch algebra[id] {
    case .number(let number): return Fraction(numerator: Polynomial(number), denominator: .one)
    case .sum(let terms):
      var total = Fraction.zero
      for term in terms { total = try sum(total, try build(term, depth: depth + 1)) }
      return total
    case .product(let factors):
      var total = Fraction(numerator: .one, denominator: .one)
      for factor in factors { total = try product(total, try build(factor, depth: depth + 1)) }
      return total
    case .power(let base, let exponent): return try power(base, exponent, depth: depth)
    default: return try power(id, algebra.one, depth: depth)
    }
  }

  /// A power whose exponent is a sum is a product of powers.
  private mutating func power(
    _ base: NodeID, _ exponent: NodeID, depth: Int
  ) throws(AlgebraLimit) -> Fraction {
    var total = Fraction(numerator: .one, denominator: .one)
    for (coefficient, monic) in algebra.terms(of: exponent) {
      let part: Fraction
      if monic != algebra.one {
        guard !algebra.mayVanishWidely(base) else { throw .size }
        let denominator = denominators[algebra.node(.power(base, monic))] ?? 1
        let step = try algebra.scaled(try Rational(1, over: Int128(denominator)), monic)
        part = try variable(algebra.node(.power(base, step)), to: try whole(coefficient, denominator))
      } else {
        part = try power(base, coefficient, depth: depth)
      }
      total = try product(total, part)
    }
    return total
  }

  private mutating func power(
    _ base: NodeID, _ exponent: Rational, depth: Int
  ) throws(AlgebraLimit) -> Fraction {
    let denominator = denominators[base] ?? 1
    switch algebra[base] {
    case .number, .sum, .product, .power:
      // A sum's roots are variables, and whole powers of the sum are multiplied out.
      let inner = try build(base, depth: depth + 1)
      let isWhole = exponent.isInteger
      if isWhole { return try power(inner, try whole(exponent, 1)) }
      let root = algebra.node(.power(base, algebra.number(try Rational(1, over: Int128(denominator)))))
      if inner.denominator == .one { relations[root] = (denominator, inner.numerator) }
      return try variable(root, to: try whole(exponent, denominator))
    default:
      noteRelation(of: base)
      let isRoot = denominator > 1
      let root =
        isRoot ? algebra.node(.power(base, algebra.number(try Rational(1, over: Int128(denominator))))) : base
      return try variable(root, to: try whole(exponent, denominator))
    }
  }

  private mutating func noteRelation(of base: NodeID) {
    guard case .call(.sin, let arguments) = algebra[base] else { return }
    let cosine = algebra.node(.call(.cos, arguments))
    let square = try? arithmetic.difference(.one, Polynomial(variable: cosine, exponent: 2))
    if let square, denominators[cosine] ?? 1 == 1, denominators[base] ?? 1 == 1 {
      relations[base] = (2, square)
    }
  }

  private func whole(_ exponent: Rational, _ denominator: Int) throws(AlgebraLimit) -> Int {
    guard let whole = try (exponent * Rational(denominator)).integer, abs(whole) <= 4096 else { throw .size }
    return whole
  }

  private func variable(_ id: NodeID, to exponent: Int) throws(AlgebraLimit) -> Fraction {
    if exponent == 0 { return Fraction(numerator: .one, denominator: .one) }
    let power = Polynomial(variable: id, exponent: abs(exponent))
    return exponent > 0
      ? Fraction(numerator: power, denominator: .one) : Fraction(numerator: .one, denominator: power)
  }

  private func power(_ base: Fraction, _ exponent: Int) throws(AlgebraLimit) -> Fraction {
    let numerator = try arithmetic.power(base.numerator, abs(exponent))
    let denominator = try arithmetic.power(base.denominator, abs(exponent))
    if exponent >= 0 { return Fraction(numerator: numerator, denominator: denominator) }
    guard !numerator.isZero else { throw .size }
    return Fraction(numerator: denominator, denominator: numerator)
  }

  private func sum(_ left: Fraction, _ right: Fraction) throws(AlgebraLimit) -> Fraction {
    let common = try arithmetic.divisor(left.denominator, right.denominator)
    guard let first = try arithmetic.quotient(left.denominator, common),
      let second = try arithmetic.quotient(right.denominator, common)
    else { throw .size }
    let numerator = try arithmetic.sum(
      try arithmetic.product(left.numerator, second), try arithmetic.product(right.numerator, first))
    return Fraction(numerator: numerator, denominator: try arithmetic.product(left.denominator, second))
  }

  private func product(_ left: Fraction, _ right: Fraction) throws(AlgebraLimit) -> Fraction {
    Fraction(
      numerator: try arithmetic.product(left.numerator, right.numerator),
      denominator: try arithmetic.product(left.denominator, right.denominator))
  }

  private func reduced(_ fraction: Fraction) throws(AlgebraLimit) -> Fraction {
    let numerator = try reduced(fraction.numerator)
    let denominator = try reduced(fraction.denominator)
    guard !denominator.isZero else { throw .size }
    if numerator.isZero { return .zero }
    let common = try arithmetic.divisor(numerator, denominator)
    guard let top = try arithmetic.quotient(numerator, common),
      let bottom = try arithmetic.quotient(denominator, common)
    else { return Fraction(numerator: numerator, denominator: denominator) }
    let content = try arithmetic.content(of: bottom)
    return Fraction(
      numerator: try arithmetic.scaled(top, by: try .one / content),
      denominator: try arithmetic.scaled(bottom, by: try .one / content))
  }

  /// Replaces powers of variables by what they equal.
  private func reduced(_ polynomial: Polynomial) throws(AlgebraLimit) -> Polynomial {
    var result = polynomial
    for _ in 0..<64 {
      guard
        let (variable, relation) = relations.sorted(by: { $0.key > $1.key }).first(where: { entry in
          result.degree(in: entry.key) >= entry.value.exponent
        })
      else { return result }
      var next = Polynomial.zero
      for exponent in 0...result.degree(in: variable) {
        let part = result.coefficient(of: variable, exponent)
        guard !part.isZero else { continue }
        let left = exponent % relation.exponent
        let power = try arithmetic.power(relation.value, exponent / relation.exponent)
        let rest = left == 0 ? Polynomial.one : Polynomial(variable: variable, exponent: left)
        next = try arithmetic.sum(next, try arithmetic.product(part, try arithmetic.product(power, rest)))
      }
      result = next
    }
    throw .size
  }
}

extension Algebra {
  /// The terms of a sum, each as a coefficient and what it stands before.
  func terms(of id: NodeID) -> [(coefficient: Rational, monic: NodeID)] {
    if case .sum(let terms) = self[id] { return terms.map(split) }
    return [split(id)]
  }

  /// The formula of a polynomial, multiplied out.
  func formula(of polynomial: Polynomial) throws(AlgebraLimit) -> NodeID {
    var terms: [NodeID] = []
    for monomial in polynomial.monomials {
      var factors = [number(polynomial.terms[monomial] ?? .zero)]
      for power in monomial.powers {
        factors.append(try self.power(power.variable, number(power.exponent)))
      }
      terms.append(try product(factors))
    }
    return try sum(terms)
  }
}
