// Canonical formulas: sums and products are flat, like terms and powers collected, numbers computed.
//
// Each rule holds wherever the formula before it has a value. Where the new formula has values at more places,
// as 1 has for x/x, the condition that was lost is recorded.
extension Algebra {
  /// The canonical form of a formula.
  func canonical(_ root: NodeID) throws(AlgebraLimit) -> NodeID {
    for id in reachable(from: [root]) where canonicalForms[id] == nil {
      try spend()
      canonicalForms[id] = try rebuilt(id) { child throws(AlgebraLimit) in canonicalForms[child] ?? child }
    }
    return canonicalForms[root] ?? root
  }

  /// A node made anew in canonical form from what becomes of its parts.
  func rebuilt(
    _ id: NodeID, _ part: (NodeID) throws(AlgebraLimit) -> NodeID
  ) throws(AlgebraLimit) -> NodeID {
    var parts: [NodeID] = []
    for child in self[id].children { parts.append(try part(child)) }
    switch self[id] {
    case .number, .decimal, .constant, .symbol, .boolean: return id
    case .sum: return try sum(parts)
    case .product: return try product(parts)
    case .power: return try power(parts[0], parts[1])
    case .call(let kernel, _): return try call(kernel, parts)
    case .conditional: return conditional(parts[0], parts[1], parts[2])
    case .comparison(let relation, _, _): return try comparison(relation, parts[0], parts[1])
    case .and, .or, .not: return logic(self[id], parts)
    }
  }

  /// A formula with other formulas in the places of some of its parts.
  func substituting(
    _ replacements: [NodeID: NodeID], in root: NodeID, except isKept: (NodeID) -> Bool = { _ in false }
  ) throws(AlgebraLimit) -> NodeID {
    var results = replacements
    for id in reachable(from: [root]) where results[id] == nil {
      try spend()
      results[id] =
        isKept(id) ? id : try rebuilt(id) { child throws(AlgebraLimit) in results[child] ?? child }
    }
    return results[root] ?? root
  }

  /// The coefficient and what it stands before.
  func split(_ id: NodeID) -> (coefficient: Rational, monic: NodeID) {
    switch self[id] {
    case .number(let number): return (number, one)
    case .product(let factors):
      guard let number = rational(factors[0]) else { return (.one, id) }
      let rest = Array(factors.dropFirst())
      return (number, rest.count == 1 ? rest[0] : node(.product(rest)))
    default: return (.one, id)
    }
  }

  /// A canonical formula times a number.
  func scaled(_ coefficient: Rational, _ id: NodeID) throws(AlgebraLimit) -> NodeID {
    coefficient == .one ? id : try product([number(coefficient), id])
  }

  func negative(_ id: NodeID) throws(AlgebraLimit) -> NodeID { try scaled(.minusOne, id) }
  func difference(_ left: NodeID, _ right: NodeID) throws(AlgebraLimit) -> NodeID {
    try sum([left, try negative(right)])
  }
  func quotient(_ left: NodeID, _ right: NodeID) throws(AlgebraLimit) -> NodeID {
    try product([left, try power(right, minusOne)])
  }

  func sum(_ terms: [NodeID]) throws(AlgebraLimit) -> NodeID {
    var coefficients: [NodeID: Rational] = [:]
    for term in terms { try add(term, times: .one, to: &coefficients) }
    var results: [NodeID] = []
    for monic in coefficients.keys.sorted() {
      guard let coefficient = coefficients[monic], !coefficient.isZero else { continue }
      results.append(joined(coefficient, monic))
    }
    return rawSum(results)
  }

  private func add(
    _ id: NodeID, times factor: Rational, to coefficients: inout [NodeID: Rational]
  ) throws(AlgebraLimit) {
    try spend()
    let (coefficient, monic) = split(id)
    let total = try coefficient * factor
    if case .sum(let terms) = self[monic] {
      for term in terms { try add(term, times: total, to: &coefficients) }
    } else {
      coefficients[monic] = try (coefficients[monic] ?? .zero) + total
    }
  }

  /// A coefficient before what is monic, and no sum.
  private func joined(_ coefficient: Rational, _ monic: NodeID) -> NodeID {
    if coefficient == .one { return monic }
    if monic == one { return number(coefficient) }
    if case .product(let factors) = self[monic] { return node(.product([number(coefficient)] + factors)) }
    return node(.product([number(coefficient), monic]))
  }
}
