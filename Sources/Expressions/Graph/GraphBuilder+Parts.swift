extension GraphBuilder {
  /// Takes an expression apart.
  mutating func part(_ expression: Expression) throws(ExpressionError) -> Part {
    guard !expression.names(where: isDefined).isEmpty else { return .literal(expression) }
    switch expression.form {
    case .path(let path): return try part(path, expression)
    case .sum(let terms):
      return try operation(on: terms.map(\.operand), like: expression) { operands in
        .sum(zip(terms, operands).map { Expression.Term($1, isSubtracted: $0.isSubtracted) })
      }
    case .product(let factors):
      return try operation(on: factors.map(\.operand), like: expression) { operands in
        .product(zip(factors, operands).map { Expression.Factor($0.operation, $1) })
      }
    case .power(let base, let exponent):
      return try operation(on: [base, exponent], like: expression) { .power($0[0], $0[1]) }
    case .negation(let operand):
      return try operation(on: [operand], like: expression) { .negation($0[0]) }
    case .call(let name, let range, let arguments):
      return try operation(on: arguments, like: expression) { .call(name, range, $0) }
    case .list(let entries): return try operation(on: entries, like: expression) { .list($0) }
    case .conditional(let condition, let first, let second):
      // Only the branch that is taken is computed, and it alone changes the result.
      guard let holds = try holds(condition) else { return try whole(expression) }
      return try part(holds ? first : second)
    default: return try whole(expression)
    }
  }

  private mutating func operation(
    on operands: [Expression], like expression: Expression, _ form: ([Expression]) -> Expression.Form
  ) throws(ExpressionError) -> Part {
    var parts: [Part] = []
    for operand in operands { parts.append(try part(operand)) }
    return try operation(form, on: parts, like: expression, operandExpressions: operands)
  }

  /// An expression that is computed as one, with the nodes whose names it uses as its operands.
  private mutating func whole(_ expression: Expression) throws(ExpressionError) -> Part {
    let places = Set(expression.names(where: isDefined).compactMap { named[$0.name] })
    guard !places.isEmpty else { return try constant(expression) }
    return .node(try node(expression, on: places.sorted(), canMerge: false))
  }

  private mutating func part(_ path: Path, _ expression: Expression) throws(ExpressionError) -> Part {
    switch path.root {
    case .expression(let root):
      guard !path.holdsCalls else { return try whole(expression) }
      let part = try part(root)
      guard case .node(let place) = part else { return try whole(expression) }
      return try taking(path.steps[...], of: place, path.rootRange, expression)
    case .name(let name):
      guard let found = path.longestName(name, from: 0, where: isDefined), let place = named[found.name],
        !path.holdsCalls
      else { return try whole(expression) }
      return try taking(
        path.steps.dropFirst(found.steps), of: place, path.range(through: found.steps), expression)
    }
  }

  /// The node of what steps lead to from a node; the node itself where there are none.
  private mutating func taking(
    _ steps: ArraySlice<Path.Located>, of place: Int, _ range: Range<Int>, _ expression: Expression
  ) throws(ExpressionError) -> Part {
    guard !steps.isEmpty else { return .node(place) }
    let path = Path(root: .name(nodes[place].name), rootRange: range, steps: Array(steps))
    return .node(
      try node(Expression(.path(path), expression.range, extent: expression.extent), on: [place]))
  }

  func isDefined(_ name: String) -> Bool { named[name] != nil || scope.value(of: name) != nil }
}

extension Path {
  /// Whether one of the steps is a call.
  fileprivate var holdsCalls: Bool {
    steps.contains { if case .call = $0.step { true } else { false } }
  }
}
