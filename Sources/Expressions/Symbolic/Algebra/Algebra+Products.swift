extension Algebra {
  func product(_ factors: [NodeID]) throws(AlgebraLimit) -> NodeID {
    var factors = factors
    // Powers of collected factors may split again, as √8 does into 2√2; a few rounds settle it.
    for _ in 0..<4 {
      let (coefficient, powers) = try collected(factors)
      if coefficient.isZero { return powers.contains { $0.base == zero } ? node(.product(factors)) : zero }
      factors = []
      var isSettled = true
      for (base, exponents) in powers {
        let result = try power(base, try sum(exponents))
        if result == one { continue }
        switch self[result] {
        case .number, .product: isSettled = false
        default: break
        }
        factors.append(result)
      }
      if isSettled { return try assembled(coefficient, factors.sorted()) }
      factors.append(number(coefficient))
    }
    return node(.product(factors.sorted()))
  }

  private func collected(
    _ factors: [NodeID]
  ) throws(AlgebraLimit) -> (Rational, [(base: NodeID, exponents: [NodeID])]) {
    var coefficient = Rational.one
    var powers: [(base: NodeID, exponents: [NodeID])] = []
    var places: [NodeID: Int] = [:]
    var waiting = Array(factors.reversed())
    while let next = waiting.popLast() {
      try spend()
      var (base, exponent) = (next, one)
      switch self[next] {
      case .number(let number):
        coefficient = try coefficient * number
        continue
      case .product(let inner):
        waiting += inner.reversed()
        continue
      case .power(let inner, let power): (base, exponent) = (inner, power)
      default: break
      }
      if let place = places[base] {
        powers[place].exponents.append(exponent)
      } else {
        places[base] = powers.count
        powers.append((base, [exponent]))
      }
    }
    return (coefficient, powers)
  }

  private func assembled(_ coefficient: Rational, _ factors: [NodeID]) throws(AlgebraLimit) -> NodeID {
    var (coefficient, factors) = (coefficient, factors)
    if coefficient.isNegative { try turnSign(&coefficient, &factors) }
    factors.sort()
    if coefficient == .one { return rawProduct(factors) }
    return factors.isEmpty ? number(coefficient) : node(.product([number(coefficient)] + factors))
  }

  /// Moves a sign into a sum that reads no worse for it: −(1 − s) is s − 1, and −x(1 − y) is x(y − 1).
  private func turnSign(_ coefficient: inout Rational, _ factors: inout [NodeID]) throws(AlgebraLimit) {
    for (index, factor) in factors.enumerated() {
      guard case .sum(let terms) = self[factor] else { continue }
      let negatives = terms.count { split($0).coefficient.isNegative }
      let isAlone = factors.count == 1 && coefficient == .minusOne
      guard isAlone || 2 * negatives >= terms.count else { continue }
      var turned: [NodeID] = []
      for term in terms { turned.append(try negative(term)) }
      factors[index] = try sum(turned)
      coefficient = -coefficient
      return
    }
  }
}
