extension Renderer {
  /// A vector as one formula over vectors, such as `softmax(h) - [0, 1, 0]`, or as the list of its entries.
  func vector(_ entries: [NodeID]) throws(AlgebraLimit) -> Expression {
    if entries.count > 1 {
      if let whole = try rolled(entries) { return whole }
      if let shifted = try shifted(entries) { return shifted }
    }
    return make(.list(try entries.mapped(render)))
  }

  func matrix(_ rows: Int, _ columns: Int, _ entries: [NodeID]) throws(AlgebraLimit) -> Expression {
    var lines: [Expression] = []
    for row in 0..<rows {
      lines.append(make(.list(try Array(entries[row * columns..<(row + 1) * columns]).mapped(render))))
    }
    return make(.list(lines))
  }

  /// One formula over whole vectors for formulas that differ only in the entry that they name.
  func rolled(_ entries: [NodeID]) throws(AlgebraLimit) -> Expression? {
    guard let form = try rolledForm(of: entries) else { return nil }
    return try render(form)
  }

  /// The formula over whole vectors that formulas of their entries have in common.
  func rolledForm(of entries: [NodeID]) throws(AlgebraLimit) -> NodeID? {
    guard let form = try rolled(entries[0], entry: 1, of: entries.count), form != entries[0] else {
      return nil
    }
    for (index, entry) in entries.enumerated().dropFirst() {
      guard try rolled(entry, entry: index + 1, of: entries.count) == form else { return nil }
    }
    return form
  }

  /// A formula over vectors and a list of numbers.
  private func shifted(_ entries: [NodeID]) throws(AlgebraLimit) -> Expression? {
    var shifts: [Rational] = []
    var rests: [NodeID] = []
    for entry in entries {
      let terms = if case .sum(let terms) = algebra[entry] { terms } else { [entry] }
      let shift = terms.lazy.compactMap(algebra.rational).first ?? .zero
      shifts.append(shift)
      rests.append(try algebra.difference(entry, algebra.number(shift)))
    }
    guard let whole = try rolled(rests) else { return nil }
    let isSubtracted = shifts.allSatisfy { $0.isNegative || $0.isZero }
    let numbers = try shifts.mapped { shift throws(AlgebraLimit) in
      try render(algebra.number(isSubtracted ? -shift : shift))
    }
    return make(
      .sum([Expression.Term(whole), Expression.Term(make(.list(numbers)), isSubtracted: isSubtracted)]))
  }

  /// A formula with whole vectors where it names one of their entries; nil where it cannot be said so.
  func rolled(_ root: NodeID, entry: Int, of count: Int) throws(AlgebraLimit) -> NodeID? {
    var results: [NodeID: NodeID] = [:]
    for id in algebra.reachable(from: [root]) {
      try algebra.spend()
      switch algebra[id] {
      case .symbol(let symbol):
        let isEntry = symbol.entry == entry && setting.variables[symbol.name] == count
        results[id] = isEntry ? algebra.node(.symbol(Symbol(name: symbol.name))) : id
      case .call(.softmax(entry), let arguments) where arguments.count == count:
        results[id] = algebra.node(.call(.softmax(0), arguments))
      case .call(let kernel, let arguments) where kernel.takesVector && arguments.count == count:
        results[id] = id
      case .call(let kernel, _) where kernel.takesVector:
        results[id] = id
      default:
        results[id] = try algebra.rebuilt(id) { child throws(AlgebraLimit) in results[child] ?? child }
      }
    }
    return results[root]
  }
}
