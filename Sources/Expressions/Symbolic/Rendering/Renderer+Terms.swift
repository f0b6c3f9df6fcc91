extension Renderer {
  /// A number, a power or a product, with what has a negative power below a fraction's line.
  func term(_ id: NodeID) throws(AlgebraLimit) -> Expression {
    let coefficient = algebra.split(id).coefficient
    return signed(try unsignedTerm(id), isNegative: coefficient.isNegative)
  }

  /// The term without its sign.
  func unsignedTerm(_ id: NodeID) throws(AlgebraLimit) -> Expression {
    let (coefficient, monic) = algebra.split(id)
    if case .sum(let terms) = algebra[monic], !coefficient.isInteger, functions.contains("mean") {
      // The number goes into the sum, where it may make a mean.
      let inside = try terms.mapped { term throws(AlgebraLimit) in
        try algebra.scaled(coefficient.magnitude, term)
      }
      return try sum(inside)
    }
    var fraction = Fraction(above: [], below: [])
    var factors = if case .product(let factors) = algebra[monic] { factors } else { [monic] }
    try placeRoots(of: &factors, in: &fraction)
    for factor in factors where factor != algebra.one { try place(factor, in: &fraction) }
    try place(coefficient.magnitude, in: &fraction)
    return assembled(fraction)
  }

  /// Factors above and below a fraction's line, with what orders them.
  private struct Fraction {
    var above: [Placed]
    var below: [Placed]
  }

  private struct Placed {
    var rank: Int
    var text: String
    var expression: Expression
  }

  private func place(_ number: Rational, in fraction: inout Fraction) throws(AlgebraLimit) {
    if usesDecimals, !number.isInteger, Rational(decimal: number.double) == number {
      fraction.above.append(Placed(rank: 0, text: "", expression: make(.number(number.double))))
      return
    }
    guard let above = exact(number.numerator), let below = exact(number.denominator) else { throw .overflow }
    if above != 1 || fraction.above.isEmpty {
      fraction.above.append(Placed(rank: 0, text: "", expression: make(.number(above))))
    }
    if below != 1 { fraction.below.append(Placed(rank: 0, text: "", expression: make(.number(below)))) }
  }

  /// Roots of several numbers stand under one sign: √(2π).
  private func placeRoots(of factors: inout [NodeID], in fraction: inout Fraction) throws(AlgebraLimit) {
    for exponent in [try Rational(1, over: 2), try Rational(-1, over: 2)] {
      let bases = factors.compactMap { factor -> NodeID? in
        guard case .power(let base, let own) = algebra[factor], algebra.rational(own) == exponent else {
          return nil
        }
        switch algebra[base] {
        case .number, .constant(.pi): return base
        default: return nil
        }
      }
      guard bases.count > 1 else { continue }
      factors.removeAll { factor in
        if case .power(let base, let own) = algebra[factor] {
          bases.contains(base) && algebra.rational(own) == exponent
        } else {
          false
        }
      }
      let root = call("sqrt", [try render(try algebra.product(bases))])
      let placed = Placed(rank: 4, text: root.description, expression: root)
      if exponent.isNegative { fraction.below.append(placed) } else { fraction.above.append(placed) }
    }
  }

  private func exact(_ integer: Int128) -> Double? {
    integer.magnitude < 1 << 53 ? Double(integer) : nil
  }

  private func place(_ factor: NodeID, in fraction: inout Fraction) throws(AlgebraLimit) {
    guard case .power(let base, let exponent) = algebra[factor], base != algebra.euler else {
      fraction.above.append(placed(try factorExpression(factor), of: factor))
      return
    }
    let isNumber = algebra.rational(exponent) != nil
    let mayStandBelow = isNumber || (algebra.rational(base) == nil && !algebra.mayVanishWidely(base))
    if mayStandBelow, algebra.readsNegative(exponent) {
      let inverse = try algebra.negative(exponent)
      let expression = try power(base, inverse)
      fraction.below.append(placed(expression, of: base))
    } else {
      fraction.above.append(placed(try power(base, exponent), of: base))
    }
  }

  private func placed(_ expression: Expression, of base: NodeID) -> Placed {
    let rank =
      switch algebra[base] {
      case .number, .decimal: 1
      case .constant: 2
      case .symbol: 3
      case .power: 4
      case .call: 5
      default: 6
      }
    return Placed(rank: rank, text: expression.description, expression: expression)
  }

  private func factorExpression(_ id: NodeID) throws(AlgebraLimit) -> Expression {
    switch algebra[id] {
    case .power(_, let exponent): try exponential(exponent)
    case .constant(.euler): try exponential(algebra.one)
    default: try render(id)
    }
  }

  private func exponential(_ exponent: NodeID) throws(AlgebraLimit) -> Expression {
    if exponent == algebra.one, !setting.defines("e") { return name("e") }
    return call("exp", [try render(exponent)])
  }

  private func power(_ base: NodeID, _ exponent: NodeID) throws(AlgebraLimit) -> Expression {
    let inner = try render(base)
    if exponent == algebra.one { return inner }
    if exponent == algebra.half { return call("sqrt", [inner]) }
    var plain = self
    plain.usesDecimals = false
    return make(.power(inner, try plain.render(exponent)))
  }

  private func assembled(_ fraction: Fraction) -> Expression {
    let above = ordered(fraction.above)
    let below = ordered(fraction.below)
    var factors = product(above)
    if !below.isEmpty {
      let divisor = below.count == 1 ? below[0] : make(.product(product(below)))
      factors.append(Expression.Factor(.over, divisor))
    }
    return factors.count == 1 ? factors[0].operand : make(.product(factors))
  }

  private func ordered(_ factors: [Placed]) -> [Expression] {
    let named = factors.sorted { ($0.rank, naturalKey($0.text)) < ($1.rank, naturalKey($1.text)) }
    return named.map(\.expression)
  }

  private func product(_ factors: [Expression]) -> [Expression.Factor] {
    factors.enumerated().map { index, factor in
      let isAfterNumber: Bool = if index == 1, case .number = factors[0].form { true } else { false }
      return Expression.Factor(isAfterNumber ? .juxtaposed : .times, factor)
    }
  }
}

/// A text with its numbers filled up with zeros, so that `h_10` comes after `h_9`.
func naturalKey(_ text: String) -> String {
  var key = ""
  var digits = ""
  for character in text + " " {
    if character.isASCII, character.isNumber {
      digits.append(character)
    } else {
      if !digits.isEmpty { key += String(repeating: "0", count: max(0, 12 - digits.count)) + digits }
      digits = ""
      key.append(character)
    }
  }
  return key
}
