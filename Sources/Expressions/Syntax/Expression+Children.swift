extension Expression {
  /// The expressions directly within this one, in the order of the text.
  public var children: [Expression] {
    switch form {
    case .number, .text, .boolean: []
    case .list(let entries): entries
    case .path(let path): path.children
    case .call(_, _, let arguments): arguments
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .derivative(let body, let variable): [body] + variable.children
    case .negation(let operand), .not(let operand): [operand]
    case .power(let base, let exponent): [base, exponent]
    case .product(let factors): factors.map(\.operand)
    case .sum(let terms): terms.map(\.operand)
    case .comparison(let first, let comparisons): [first] + comparisons.map(\.operand)
    case .and(let operands), .or(let operands): operands
    }
  }
}

extension Path {
  /// The expressions within the path: its root, its subscripts, its arguments.
  public var children: [Expression] {
    var children: [Expression] = []
    if case .expression(let expression) = root { children.append(expression) }
    for located in steps {
      switch located.step {
      case .field: break
      case .subscripts(let expressions, _), .call(let expressions): children += expressions
      }
    }
    return children
  }
}
