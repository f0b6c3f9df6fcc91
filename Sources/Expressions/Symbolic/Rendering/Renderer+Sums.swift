extension Renderer {
  private struct PlacedTerm {
    var expression: Expression
    var isNegative: Bool
    var degree: Rational
    var key: String
  }

  /// Terms by falling degree and then by name, numbers last; a sum never begins with a minus that it could avoid.
  func sum(_ terms: [NodeID]) throws(AlgebraLimit) -> Expression {
    let (terms, folded) = try folding(terms)
    var placed = folded
    for term in terms {
      let expression = try unsignedTerm(term)
      let isNegative = algebra.split(term).coefficient.isNegative
      let key = naturalKey(expression.description)
      placed.append(
        PlacedTerm(expression: expression, isNegative: isNegative, degree: degree(of: term), key: key))
    }
    try algebra.spend(placed.reduce(0) { $0 + $1.key.utf8.count / 8 })
    let ordered = ordered(placed, isOfExponentials: isOfExponentials(terms) && folded.isEmpty)
    if ordered.count == 1 { return signed(ordered[0].expression, isNegative: ordered[0].isNegative) }
    return make(
      .sum(
        ordered.enumerated().map { index, term in
          index == 0
            ? Expression.Term(signed(term.expression, isNegative: term.isNegative))
            : Expression.Term(term.expression, isSubtracted: term.isNegative)
        }))
  }

  private func ordered(_ terms: [PlacedTerm], isOfExponentials: Bool) -> [PlacedTerm] {
    var ordered = terms.sorted {
      $0.degree == $1.degree ? $0.key < $1.key : Rational.isLess($1.degree, $0.degree)
    }
    guard let firstPositive = ordered.firstIndex(where: { !$0.isNegative }) else { return ordered }
    let areDegreesDistinct = Set(ordered.map(\.degree)).count == ordered.count
    if isOfExponentials || (firstPositive > 0 && ordered.last?.isNegative == false && areDegreesDistinct) {
      ordered.reverse()
    }
    if let first = ordered.firstIndex(where: { !$0.isNegative }) {
      ordered.insert(ordered.remove(at: first), at: 0)
    }
    return ordered
  }

  /// Whether a sum is a number and one exponential, which is written `1 + exp(-x)`.
  private func isOfExponentials(_ terms: [NodeID]) -> Bool {
    guard terms.count == 2 else { return false }
    let monics = terms.map { algebra.split($0).monic }
    return monics.contains(algebra.one)
      && monics.contains { if case .power(algebra.euler, _) = algebra[$0] { true } else { false } }
  }

  /// The degree in the unknowns; −1 for a number, so that it comes last.
  private func degree(of id: NodeID) -> Rational {
    let monic = algebra.split(id).monic
    if monic == algebra.one { return .minusOne }
    let factors = if case .product(let factors) = algebra[monic] { factors } else { [monic] }
    return factors.reduce(Rational.zero) { total, factor in
      switch algebra[factor] {
      case .symbol: (try? total + .one) ?? total
      case .power(let base, let exponent):
        if case .symbol = algebra[base], let number = algebra.rational(exponent) {
          (try? total + number) ?? total
        } else {
          total
        }
      default: total
      }
    }
  }
}

extension Renderer {
  /// Takes the entries of a vector together again as `sum`, `mean` or `dot`, where the author used these.
  private func folding(_ terms: [NodeID]) throws(AlgebraLimit) -> (rest: [NodeID], folded: [PlacedTerm]) {
    guard !functions.isDisjoint(with: ["sum", "mean", "dot"]) else { return (terms, []) }
    var rest = terms
    var folded: [PlacedTerm] = []
    for first in terms {
      guard rest.contains(first), let group = try group(from: first, in: rest) else { continue }
      guard let (expression, isNegative) = try foldedTerm(group) else { continue }
      rest.removeAll { group.contains($0) }
      let key = naturalKey(expression.description)
      folded.append(PlacedTerm(expression: expression, isNegative: isNegative, degree: .zero, key: key))
    }
    return (rest, folded)
  }

  /// The terms that differ from the first only in which entry of their vectors they name.
  private func group(from first: NodeID, in terms: [NodeID]) throws(AlgebraLimit) -> [NodeID]? {
    for count in Set(setting.variables.values).sorted() where count > 1 && count <= terms.count {
      guard let form = try rolled(first, entry: 1, of: count), form != first else { continue }
      var group = [first]
      for entry in 2...count {
        for term in terms where !group.contains(term) {
          guard try rolled(term, entry: entry, of: count) == form else { continue }
          group.append(term)
          break
        }
      }
      if group.count == count { return group }
    }
    return nil
  }

  private func foldedTerm(_ group: [NodeID]) throws(AlgebraLimit) -> (Expression, Bool)? {
    guard let form = try rolled(group[0], entry: 1, of: group.count) else { return nil }
    let monic = algebra.split(form).monic
    var coefficient = algebra.split(form).coefficient
    var name = "sum"
    let mean = try coefficient * Rational(group.count)
    if functions.contains("mean"), !coefficient.isInteger || !functions.contains("sum") {
      (name, coefficient) = ("mean", mean)
    }
    var arguments: [Expression] = []
    if functions.contains("dot"), name == "sum", case .product(let factors) = algebra[monic],
      factors.count == 2
    {
      name = "dot"
      arguments = try factors.mapped(render).sorted { $0.description < $1.description }
    }
    guard functions.contains(name) else { return nil }
    if name != "dot" { arguments = [try render(monic)] }
    let number = try unsignedTerm(algebra.number(coefficient))
    let called = call(name, arguments)
    return (times(number, called), coefficient.isNegative)
  }

  /// A number before an expression, with its divisor behind it.
  private func times(_ number: Expression, _ factor: Expression) -> Expression {
    switch number.form {
    case .number(1): factor
    case .product(let factors):
      factors[0].operand.form == .number(1)
        ? make(.product([Expression.Factor(.times, factor)] + factors.dropFirst()))
        : make(.product([factors[0], Expression.Factor(.juxtaposed, factor)] + factors.dropFirst()))
    default: make(.product([Expression.Factor(.times, number), Expression.Factor(.juxtaposed, factor)]))
    }
  }
}
