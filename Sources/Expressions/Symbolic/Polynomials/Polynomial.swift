/// Powers of variables, as pairs of a variable and an exponent above 0, by variable.
struct Monomial: Hashable, Comparable {
  var powers: [Power]

  struct Power: Hashable {
    var variable: NodeID
    var exponent: Int
  }

  static let one = Monomial(powers: [])

  func exponent(of variable: NodeID) -> Int {
    powers.first { $0.variable == variable }?.exponent ?? 0
  }

  func without(_ variable: NodeID) -> Monomial {
    Monomial(powers: powers.filter { $0.variable != variable })
  }

  func times(_ other: Monomial) -> Monomial { merged(with: other) { $0 + $1 } }

  /// The quotient, or nil where an exponent would be below 0.
  func dividing(by other: Monomial) -> Monomial? {
    let quotient = merged(with: other) { $0 - $1 }
    return quotient.powers.contains { $0.exponent < 0 } ? nil : quotient
  }

  /// What divides both.
  func common(with other: Monomial) -> Monomial { merged(with: other) { min($0, $1) } }

  private func merged(with other: Monomial, _ rule: (Int, Int) -> Int) -> Monomial {
    var result: [Power] = []
    var (left, right) = (powers[...], other.powers[...])
    while let variable = [left.first?.variable, right.first?.variable].compactMap({ $0 }).min() {
      let first = left.first?.variable == variable ? left.removeFirst().exponent : 0
      let second = right.first?.variable == variable ? right.removeFirst().exponent : 0
      let exponent = rule(first, second)
      if exponent != 0 { result.append(Power(variable: variable, exponent: exponent)) }
    }
    return Monomial(powers: result)
  }

  /// The lexicographic order, in which a product with a monomial keeps the order of two others.
  static func < (left: Monomial, right: Monomial) -> Bool {
    for (first, second) in zip(left.powers, right.powers) where first != second {
      return first.variable == second.variable
        ? first.exponent < second.exponent : first.variable > second.variable
    }
    return left.powers.count < right.powers.count
  }
}

/// A sum of monomials with exact coefficients, none of which is 0.
struct Polynomial: Hashable {
  var terms: [Monomial: Rational]

  static let zero = Polynomial(terms: [:])
  static let one = Polynomial(.one)

  init(terms: [Monomial: Rational]) { self.terms = terms }
  init(_ number: Rational) { terms = number.isZero ? [:] : [.one: number] }
  init(variable: NodeID, exponent: Int = 1) {
    terms = [Monomial(powers: [Monomial.Power(variable: variable, exponent: exponent)]): .one]
  }

  var isZero: Bool { terms.isEmpty }
  /// The number that it is, if it is one.
  var constant: Rational? {
    terms.isEmpty ? .zero : terms.count == 1 ? terms[.one] : nil
  }
  /// The monomials from the largest down.
  var monomials: [Monomial] { terms.keys.sorted(by: >) }
  var leading: Monomial { terms.keys.max() ?? .one }
  var leadingCoefficient: Rational { terms[leading] ?? .zero }
  /// The variables, in order.
  var variables: [NodeID] { Set(terms.keys.flatMap { $0.powers.map(\.variable) }).sorted() }

  func degree(in variable: NodeID) -> Int { terms.keys.map { $0.exponent(of: variable) }.max() ?? 0 }

  /// The coefficient of a power of a variable, a polynomial in the others.
  func coefficient(of variable: NodeID, _ exponent: Int) -> Polynomial {
    var result: [Monomial: Rational] = [:]
    for (monomial, number) in terms where monomial.exponent(of: variable) == exponent {
      result[monomial.without(variable)] = number
    }
    return Polynomial(terms: result)
  }

  func derivative(by variable: NodeID) throws(AlgebraLimit) -> Polynomial {
    var result: [Monomial: Rational] = [:]
    for (monomial, number) in terms {
      let exponent = monomial.exponent(of: variable)
      guard exponent > 0, let lower = monomial.dividing(by: Polynomial(variable: variable).leading) else {
        continue
      }
      result[lower] = try number * Rational(exponent)
    }
    return Polynomial(terms: result)
  }
}
