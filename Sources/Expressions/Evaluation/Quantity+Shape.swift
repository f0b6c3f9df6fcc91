extension Quantity {
  /// What it is, for messages: `a vector of 3 entries`.
  var kind: String {
    switch self {
    case .number: "a number"
    case .boolean: "a condition"
    case .text: "a text"
    case .vector(let entries): "a vector of \(counted(entries.count, "entry", "entries"))"
    case .matrix(let grid):
      "a matrix of \(counted(grid.rows, "row", "rows")) and \(counted(grid.columns, "column", "columns"))"
    case .list(let values): "a list of \(counted(values.count, "entry", "entries"))"
    case .record, .labelled: "a record"
    case .function: "a function"
    }
  }

  /// Whether all its numbers, and their derivatives, are finite.
  var isFinite: Bool {
    switch self {
    case .number(let number): number.isFinite
    case .vector(let entries): entries.allSatisfy(\.isFinite)
    case .matrix(let grid): grid.entries.allSatisfy(\.isFinite)
    default: true
    }
  }

  /// Whether one of its numbers is NaN.
  var holdsNaN: Bool { entries?.contains { $0.primal.isNaN } ?? false }

  /// Whether its numbers are finite, whatever their derivatives are.
  var isPrimalFinite: Bool { entries?.allSatisfy(\.primal.isFinite) ?? true }

  /// Applies a rule to each number; nil where there is none.
  @inline(__always)
  func mapped(_ rule: (S) -> S) -> Quantity? {
    switch unlabelled {
    case .number(let number): .number(rule(number))
    case .vector(let entries): .vector(entries.map(rule))
    case .matrix(let grid): .matrix(grid.with(grid.entries.map(rule)))
    default: nil
    }
  }

  /// Joins two quantities number by number; a single number meets every entry of a vector or matrix.
  ///
  /// Nil where the shapes do not fit.
  @inline(__always)
  func joined(with other: Quantity, _ rule: (S, S) -> S) -> Quantity? {
    switch (unlabelled, other.unlabelled) {
    case (.number(let left), .number(let right)): return .number(rule(left, right))
    case (.number(let left), .vector(let right)): return .vector(right.map { rule(left, $0) })
    case (.vector(let left), .number(let right)): return .vector(left.map { rule($0, right) })
    case (.number(let left), .matrix(let right)):
      return .matrix(right.with(right.entries.map { rule(left, $0) }))
    case (.matrix(let left), .number(let right)):
      return .matrix(left.with(left.entries.map { rule($0, right) }))
    case (.vector(let left), .vector(let right)):
      return left.count == right.count ? .vector(paired(left, right, rule)) : nil
    case (.matrix(let left), .matrix(let right)):
      guard left.rows == right.rows, left.columns == right.columns else { return nil }
      return .matrix(left.with(paired(left.entries, right.entries, rule)))
    default: return nil
    }
  }

  @inline(__always)
  private func paired(_ left: [S], _ right: [S], _ rule: (S, S) -> S) -> [S] {
    var result: [S] = []
    result.reserveCapacity(left.count)
    for index in left.indices { result.append(rule(left[index], right[index])) }
    return result
  }
}

/// A count with its noun.
func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
  count == 1 ? "1 \(singular)" : "\(count) \(plural)"
}
