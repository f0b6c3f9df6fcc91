extension Algebra {
  func power(_ base: NodeID, _ exponent: NodeID) throws(AlgebraLimit) -> NodeID {
    try spend()
    if exponent == zero || base == one { return one }
    if exponent == one { return base }
    if base == euler { return try exponential(exponent) }
    let number = rational(exponent)
    switch self[base] {
    case .number(let value):
      if let number { return try power(of: value, number) }
    case .power(let inner, let first):
      if let merged = try merged(inner, first, exponent) { return merged }
    case .product(let factors):
      if let number { return try power(ofProduct: factors, number) }
    case .call(.abs, let arguments):
      if let number, number.isEven { return try power(arguments[0], exponent) }
    default: break
    }
    return node(.power(base, exponent))
  }

  /// (b^p)^q is b^(p q) where q is whole or b at least 0, which it must be wherever b^p with such a p has a value.
  private func merged(
    _ base: NodeID, _ first: NodeID, _ second: NodeID
  ) throws(AlgebraLimit) -> NodeID? {
    if rational(second)?.isInteger == true || isNonnegative(base) {
      return try power(base, try product([first, second]))
    }
    guard let inner = rational(first), rational(second) != nil else { return nil }
    if inner.isEven {
      return try power(try call(.abs, [base]), try product([first, second]))
    }
    return try power(base, try product([first, second]))
  }

  private func power(ofProduct factors: [NodeID], _ exponent: Rational) throws(AlgebraLimit) -> NodeID {
    if exponent.isInteger {
      var results: [NodeID] = []
      for factor in factors { results.append(try power(factor, number(exponent))) }
      return try product(results)
    }
    // What is at least 0 comes out of a root; the others stay under it together.
    var outside: [NodeID] = []
    var inside: [NodeID] = []
    for factor in factors {
      if isNonnegative(factor) {
        outside.append(try power(factor, number(exponent)))
      } else if let value = rational(factor), value != .minusOne {
        outside.append(try power(number(value.magnitude), number(exponent)))
        inside.append(minusOne)
      } else {
        inside.append(factor)
      }
    }
    let root = inside.isEmpty ? one : node(.power(rawProduct(inside), number(exponent)))
    return outside.isEmpty ? root : try product(outside + [root])
  }

  private func power(of value: Rational, _ exponent: Rational) throws(AlgebraLimit) -> NodeID {
    let kept = node(.power(number(value), number(exponent)))
    if value.isZero { return exponent.isNegative ? kept : zero }
    if let whole = exponent.integer { return (try? value.power(whole)).map(number) ?? kept }
    guard !value.isNegative, let root = exponent.denominator <= 64 ? Int(exponent.denominator) : nil else {
      return kept
    }
    guard value.isInteger else {
      return try product([
        try power(of: try Rational(value.numerator, over: 1), exponent),
        try power(of: try Rational(value.denominator, over: 1), -exponent),
      ])
    }
    // The largest factor that is a full power comes out: √12 is 2√3.
    let (outside, inside) = fullPower(in: value.numerator, root)
    guard let whole = Int(exactly: exponent.numerator), outside > 1 || abs(whole) > root else { return kept }
    let part = try power(number(Rational(Int(outside))), number(whole))
    if inside == 1 { return part }
    let rest = try exponent - Rational(whole / root)
    let left = try Rational(inside, over: 1)
    let outer = try left.power(whole / root)
    return try product([part, number(outer), node(.power(number(left), number(rest)))])
  }

  /// The largest number whose power divides another, among small ones, and what is left.
  private func fullPower(in value: Int128, _ root: Int) -> (outside: Int128, inside: Int128) {
    var (outside, inside): (Int128, Int128) = (1, value)
    var candidate: Int128 = 2
    while candidate <= 1000 {
      guard let step = try? Rational(Int(candidate)).power(root), step.numerator <= inside else { break }
      while inside % step.numerator == 0, outside < 1 << 40 {
        inside /= step.numerator
        outside *= candidate
      }
      candidate += 1
    }
    return (outside, inside)
  }

  /// e to a power: what multiplies a logarithm there comes down.
  private func exponential(_ exponent: NodeID) throws(AlgebraLimit) -> NodeID {
    let terms = if case .sum(let terms) = self[exponent] { terms } else { [exponent] }
    var powers: [NodeID] = []
    var rest: [NodeID] = []
    for term in terms {
      if let power = try powerFromLogarithm(term) { powers.append(power) } else { rest.append(term) }
    }
    guard !powers.isEmpty else { return node(.power(euler, exponent)) }
    let remaining = try sum(rest)
    return try product(powers + [remaining == zero ? one : try power(euler, remaining)])
  }

  /// u^c for the exponent c·log(u).
  private func powerFromLogarithm(_ term: NodeID) throws(AlgebraLimit) -> NodeID? {
    let factors = if case .product(let factors) = self[term] { factors } else { [term] }
    let logarithms = factors.indices.filter {
      if case .call(.log, _) = self[factors[$0]] { true } else { false }
    }
    guard logarithms.count == 1, case .call(.log, let arguments) = self[factors[logarithms[0]]] else {
      return nil
    }
    var others = factors
    others.remove(at: logarithms[0])
    return try power(arguments[0], try product(others))
  }
}
