/// Why a formula has no derivative: the function that has none.
struct Undifferentiable: Error {
  var formula: NodeID
  var reason: String
}

/// Derivatives of formulas by one symbol, each part's once.
struct Differentiator {
  let algebra: Algebra
  let symbol: NodeID
  private var known: [NodeID: NodeID] = [:]

  init(algebra: Algebra, symbol: NodeID) {
    self.algebra = algebra
    self.symbol = symbol
  }

  /// The derivative, as written: not simplified but for zeros and ones.
  mutating func derivative(of root: NodeID) throws(Undifferentiable) -> NodeID {
    // Parts come first, so that the depth of a formula does not matter.
    for id in algebra.reachable(from: [root]) where known[id] == nil {
      guard (try? algebra.spend()) != nil else {
        throw Undifferentiable(formula: root, reason: "this derivative is too large for algebra")
      }
      known[id] = try rule(for: id)
    }
    return known[root] ?? algebra.zero
  }

  func slope(_ id: NodeID) -> NodeID { known[id] ?? algebra.zero }
  func isConstant(_ id: NodeID) -> Bool { slope(id) == algebra.zero }

  private func rule(for id: NodeID) throws(Undifferentiable) -> NodeID {
    if id == symbol { return algebra.one }
    switch algebra[id] {
    case .number, .decimal, .constant, .symbol, .boolean, .comparison, .and, .or, .not: return algebra.zero
    case .sum(let terms): return sum(terms.map(slope))
    case .product(let factors): return product(factors)
    case .power(let base, let exponent): return power(id, base, exponent)
    case .call(let kernel, let arguments):
      return arguments.allSatisfy(isConstant) ? algebra.zero : try call(id, kernel, arguments)
    case .conditional(let condition, let first, let second):
      if isConstant(first), isConstant(second) { return algebra.zero }
      return algebra.node(.conditional(condition, slope(first), slope(second)))
    }
  }

  /// The product rule: each factor changes in turn.
  private func product(_ factors: [NodeID]) -> NodeID {
    let terms = factors.indices.filter { !isConstant(factors[$0]) }.map { index in
      var changed = factors
      changed[index] = slope(factors[index])
      return product(of: changed)
    }
    return sum(terms)
  }

  /// n u^(n−1) u' where the exponent rests, b^v log(b) v' where the base does, both in sum.
  private func power(_ id: NodeID, _ base: NodeID, _ exponent: NodeID) -> NodeID {
    var terms: [NodeID] = []
    if !isConstant(base) {
      let lower =
        algebra.rational(exponent).flatMap { try? $0 - .one }.map { algebra.number($0) }
        ?? algebra.rawSum([exponent, algebra.minusOne])
      let power = lower == algebra.one ? base : algebra.rawPower(base, lower)
      terms.append(product(of: [exponent, power, slope(base)]))
    }
    if !isConstant(exponent) {
      let rate = base == algebra.euler ? algebra.one : algebra.rawCall(.log, [base])
      terms.append(product(of: [id, rate, slope(exponent)]))
    }
    return sum(terms)
  }

  func sum(_ terms: [NodeID]) -> NodeID { algebra.rawSum(terms.filter { $0 != algebra.zero }) }

  func product(of factors: [NodeID]) -> NodeID {
    factors.contains(algebra.zero) ? algebra.zero : algebra.rawProduct(factors.filter { $0 != algebra.one })
  }
}
