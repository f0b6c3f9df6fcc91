extension FormulaCompiler {
  mutating func compileCondition(_ expression: Expression) throws(NotCompilable) -> RowValue {
    switch expression.form {
    case .conditional(let condition, let first, let second):
      return try select(condition, first, second)
    case .comparison(let first, let comparisons): return try compare(first, comparisons)
    case .not(let operand): return .condition(try graph.map(.not, try condition(operand)))
    case .and(let operands): return try chain(operands, .and)
    case .or(let operands): return try chain(operands, .or)
    case .number, .text, .boolean, .list, .path, .call, .derivative, .negation, .power, .product, .sum:
      throw NotCompilable()
    }
  }

  private mutating func condition(_ expression: Expression) throws(NotCompilable) -> RowGraph.Node {
    if !dependsOnRows(expression), try isOverEntries(expression) { throw NotCompilable() }
    guard case .condition(let node) = try graph.lift(try compile(expression)) else { throw NotCompilable() }
    return node
  }

  private mutating func chain(
    _ operands: [Expression], _ join: RowOperation.Join
  ) throws(NotCompilable) -> RowValue {
    var all = try condition(operands[0])
    for operand in operands.dropFirst() {
      // What stands right of a condition that decides is not evaluated.
      if let known = graph.constant(all), known == (join == .and ? 0 : 1) { break }
      all = try graph.join(join, all, try condition(operand))
    }
    return .condition(all)
  }

  private mutating func compare(
    _ first: Expression, _ comparisons: [Expression.Comparison]
  ) throws(NotCompilable) -> RowValue {
    var left = try compile(first)
    var all: RowGraph.Node?
    for comparison in comparisons {
      let right = try compile(comparison.operand)
      let holds = try holds(comparison.relation, left, right)
      all = try all.map { all throws(NotCompilable) in try graph.join(.and, all, holds) } ?? holds
      left = right
    }
    guard let all else { throw NotCompilable() }
    return .condition(all)
  }

  /// Whether a relation holds between two numbers; one between vectors chooses entry by entry, which is left to the
  /// evaluator.
  private mutating func holds(
    _ relation: Expression.Relation, _ left: RowValue, _ right: RowValue
  ) throws(NotCompilable) -> RowGraph.Node {
    guard case .number(let x) = try graph.lift(left), case .number(let y) = try graph.lift(right) else {
      throw NotCompilable()
    }
    return try graph.join(.compare(relation), x, y)
  }

  private mutating func select(
    _ condition: Expression, _ first: Expression, _ second: Expression
  ) throws(NotCompilable) -> RowValue {
    let condition = try self.condition(condition)
    if let known = graph.constant(condition) { return try compile(known == 1 ? first : second) }
    switch (try graph.lift(try compile(first)), try graph.lift(try compile(second))) {
    case (.condition(let x), .condition(let y)):
      return .condition(try graph.apply(.select, [condition, x, y]))
    case (.number(let x), .number(let y)): return .number(try graph.apply(.select, [condition, x, y]))
    case (.vector(let first), .vector(let second)):
      guard first.count == second.count else { throw NotCompilable() }
      return try graph.joined(.vector(first), .vector(second)) { graph, x, y throws(NotCompilable) in
        try graph.apply(.select, [condition, x, y])
      }
    default: throw NotCompilable()
    }
  }
}
