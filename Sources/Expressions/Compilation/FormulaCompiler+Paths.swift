extension FormulaCompiler {
  mutating func compile(_ path: Path) throws(NotCompilable) -> RowValue {
    var (value, index) = try root(of: path)
    while index < path.steps.count {
      (value, index) = try step(from: value, of: path, at: index)
    }
    return value
  }

  /// The value at the root, and how many steps were part of its name.
  private mutating func root(of path: Path) throws(NotCompilable) -> (RowValue, Int) {
    switch path.root {
    case .expression(let expression): return (try compile(expression), 0)
    case .name(let name):
      guard let found = path.longestName(name, from: 0, where: isDefined) else { throw NotCompilable() }
      if let bound = bindings[found.name] { return (bound, found.steps) }
      guard let value = scope.value(of: found.name) else { throw NotCompilable() }
      return (.constant(value), found.steps)
    }
  }

  private mutating func step(
    from value: RowValue, of path: Path, at index: Int
  ) throws(NotCompilable) -> (RowValue, Int) {
    switch path.steps[index].step {
    case .field(let name, _):
      guard case .constant(.record(let record)) = value,
        let found = path.longestName(name, from: index + 1, where: { record[$0] != nil }),
        let field = record[found.name]
      else { throw NotCompilable() }
      return (.constant(field), index + 1 + found.steps)
    case .subscripts(let expressions, _): return (try entry(expressions, of: value), index + 1)
    case .call(let arguments):
      guard case .constant(.function(let function)) = value else { throw NotCompilable() }
      return (try call(function, with: try compiled(arguments)), index + 1)
    }
  }

  mutating func compiled(_ expressions: [Expression]) throws(NotCompilable) -> [RowValue] {
    var values: [RowValue] = []
    for expression in expressions { values.append(try compile(expression)) }
    return values
  }

  /// The entry at subscripts that are the same in every row.
  private mutating func entry(
    _ expressions: [Expression], of value: RowValue
  ) throws(NotCompilable) -> RowValue {
    var indices: [Int] = []
    for expression in expressions {
      guard case .number(let node) = try graph.lift(try compile(expression)),
        let number = graph.constant(node), let index = Int(exactly: number.rounded()),
        Expression.Relation.equal.holds(number, number.rounded())
      else { throw NotCompilable() }
      indices.append(index - 1)
    }
    switch try graph.lift(value) {
    case .vector(let entries):
      guard indices.count == 1, entries.indices.contains(indices[0]) else { throw NotCompilable() }
      return .number(entries[indices[0]])
    case .matrix(let grid):
      guard (0..<grid.rows).contains(indices[0]), indices.count <= 2 else { throw NotCompilable() }
      let row = Array(grid.entries[indices[0] * grid.columns..<(indices[0] + 1) * grid.columns])
      if indices.count == 1 { return .vector(row) }
      guard row.indices.contains(indices[1]) else { throw NotCompilable() }
      return .number(row[indices[1]])
    case .number, .condition, .constant: throw NotCompilable()
    }
  }
}
