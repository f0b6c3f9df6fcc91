/// Conditions taken entry by entry, as `if` and `count` take them.
extension Evaluator {
  /// For which entries a condition holds.
  mutating func truth(of condition: Expression) throws(ExpressionError) -> Truth {
    switch condition.form {
    case .comparison(let first, let comparisons): return try truth(of: first, comparisons)
    case .not(let operand): return try truth(of: operand).negated
    case .and(let operands): return try truth(of: operands) { $0 && $1 }
    case .or(let operands): return try truth(of: operands) { $0 || $1 }
    default: return .single(try self.condition(condition))
    }
  }

  /// In how many entries a condition holds.
  mutating func count(_ arguments: [Expression], at range: Range<Int>) throws(ExpressionError) -> Quantity<S>
  {
    guard arguments.count == 1 else {
      throw ExpressionError(
        range, "count takes 1 argument, not \(arguments.count)", help: "a condition, as in count(x > 0)")
    }
    let truth = try truth(of: arguments[0])
    if case .single = truth, !arguments[0].form.isCondition {
      throw ExpressionError(
        arguments[0].extent, "this is true or false as a whole, and has no entries to count",
        help: "a condition that has a name holds for all entries or fails: write it out, as in count(x > 0)")
    }
    return .number(S(Double(truth.entries.count(where: \.self))))
  }

  /// One of two values, or where the condition holds for some entries only, the one or the other entry by entry.
  mutating func conditional(
    _ condition: Expression, _ first: Expression, _ second: Expression
  ) throws(ExpressionError) -> Quantity<S> {
    let truth = try truth(of: condition)
    if let holds = truth.uniform {
      // The other is not evaluated: it may have no value there.
      return try spread(try evaluate(holds ? first : second), over: truth)
    }
    let (left, right) = (try evaluate(first), try evaluate(second))
    guard let left = try spread(left, over: truth).entries,
      let right = try spread(right, over: truth).entries,
      left.count == right.count, left.count == truth.entries.count
    else {
      throw ExpressionError(
        condition.extent,
        "this holds for some of \(counted(truth.entries.count, "entry", "entries")), and if chooses between "
          + "\(left.kind) and \(right.kind)", help: "both must be numbers, or of the condition's shape")
    }
    return truth.shaped(truth.entries.indices.map { truth.entries[$0] ? left[$0] : right[$0] })
  }

  /// A number that a condition on many entries chooses stands in each of them.
  private mutating func spread(_ value: Quantity<S>, over truth: Truth) throws(ExpressionError) -> Quantity<S>
  {
    if case .single = truth { return value }
    guard case .number(let number) = value else { return value.unlabelled }
    return truth.shaped(truth.entries.map { _ in number })
  }

  private mutating func truth(
    of first: Expression, _ comparisons: [Expression.Comparison]
  ) throws(ExpressionError) -> Truth {
    var left = try evaluate(first)
    var place = first.extent
    var all = Truth.single(true)
    for comparison in comparisons {
      let right = try evaluate(comparison.operand)
      guard let each = truth(of: comparison.relation, left, right),
        let joined = all.joined(with: each, { $0 && $1 })
      else {
        throw ExpressionError(
          place, "\(left.kind) and \(right.kind) cannot be compared by \(comparison.relation.rawValue)")
      }
      try spend(max(left.size, right.size), at: place)
      if case .single(false) = joined { return joined }
      all = joined
      left = right
      place = comparison.operand.extent
    }
    return all
  }

  private mutating func truth(
    of operands: [Expression], _ rule: (Bool, Bool) -> Bool
  ) throws(ExpressionError) -> Truth {
    var all = try truth(of: operands[0])
    for operand in operands.dropFirst() {
      // What stands right of a condition that decides is not evaluated.
      if case .single(let known) = all, rule(known, true) == rule(known, false) { return all }
      guard let joined = all.joined(with: try truth(of: operand), rule) else {
        throw ExpressionError(operand.extent, "this condition has another shape than the one before it")
      }
      all = joined
    }
    return all
  }

  /// A relation for each pair of entries; nil where the two cannot be compared.
  private func truth(of relation: Expression.Relation, _ left: Quantity<S>, _ right: Quantity<S>) -> Truth? {
    var entries: [Bool] = []
    // The joined numbers are of no interest; joining pairs them as everywhere else.
    let paired = left.joined(with: right) { first, second in
      entries.append(relation.holds(first.primal, second.primal))
      return first
    }
    switch paired {
    case .vector: return .vector(entries)
    case .matrix(let grid): return .matrix(rows: grid.rows, columns: grid.columns, entries)
    default: return holds(relation, left, right).map { .single($0) }
    }
  }
}

extension Expression.Form {
  /// Whether it says in itself when it holds.
  fileprivate var isCondition: Bool {
    switch self {
    case .comparison, .not, .and, .or: true
    default: false
    }
  }
}

extension Truth {
  /// Numbers in its shape.
  fileprivate func shaped<S: ExpressionScalar>(_ entries: [S]) -> Quantity<S> {
    switch self {
    case .single: .number(entries[0])
    case .vector: .vector(entries)
    case .matrix(let rows, let columns, _):
      .matrix(Quantity.Grid(rows: rows, columns: columns, entries: entries))
    }
  }
}
