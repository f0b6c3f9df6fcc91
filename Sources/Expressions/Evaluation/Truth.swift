/// Which entries of a vector or a matrix a condition holds for; of a number, whether it holds.
enum Truth {
  case single(Bool)
  case vector([Bool])
  case matrix(rows: Int, columns: Int, [Bool])

  /// For each entry, in order.
  var entries: [Bool] {
    switch self {
    case .single(let holds): [holds]
    case .vector(let entries), .matrix(_, _, let entries): entries
    }
  }

  /// Whether it holds for every entry, or for none; nil where for some.
  var uniform: Bool? {
    let entries = entries
    guard let first = entries.first else { return true }
    return entries.allSatisfy { $0 == first } ? first : nil
  }

  var negated: Truth { with(entries.map { !$0 }) }

  /// Joins two entry by entry, where a single one meets every entry; nil where the shapes do not fit.
  func joined(with other: Truth, _ rule: (Bool, Bool) -> Bool) -> Truth? {
    switch (self, other) {
    case (_, .single(let right)): return with(entries.map { rule($0, right) })
    case (.single(let left), _): return other.with(other.entries.map { rule(left, $0) })
    case (.vector(let left), .vector(let right)) where left.count == right.count: break
    case (.matrix(let rows, let columns, _), .matrix(let otherRows, let otherColumns, _))
    where rows == otherRows && columns == otherColumns: break
    default: return nil
    }
    return with(zip(entries, other.entries).map(rule))
  }

  private func with(_ entries: [Bool]) -> Truth {
    switch self {
    case .single: .single(entries[0])
    case .vector: .vector(entries)
    case .matrix(let rows, let columns, _): .matrix(rows: rows, columns: columns, entries)
    }
  }
}
