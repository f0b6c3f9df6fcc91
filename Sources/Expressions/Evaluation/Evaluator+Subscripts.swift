extension Evaluator {
  /// The entry at subscripts, counted from 1.
  mutating func entry(
    _ expressions: [Expression], of value: Quantity<S>, in path: Path, at step: Int
  ) throws(ExpressionError) -> Quantity<S> {
    let extents = value.extents
    guard !extents.isEmpty else {
      throw ExpressionError(
        path.steps[step].range, "\(path.description(through: step)) is \(value.kind) and has no subscripts")
    }
    guard expressions.count <= extents.count else {
      throw ExpressionError(
        expressions[extents.count].extent,
        "\(path.description(through: step)) is \(value.kind) and has no subscript \(extents.count + 1)")
    }
    var indices: [Int] = []
    for (axis, expression) in expressions.enumerated() {
      let index = try wholeNumber(expression)
      guard index >= 1, index <= extents[axis].count else {
        let name = path.description(through: step)
        let asked = expressions.count == 1 ? "\(name)_\(index)" : "\(extents[axis].noun.0) \(index)"
        throw outOfRange(index, extents[axis], of: name, asked: asked, at: expression.extent)
      }
      indices.append(index - 1)
    }
    let entry = value.entry(at: indices)
    try spend(entry.size, at: path.steps[step].range)
    return entry
  }

  mutating func wholeNumber(_ expression: Expression) throws(ExpressionError) -> Int {
    let value = try evaluate(expression)
    guard case .number(let number) = value else {
      throw ExpressionError(expression.extent, "a subscript is a whole number, and this is \(value.kind)")
    }
    let rounded = number.primal.rounded()
    guard Expression.Relation.equal.holds(number.primal, rounded), rounded.magnitude < 0x1p53 else {
      throw ExpressionError(
        expression.extent,
        "a subscript is a whole number, and this is \(formatSignificant(number.primal, 12))")
    }
    return Int(rounded)
  }

  private func outOfRange(
    _ index: Int, _ extent: (count: Int, noun: (String, String)), of name: String, asked: String,
    at range: Range<Int>
  ) -> ExpressionError {
    let count = counted(extent.count, extent.noun.0, extent.noun.1)
    let help = index == 0 ? "subscripts count from 1" : nil
    return ExpressionError(
      range, "\(name) has \(count); \(asked) was asked for", help: help)
  }
}

extension Quantity {
  /// How many entries each subscript counts, and what they are called; empty where nothing can be subscripted.
  fileprivate var extents: [(count: Int, noun: (String, String))] {
    let entries = ("entry", "entries")
    return switch self {
    case .vector(let numbers): [(numbers.count, entries)]
    case .list(let values): [(values.count, entries)]
    case .record(let record): [(record.names.count, entries)]
    case .labelled(let names, _): [(names.count, entries)]
    case .matrix(let grid): [(grid.rows, ("row", "rows")), (grid.columns, ("column", "columns"))]
    default: []
    }
  }

  /// The entry at indices from 0 that are in range; one index of a matrix gives its row.
  fileprivate func entry(at indices: [Int]) -> Quantity {
    switch self {
    case .vector(let numbers): return .number(numbers[indices[0]])
    case .list(let values): return Quantity(values[indices[0]])
    case .record(let record): return Quantity(record.values[indices[0]])
    case .labelled(_, let values): return values[indices[0]]
    case .matrix(let grid):
      let start = indices[0] * grid.columns
      if indices.count == 2 { return .number(grid.entries[start + indices[1]]) }
      return .vector(Array(grid.entries[start..<start + grid.columns]))
    default: return self
    }
  }
}
