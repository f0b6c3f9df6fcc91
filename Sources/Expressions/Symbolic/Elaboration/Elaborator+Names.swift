extension Elaborator {
  mutating func elaborate(_ path: Path) throws(ExpressionError) -> Shaped {
    var (value, index) = try root(of: path)
    while index < path.steps.count {
      value = try step(from: value, path, at: index)
      index += 1
    }
    return value
  }

  private mutating func root(of path: Path) throws(ExpressionError) -> (Shaped, Int) {
    guard let name = path.rootName else {
      guard case .expression(let expression) = path.root else { return (.vector([]), 0) }
      return (try elaborate(expression), 0)
    }
    if let found = path.longestName(name, from: 0, where: setting.defines) {
      return (try value(of: found.name, at: path.range(through: found.steps)), found.steps)
    }
    if path.steps.isEmpty, let constant = try constant(name, at: path.rootRange) {
      return (.number(constant), 0)
    }
    // An undeclared name with digits behind it is one name, as w_1 is.
    let whole = path.longestName(name, from: 0) { _ in true }
    return (try unknown(whole?.name ?? name, at: path.rootRange), whole?.steps ?? 0)
  }

  private func constant(_ name: String, at range: Range<Int>) throws(ExpressionError) -> NodeID? {
    switch name {
    case "pi", "π": return algebra.node(.constant(.pi))
    case "e": return algebra.euler
    case "inf": throw ExpressionError(range, "inf is no number that algebra computes with")
    default: return nil
    }
  }

  private mutating func value(of name: String, at range: Range<Int>) throws(ExpressionError) -> Shaped {
    guard let formula = setting.definitions[name] else { return try unknown(name, at: range) }
    if let known = known[name] { return known }
    nesting += 1
    guard nesting <= Limits.definitions else {
      throw ExpressionError(range, "definitions nest more than \(Limits.definitions) deep, or in a circle")
    }
    do {
      let value = try elaborate(formula)
      nesting -= 1
      known[name] = value
      return value
    } catch {
      throw ExpressionError(range, "in the definition of \(name), \(error.message)", help: error.help)
    }
  }

  private func unknown(_ name: String, at range: Range<Int>) throws(ExpressionError) -> Shaped {
    let count = setting.variables[name] ?? 1
    guard count >= 1, count <= AlgebraSetting.entryLimit else {
      throw ExpressionError(
        range, "\(name) has \(count) entries; algebra computes with 1 to \(AlgebraSetting.entryLimit)")
    }
    if count == 1 { return .number(algebra.node(.symbol(Symbol(name: name)))) }
    return .vector((1...count).map { algebra.node(.symbol(Symbol(name: name, entry: $0))) })
  }

  private mutating func step(
    from value: Shaped, _ path: Path, at index: Int
  ) throws(ExpressionError) -> Shaped {
    let located = path.steps[index]
    let name = path.description(through: index)
    guard case .subscripts(let expressions, _) = located.step else {
      throw ExpressionError(located.range, "algebra knows no fields and no functions of \(name)")
    }
    var indices: [Int] = []
    for expression in expressions { indices.append(try subscripted(expression)) }
    switch (value, indices.count) {
    case (.vector(let entries), 1):
      return .number(entries[try checked(indices[0], entries.count, name, at: expressions[0])])
    case (.matrix(let rows, let columns, let entries), 1):
      let row = try checked(indices[0], rows, name, at: expressions[0])
      return .vector(Array(entries[row * columns..<(row + 1) * columns]))
    case (.matrix(let rows, let columns, let entries), 2):
      let row = try checked(indices[0], rows, name, at: expressions[0])
      return .number(entries[row * columns + (try checked(indices[1], columns, name, at: expressions[1]))])
    default:
      throw ExpressionError(
        located.range, "\(name) is \(value.kind) here and has no such subscript",
        help: "say how many entries \(name) has where the variables are declared")
    }
  }

  /// The whole number that a subscript is.
  private mutating func subscripted(_ expression: Expression) throws(ExpressionError) -> Int {
    let id = try number(expression)
    guard let value = algebra.rational((try? algebra.canonical(id)) ?? id)?.integer else {
      throw ExpressionError(expression.extent, "a subscript in algebra is a whole number")
    }
    return value
  }

  private func checked(
    _ index: Int, _ count: Int, _ name: String, at place: Expression
  ) throws(ExpressionError) -> Int {
    guard index >= 1, index <= count else {
      throw ExpressionError(
        place.extent, "\(name) has \(counted(count, "entry", "entries")); \(index) was asked for",
        help: index == 0 ? "subscripts count from 1" : nil)
    }
    return index - 1
  }
}
