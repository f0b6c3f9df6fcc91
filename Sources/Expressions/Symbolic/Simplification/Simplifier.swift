/// Chooses, for each part of a formula, the form that is the shortest to write.
///
/// Candidates are the formula as it is with like terms collected; its quotient of polynomials in lowest terms, multiplied
/// out or as powers of factors; logarithms taken together; and each of these after an equation that is known to hold,
/// such as Σ softmax = 1. The shortest wins, and among equals the one that changes least.
struct Simplifier {
  let algebra: Algebra
  /// Symbols, or other parts, with what an equation says that they equal.
  let equations: [(part: NodeID, value: NodeID)]
  private var cost: Cost
  private var results: [NodeID: NodeID] = [:]

  init(renderer: Renderer, equations: [(part: NodeID, value: NodeID)]) {
    self.algebra = renderer.algebra
    self.equations = equations
    cost = Cost(renderer: renderer)
  }

  mutating func simplified(_ root: NodeID) throws(AlgebraLimit) -> NodeID {
    let canonical = try algebra.canonical(root)
    for id in algebra.reachable(from: [canonical]) where results[id] == nil {
      let known = results
      let rebuilt = try algebra.rebuilt(id) { child throws(AlgebraLimit) in known[child] ?? child }
      results[id] = try best(rebuilt)
    }
    let form = results[canonical] ?? canonical
    return try best(form, among: try rewritten(form))
  }

  private mutating func best(_ id: NodeID) throws(AlgebraLimit) -> NodeID {
    switch algebra[id] {
    case .sum, .product, .power: return try best(id, among: candidates(for: id))
    default: return id
    }
  }

  private mutating func best(_ id: NodeID, among candidates: [NodeID]) throws(AlgebraLimit) -> NodeID {
    var (best, least) = (id, try cost.cost(of: id))
    for candidate in candidates {
      let own = try cost.cost(of: candidate)
      if own < least { (best, least) = (candidate, own) }
    }
    return best
  }

  private func candidates(for id: NodeID) -> [NodeID] {
    var candidates = rationalForms(of: id)
    if let joined = try? joinedLogarithms(id) { candidates.append(joined) }
    return candidates
  }

  /// The forms that equations lead to, simplified as well.
  private func rewritten(_ id: NodeID) throws(AlgebraLimit) -> [NodeID] {
    var candidates: [NodeID] = []
    let all = equations + sharesOfOne(in: id)
    for (part, value) in all where algebra.depends(id, on: [part]) {
      guard let form = try? algebra.substituting([part: value], in: id) else { continue }
      candidates += [form] + rationalForms(of: form)
    }
    return candidates
  }

  /// For each softmax of which all entries occur: the last is 1 less the others.
  private func sharesOfOne(in id: NodeID) -> [(part: NodeID, value: NodeID)] {
    let nodes = algebra.reachable(from: [id])
    var found: [(part: NodeID, value: NodeID)] = []
    for node in nodes {
      guard case .call(.softmax(let index), let arguments) = algebra[node], index == arguments.count else {
        continue
      }
      let others = (1..<max(index, 1)).map { algebra.node(.call(.softmax($0), arguments)) }
      guard others.allSatisfy(nodes.contains) else { continue }
      if let rest = try? algebra.difference(algebra.one, try algebra.sum(others)) {
        found.append((node, rest))
      }
    }
    return found
  }

  /// The formula as a quotient of polynomials, multiplied out or in powers of factors, above and below the line.
  private func rationalForms(of id: NodeID) -> [NodeID] {
    var builder = FractionBuilder(algebra: algebra)
    guard let fraction = try? builder.fraction(of: id) else { return [] }
    let above = forms(of: fraction.numerator)
    let below = forms(of: fraction.denominator)
    guard let top = above.first, let bottom = below.first else { return [] }
    let pairs = [(top, below.last ?? bottom), (above.last ?? top, below.last ?? bottom), (top, bottom)]
    var results = pairs.compactMap { try? algebra.quotient($0, $1) }
    if fraction.denominator.terms.count == 1, fraction.denominator != .one,
      let sum = try? divided(fraction.numerator, by: bottom)
    {
      results.append(sum)
    }
    results += collected(fraction.numerator).compactMap { try? algebra.quotient($0, below.last ?? bottom) }
    return results
  }

  /// For each variable that several terms have: these terms with the variable before their sum, and the others.
  private func collected(_ polynomial: Polynomial) -> [NodeID] {
    guard polynomial.terms.count > 2 else { return [] }
    return polynomial.variables.compactMap { variable in
      guard polynomial.degree(in: variable) == 1 else { return nil }
      let before = polynomial.coefficient(of: variable, 1)
      guard before.terms.count > 1, let inner = try? algebra.formula(of: before),
        let product = try? algebra.product([variable, inner]),
        let rest = try? algebra.formula(of: polynomial.coefficient(of: variable, 0))
      else { return nil }
      return try? algebra.sum([product, rest])
    }
  }

  /// Each term of a sum over one denominator.
  private func divided(_ numerator: Polynomial, by bottom: NodeID) throws(AlgebraLimit) -> NodeID {
    guard case .sum(let terms) = algebra[try algebra.formula(of: numerator)] else { throw .size }
    return try algebra.sum(
      try terms.mapped { term throws(AlgebraLimit) in try algebra.quotient(term, bottom) })
  }

  /// A polynomial multiplied out, and with its common factors and repeated factors taken out.
  private func forms(of polynomial: Polynomial) -> [NodeID] {
    guard let expanded = try? algebra.formula(of: polynomial) else { return [] }
    let factored = try? factored(polynomial)
    return [expanded] + (factored.map { [$0] } ?? [])
  }

  private func factored(_ polynomial: Polynomial) throws(AlgebraLimit) -> NodeID {
    if polynomial.constant != nil { return try algebra.formula(of: polynomial) }
    let arithmetic = PolynomialArithmetic()
    let content = try arithmetic.content(of: polynomial)
    let common = polynomial.terms.keys.reduce(polynomial.leading) { $0.common(with: $1) }
    let monomial = Polynomial(terms: [common: content])
    let rest = try arithmetic.quotient(polynomial, monomial) ?? polynomial
    var factors = [try algebra.formula(of: monomial)]
    var product = Polynomial.one
    for (factor, multiplicity) in try arithmetic.squareFreeFactors(of: rest) {
      factors.append(try algebra.power(try algebra.formula(of: factor), algebra.number(multiplicity)))
      product = try arithmetic.product(product, try arithmetic.power(factor, multiplicity))
    }
    // Factors are found up to a number.
    guard let scale = try arithmetic.quotient(rest, product)?.constant else { throw .size }
    return try algebra.product(factors + [algebra.number(scale)])
  }

  /// log a + log b as log(a b), and log a − log b as log(a/b): both hold wherever the sum has a value.
  private func joinedLogarithms(_ id: NodeID) throws(AlgebraLimit) -> NodeID? {
    guard case .sum(let terms) = algebra[id] else { return nil }
    var inside: [NodeID] = []
    var rest: [NodeID] = []
    for term in terms {
      let (coefficient, monic) = algebra.split(term)
      if coefficient.magnitude == .one, case .call(.log, let arguments) = algebra[monic] {
        inside.append(try algebra.power(arguments[0], algebra.number(coefficient)))
      } else {
        rest.append(term)
      }
    }
    guard inside.count > 1 else { return nil }
    return try algebra.sum(rest + [try algebra.call(.log, [try algebra.product(inside)])])
  }
}
