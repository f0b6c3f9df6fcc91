extension Elaborator {
  /// Functions of a vector, written out over its entries.
  mutating func reduction(
    _ name: String, _ entries: [NodeID], at range: Range<Int>
  ) throws(ExpressionError) -> Shaped {
    switch name {
    case "sum": return .number(algebra.rawSum(entries))
    case "product": return .number(algebra.rawProduct(entries))
    case "mean": return .number(mean(entries))
    case "var", "std":
      guard entries.count > 1 else {
        throw ExpressionError(range, "\(name) takes at least 2 entries, not 1")
      }
      let variance = variance(entries)
      return .number(name == "var" ? variance : algebra.rawRoot(variance))
    case "entropy": return .number(entropy(entries))
    case "softmax":
      return .vector(entries.indices.map { algebra.rawCall(.softmax($0 + 1), entries) })
    case "cumsum":
      return .vector(entries.indices.map { algebra.rawSum(Array(entries[...$0])) })
    default: throw ExpressionError(range, "algebra knows no rule for \(name)")
    }
  }

  private func mean(_ entries: [NodeID]) -> NodeID {
    algebra.rawQuotient(algebra.rawSum(entries), algebra.number(entries.count))
  }

  private func variance(_ entries: [NodeID]) -> NodeID {
    let mean = algebra.rawNegative(mean(entries))
    let squares = entries.map { algebra.rawPower(algebra.rawSum([$0, mean]), algebra.number(2)) }
    return algebra.rawQuotient(algebra.rawSum(squares), algebra.number(entries.count - 1))
  }

  /// −Σ p log p; a probability that is exactly 0 adds nothing.
  private func entropy(_ entries: [NodeID]) -> NodeID {
    let terms = entries.filter { $0 != algebra.zero }.map { entry in
      algebra.rawProduct([algebra.minusOne, entry, algebra.rawCall(.log, [entry])])
    }
    return algebra.rawSum(terms)
  }

  func dotProduct(_ left: Shaped, _ right: Shaped, at range: Range<Int>) throws(ExpressionError) -> Shaped {
    switch (left, right) {
    case (.vector(let first), .vector(let second)) where first.count == second.count:
      return .number(dot(first, second))
    case (.matrix(_, let columns, _), .vector(let vector)) where columns == vector.count:
      return .vector(rows(of: left).map { dot($0, vector) })
    case (.vector(let vector), .matrix(let rows, _, _)) where rows == vector.count:
      return .vector(columns(of: right).map { dot(vector, $0) })
    case (.matrix(let rows, let inner, _), .matrix(let height, let columns, _)) where inner == height:
      try spend(rows * columns * inner, at: range)
      let across = self.columns(of: right)
      let entries = self.rows(of: left).flatMap { row in across.map { dot(row, $0) } }
      return .matrix(rows: rows, columns: columns, entries)
    default: throw ExpressionError(range, "\(left.kind) and \(right.kind) have no product")
    }
  }

  private func dot(_ first: [NodeID], _ second: [NodeID]) -> NodeID {
    algebra.rawSum(zip(first, second).map { algebra.rawProduct([$0, $1]) })
  }

  private func rows(of shaped: Shaped) -> [[NodeID]] {
    guard case .matrix(let rows, let columns, let entries) = shaped else { return [] }
    return (0..<rows).map { Array(entries[$0 * columns..<($0 + 1) * columns]) }
  }

  private func columns(of shaped: Shaped) -> [[NodeID]] {
    guard case .matrix(let rows, let columns, let entries) = shaped else { return [] }
    return (0..<columns).map { column in (0..<rows).map { entries[$0 * columns + column] } }
  }
}
