/// Writes formulas as expressions that a person would write.
struct Renderer {
  let algebra: Algebra
  let setting: AlgebraSetting
  /// The functions that the author used: `sum` is written where it was.
  var functions: Set<String> = []
  /// Whether the author writes decimals.
  var usesDecimals = false

  /// The expression; ranges are those of its own text.
  func expression(_ shaped: Shaped) throws(AlgebraLimit) -> Expression {
    // What nests too deep to be read again is not written.
    for entry in shaped.entries ?? [] where algebra.depth(of: entry) > 2 * Limits.depth { throw .size }
    let made: Expression =
      switch shaped {
      case .number(let id), .condition(let id): try render(id)
      case .vector(let entries): try vector(entries)
      case .matrix(let rows, let columns, let entries): try matrix(rows, columns, entries)
      }
    guard let parsed = try? Expression.parse(made.description) else { throw .size }
    return parsed
  }

  func render(_ id: NodeID) throws(AlgebraLimit) -> Expression {
    try algebra.spend(4)
    switch algebra[id] {
    case .symbol(let symbol): return self.symbol(symbol)
    case .constant(.pi): return name(setting.defines("pi") ? "π" : "pi")
    case .decimal(let number): return signed(make(.number(number.magnitude)), isNegative: number < 0)
    case .boolean(let holds): return make(.boolean(holds))
    case .sum(let terms): return try sum(terms)
    case .number, .product, .power, .constant: return try term(id)
    case .call(let kernel, let arguments): return try call(kernel, arguments)
    case .conditional(let condition, let first, let second):
      return make(.conditional(try render(condition), try render(first), try render(second)))
    case .comparison(let relation, let left, let right):
      return make(.comparison(try render(left), [Expression.Comparison(relation, try render(right))]))
    case .not(let operand): return make(.not(try render(operand)))
    case .and(let operands): return make(.and(try operands.mapped(render)))
    case .or(let operands): return make(.or(try operands.mapped(render)))
    }
  }

  func make(_ form: Expression.Form) -> Expression { Expression(form, 0..<0) }

  func name(_ name: String) -> Expression {
    make(.path(Path(root: .name(name), rootRange: 0..<0, steps: [])))
  }

  func call(_ name: String, _ arguments: [Expression]) -> Expression { make(.call(name, 0..<0, arguments)) }

  private func symbol(_ symbol: Symbol) -> Expression {
    guard let entry = symbol.entry else { return name(symbol.name) }
    let index = make(.number(Double(entry)))
    let whole = "\(symbol.name)_\(entry)"
    let step = Path.Step.subscripts([index], whole: setting.defines(whole) ? nil : whole)
    return make(
      .path(Path(root: .name(symbol.name), rootRange: 0..<0, steps: [Path.Located(step: step, range: 0..<0)]))
    )
  }

  /// A minus sign before an expression, before its first factor where it is a product.
  func signed(_ expression: Expression, isNegative: Bool) -> Expression {
    guard isNegative else { return expression }
    if case .product(var factors) = expression.form {
      factors[0].operand = signed(factors[0].operand, isNegative: true)
      return make(.product(factors))
    }
    return make(.negation(expression))
  }

  private func call(_ kernel: Kernel, _ arguments: [NodeID]) throws(AlgebraLimit) -> Expression {
    var name = kernel.name
    if kernel == .log, functions.contains("ln"), !functions.contains("log") { name = "ln" }
    if kernel == .round, arguments.last == algebra.zero { return call(name, [try render(arguments[0])]) }
    guard kernel.takesVector else { return call(name, try arguments.mapped(render)) }
    let inside = arguments.count > 1 ? try rolled(arguments) : nil
    let written = if let inside { [inside] } else { try arguments.mapped(render) }
    let called = call(name, written)
    guard case .softmax(let index) = kernel, index > 0 else { return called }
    let step = Path.Step.subscripts([make(.number(Double(index)))], whole: nil)
    return make(
      .path(
        Path(root: .expression(called), rootRange: 0..<0, steps: [Path.Located(step: step, range: 0..<0)])))
  }
}

extension Array {
  /// A map whose errors keep their type.
  func mapped<Result, Failure: Error>(
    _ rule: (Element) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    for element in self { results.append(try rule(element)) }
    return results
  }
}
