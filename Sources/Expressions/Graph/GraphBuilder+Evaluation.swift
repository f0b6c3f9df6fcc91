import Mathematics

/// How one value changes with another, entry by entry.
struct Jacobian {
  /// The entries of what changes.
  var rows: Int
  /// A column for each entry of what changes it.
  var columns: [[Double]] = []

  /// The derivative of an output by the operand, from its derivative by the operation: a row vector times this.
  func pulledBack(_ derivative: [Double]) -> [Double] {
    columns.map { column in
      var sum = 0.0
      // What the output does not depend on stays out, whatever its slope is.
      for (slope, outer) in zip(column, derivative) where outer != 0 { sum += slope * outer }
      return sum
    }
  }
}

extension GraphBuilder {
  /// The value of an expression over the nodes so far.
  mutating func evaluate(_ expression: Expression) throws(ExpressionError) -> Quantity<Double> {
    var evaluator = Evaluator<Double>(scope: scope)
    evaluator.seeds = values
    evaluator.work = work
    let value = try evaluator.evaluate(expression).unlabelled
    work = evaluator.work
    return value
  }

  /// Whether a condition over the nodes so far holds; nil where it is one for each entry of a vector.
  mutating func holds(_ condition: Expression) throws(ExpressionError) -> Bool? {
    var evaluator = Evaluator<Double>(scope: scope)
    evaluator.seeds = values
    evaluator.work = work
    let truth = try evaluator.truth(of: condition)
    work = evaluator.work
    guard case .single(let holds) = truth else { return nil }
    return holds
  }

  /// The derivative of an operation by one node, exact by dual numbers; nil where the node rests.
  mutating func jacobian(
    of expression: Expression, _ value: Quantity<Double>, by place: Int
  ) throws(ExpressionError) -> Jacobian? {
    let operand = nodes[place]
    guard operand.isActive, let count = operand.value.entries?.count, let rows = value.entries?.count else {
      return nil
    }
    guard count == 0 || rows <= Chain.derivativeLimit / count else {
      throw ExpressionError(
        expression.extent, "its derivative has more than \(Chain.derivativeLimit) entries")
    }
    var evaluator = Evaluator<Dual<Double>>(scope: scope)
    evaluator.seeds = liftedValues
    evaluator.work = work
    var jacobian = Jacobian(rows: rows)
    for index in 0..<count {
      evaluator.seeds[operand.name] = operand.value.seeded(at: index)
      let moved = try evaluator.evaluate(expression).unlabelled
      jacobian.columns.append(moved.entries?.map(\.tangent) ?? [])
    }
    work = evaluator.work
    return jacobian
  }
}
