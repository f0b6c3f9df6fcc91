extension Evaluator {
  /// Numbers make a vector, vectors of one length a matrix, anything else a list.
  mutating func list(_ expressions: [Expression], at range: Range<Int>) throws(ExpressionError) -> Quantity<S>
  {
    var entries: [Quantity<S>] = []
    entries.reserveCapacity(expressions.count)
    var size = 0
    for expression in expressions {
      entries.append(try evaluate(expression))
      size += entries[entries.count - 1].size
      try spend(size, at: range)
    }
    return gathered(entries)
  }

  /// Numbers make a vector, vectors of one length a matrix, anything else a list.
  func gathered(_ entries: [Quantity<S>]) -> Quantity<S> {
    let numbers = entries.compactMap(\.number)
    if numbers.count == entries.count { return .vector(numbers) }
    return matrix(entries) ?? .list(entries.map(\.value))
  }

  private func matrix(_ rows: [Quantity<S>]) -> Quantity<S>? {
    var numbers: [S] = []
    var columns: Int?
    for row in rows {
      guard case .vector(let entries) = row.unlabelled, entries.count == columns ?? entries.count else {
        return nil
      }
      columns = entries.count
      numbers += entries
    }
    return columns.map { .matrix(Quantity.Grid(rows: rows.count, columns: $0, entries: numbers)) }
  }
}
