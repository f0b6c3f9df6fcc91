/// What an expression comes to in algebra: scalar formulas in a shape.
enum Shaped: Hashable {
  case number(NodeID)
  case vector([NodeID])
  case matrix(rows: Int, columns: Int, [NodeID])
  case condition(NodeID)

  /// What it is, for messages.
  var kind: String {
    switch self {
    case .number: "a number"
    case .vector(let entries): "a vector of \(counted(entries.count, "entry", "entries"))"
    case .matrix(let rows, let columns, _):
      "a matrix of \(counted(rows, "row", "rows")) and \(counted(columns, "column", "columns"))"
    case .condition: "a condition"
    }
  }

  /// The formulas, row by row; nil for a condition.
  var entries: [NodeID]? {
    switch self {
    case .number(let id): [id]
    case .vector(let ids), .matrix(_, _, let ids): ids
    case .condition: nil
    }
  }

  /// The same shape with other entries.
  func with(_ entries: [NodeID]) -> Shaped {
    switch self {
    case .number(let id): .number(entries.first ?? id)
    case .vector: .vector(entries)
    case .matrix(let rows, let columns, _): .matrix(rows: rows, columns: columns, entries)
    case .condition: self
    }
  }

  /// Applies a rule to each formula.
  func mapped<Failure: Error>(_ rule: (NodeID) throws(Failure) -> NodeID) throws(Failure) -> Shaped {
    guard let entries else { return self }
    var results: [NodeID] = []
    results.reserveCapacity(entries.count)
    for entry in entries { results.append(try rule(entry)) }
    return with(results)
  }

  /// Joins two shapes entry by entry, a number with every entry.
  ///
  /// Nil where they do not fit.
  func joined(with other: Shaped, _ rule: (NodeID, NodeID) -> NodeID) -> Shaped? {
    switch (self, other) {
    case (.condition, _), (_, .condition): return nil
    case (.number(let left), _): return other.mapped { rule(left, $0) }
    case (_, .number(let right)): return mapped { rule($0, right) }
    case (.vector(let left), .vector(let right)):
      return left.count == right.count ? .vector(zip(left, right).map(rule)) : nil
    case (.matrix(let rows, let columns, let left), .matrix(let otherRows, let otherColumns, let right)):
      guard rows == otherRows, columns == otherColumns else { return nil }
      return .matrix(rows: rows, columns: columns, zip(left, right).map(rule))
    default: return nil
    }
  }
}
