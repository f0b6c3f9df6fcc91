extension Elaborator {
  mutating func sum(_ terms: [Expression.Term]) throws(ExpressionError) -> Shaped {
    var total = try numeric(terms[0].operand)
    var parts: [Shaped] = [terms[0].isSubtracted ? negative(total) : total]
    for (index, term) in terms.enumerated().dropFirst() {
      let operand = try numeric(term.operand)
      parts.append(term.isSubtracted ? negative(operand) : operand)
      guard let joined = total.joined(with: operand, { first, _ in first }) else {
        throw misfit(terms[index - 1].operand, total, operand, around: term.isSubtracted ? "−" : "+")
      }
      total = joined
    }
    return gathered(parts, like: total) { algebra.rawSum($0) }
  }

  mutating func product(_ factors: [Expression.Factor]) throws(ExpressionError) -> Shaped {
    var total = try numeric(factors[0].operand)
    var parts = [total]
    for (index, factor) in factors.enumerated().dropFirst() {
      let operand = try numeric(factor.operand)
      let isDivision = factor.operation == .over
      parts.append(isDivision ? operand.mapped { algebra.rawPower($0, algebra.minusOne) } : operand)
      guard let joined = total.joined(with: operand, { first, _ in first }) else {
        throw misfit(factors[index - 1].operand, total, operand, around: isDivision ? "/" : "*")
      }
      total = joined
    }
    return gathered(parts, like: total) { algebra.rawProduct($0) }
  }

  mutating func power(
    _ base: Expression, _ exponent: Expression, at range: Range<Int>
  ) throws(ExpressionError) -> Shaped {
    let left = try numeric(base)
    let right = try numeric(exponent)
    guard let result = left.joined(with: right, { algebra.rawPower($0, computed($1)) }) else {
      throw misfit(base, left, right, around: "^")
    }
    return result
  }

  /// An exponent of numbers alone as the number that it comes to: x^(2*(1/2)) is x, also where x is below 0.
  private func computed(_ exponent: NodeID) -> NodeID {
    guard algebra.rational(exponent) == nil, algebra.symbols(of: [exponent]).isEmpty,
      let form = try? algebra.canonical(exponent), algebra.rational(form) != nil,
      (try? algebra.domainConditions(of: exponent))?.isEmpty == true
    else { return exponent }
    return form
  }

  /// The condition of comparisons and of `and`, `or`, `not`.
  mutating func condition(_ expression: Expression) throws(ExpressionError) -> NodeID {
    switch expression.form {
    case .boolean(let boolean): return algebra.node(.boolean(boolean))
    case .not(let operand): return algebra.node(.not(try condition(operand)))
    case .and(let operands): return algebra.node(.and(try conditions(operands)))
    case .or(let operands): return algebra.node(.or(try conditions(operands)))
    case .comparison(let first, let comparisons): return try comparison(first, comparisons)
    default:
      guard case .condition(let id) = try elaborate(expression) else {
        throw ExpressionError(expression.extent, "a condition is needed here", help: "for example x > 0")
      }
      return id
    }
  }

  mutating func conditional(
    _ condition: Expression, _ first: Expression, _ second: Expression, at range: Range<Int>
  ) throws(ExpressionError) -> Shaped {
    comparesVectors = false
    let decision = try self.condition(condition)
    guard !comparesVectors else {
      throw ExpressionError(
        condition.extent, "algebra chooses by conditions on numbers, and this compares vectors",
        help: "write a condition on one entry, such as v_1 > 0")
    }
    let left = try numeric(first)
    let right = try numeric(second)
    guard let result = left.joined(with: right, { algebra.node(.conditional(decision, $0, $1)) }) else {
      throw ExpressionError(
        second.extent, "if gives \(left.kind) or \(right.kind)", help: "one shape is needed")
    }
    return result
  }

  /// Numbers make a vector, vectors of one length a matrix.
  mutating func list(_ expressions: [Expression], at range: Range<Int>) throws(ExpressionError) -> Shaped {
    var rows: [Shaped] = []
    for expression in expressions { rows.append(try numeric(expression)) }
    let numbers = rows.compactMap { if case .number(let id) = $0 { id } else { nil } }
    if numbers.count == rows.count { return .vector(numbers) }
    let vectors = rows.compactMap { if case .vector(let ids) = $0 { ids } else { nil } }
    guard vectors.count == rows.count, Set(vectors.map(\.count)).count == 1 else {
      throw ExpressionError(range, "a list in algebra holds numbers, or vectors of one length")
    }
    return .matrix(rows: rows.count, columns: vectors[0].count, Array(vectors.joined()))
  }

  private func negative(_ shaped: Shaped) -> Shaped { shaped.mapped { algebra.rawNegative($0) } }

  /// One node of many operands for each entry of the shape that the operands have together.
  private func gathered(_ parts: [Shaped], like shape: Shaped, _ rule: ([NodeID]) -> NodeID) -> Shaped {
    let count = shape.entries?.count ?? 0
    let results = (0..<count).map { index in
      rule(parts.compactMap(\.entries).map { $0.count == 1 ? $0[0] : $0[index] })
    }
    return shape.with(results)
  }

  private func misfit(_ place: Expression, _ left: Shaped, _ right: Shaped, around sign: String)
    -> ExpressionError
  {
    ExpressionError(place.extent, "\(left.kind) and \(right.kind) do not fit around \(sign)")
  }

  private mutating func conditions(_ operands: [Expression]) throws(ExpressionError) -> [NodeID] {
    var results: [NodeID] = []
    for operand in operands { results.append(try condition(operand)) }
    return results
  }

  /// A chain holds where each of its relations does, for every pair of entries.
  private mutating func comparison(
    _ first: Expression, _ comparisons: [Expression.Comparison]
  ) throws(ExpressionError) -> NodeID {
    var left = try numeric(first)
    var relations: [NodeID] = []
    for comparison in comparisons {
      let right = try numeric(comparison.operand)
      guard
        let joined = left.joined(
          with: right, { algebra.node(.comparison(comparison.relation, $0, $1)) })
      else { throw misfit(first, left, right, around: comparison.relation.rawValue) }
      let entries = joined.entries ?? []
      if entries.count > 1 { comparesVectors = true }
      // Vectors differ where any of their entries do.
      relations +=
        comparison.relation == .unequal && entries.count > 1 ? [algebra.node(.or(entries))] : entries
      left = right
    }
    return relations.count == 1 ? relations[0] : algebra.node(.and(relations))
  }
}
