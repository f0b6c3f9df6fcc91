/// How much ink a formula takes: its names, numbers, signs and functions.
struct Cost {
  let renderer: Renderer
  private var known: [NodeID: Int] = [:]

  init(renderer: Renderer) {
    self.renderer = renderer
  }

  mutating func cost(of root: NodeID) throws(AlgebraLimit) -> Int {
    let algebra = renderer.algebra
    for id in algebra.reachable(from: [root]) where known[id] == nil {
      try algebra.spend()
      known[id] = min(try own(id), 1 << 40)
    }
    return known[root] ?? 0
  }

  private func cost(_ id: NodeID) -> Int { known[id] ?? 1 }

  private mutating func own(_ id: NodeID) throws(AlgebraLimit) -> Int {
    let algebra = renderer.algebra
    switch algebra[id] {
    case .number(let number): return cost(of: number) + (number.isNegative ? 1 : 0)
    case .decimal, .constant, .symbol, .boolean: return 1
    case .sum(let terms):
      let leadingSign = terms.allSatisfy { algebra.split($0).coefficient.isNegative } ? 1 : 0
      // The signs of terms are the signs between them.
      let signs = terms.count { algebra.split($0).coefficient.isNegative }
      return terms.reduce(terms.count - 1 + leadingSign - signs) { $0 + cost($1) }
    case .product(let factors): return product(factors)
    case .power(let base, let exponent):
      if base == algebra.euler { return 1 + cost(exponent) }
      return power(base, exponent) + (algebra.readsNegative(exponent) ? 2 : 0)
    case .call(let kernel, let arguments): return try call(kernel, arguments)
    default: return algebra[id].children.reduce(1) { $0 + cost($1) }
    }
  }

  private func cost(of number: Rational) -> Int {
    if number.isInteger { return 1 }
    return renderer.usesDecimals && Rational(decimal: number.double) == number ? 1 : 3
  }

  /// A power without the sign of its exponent.
  private func power(_ base: NodeID, _ exponent: NodeID) -> Int {
    let algebra = renderer.algebra
    guard let number = algebra.rational(exponent)?.magnitude else {
      return cost(base) + 1 + cost(exponent)
    }
    if number == .one { return cost(base) }
    return number == (try? Rational(1, over: 2)) ? cost(base) + 1 : cost(base) + 1 + cost(of: number)
  }

  private func product(_ factors: [NodeID]) -> Int {
    let algebra = renderer.algebra
    var (above, below, total) = (0, 0, 0)
    for factor in factors {
      if let number = algebra.rational(factor) {
        if number.isNegative { total += 1 }
        if number.numerator.magnitude != 1 { (above, total) = (above + 1, total + 1) }
        if !number.isInteger, cost(of: number) == 3 { (below, total) = (below + 1, total + 1) }
      } else if case .power(let base, let exponent) = algebra[factor], base != algebra.euler,
        algebra.readsNegative(exponent)
      {
        (below, total) = (below + 1, total + power(base, exponent))
      } else {
        (above, total) = (above + 1, total + cost(factor))
      }
    }
    if above == 0 { (above, total) = (1, total + 1) }
    return total + above + below - 1
  }

  private mutating func call(_ kernel: Kernel, _ arguments: [NodeID]) throws(AlgebraLimit) -> Int {
    guard kernel.takesVector, arguments.count > 1, let whole = try renderer.rolledForm(of: arguments) else {
      return arguments.reduce(1) { $0 + cost($1) }
    }
    return 1 + (try cost(of: whole))
  }
}
