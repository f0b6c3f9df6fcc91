extension GraphBuilder {
  /// The graph with the derivatives of one node by all others, accumulated backwards from it.
  ///
  /// - Parameter range: the place of the output's expression, for what goes wrong on the way.
  func graph(output: Int, at range: Range<Int>) throws(ExpressionError) -> ComputationalGraph {
    guard !nodes.isEmpty else {
      throw ExpressionError(range, "there is nothing to compute", help: "for example y = 2x")
    }
    let derivatives = try derivatives(of: output, at: range)
    let finished = zip(nodes, derivatives).map { node, derivative in
      ComputationalGraph.Node(
        name: node.name, kind: node.kind, formula: node.formula, value: node.value.value,
        derivative: derivative.map { node.value.shaping($0) })
    }
    let edges = nodes.enumerated().flatMap { place, node in
      node.operands.map { operand in
        ComputationalGraph.Edge(
          from: operand.node, to: place,
          derivative: operand.jacobian.map { $0.value(of: node.value, by: nodes[operand.node].value) })
      }
    }
    return ComputationalGraph(nodes: finished, edges: edges, output: output)
  }

  /// The derivative of a number by every node that moves, as lists of entries.
  private func derivatives(
    of output: Int, at range: Range<Int>
  ) throws(ExpressionError) -> [[Double]?] {
    guard case .number = nodes[output].value else { return Array(repeating: nil, count: nodes.count) }
    var sums = nodes.map { node in
      node.isActive ? Array(repeating: 0.0, count: node.value.entries?.count ?? 0) : nil
    }
    if sums[output] != nil { sums[output] = [1] }
    for place in nodes.indices.reversed() where place <= output {
      guard let outer = sums[place] else { continue }
      guard outer.allSatisfy(\.isFinite) else {
        throw ExpressionError(
          range, "the derivative of \(nodes[output].name) by \(nodes[place].name) is no finite number")
      }
      for operand in nodes[place].operands {
        guard let share = operand.jacobian?.pulledBack(outer), let sum = sums[operand.node] else { continue }
        sums[operand.node] = zip(sum, share).map(+)
      }
    }
    return sums
  }
}

extension Quantity where S == Double {
  /// Entries in the shape of this value.
  fileprivate func shaping(_ entries: [Double]) -> Value {
    switch self {
    case .number: .number(entries.first ?? 0)
    case .matrix(let grid): Quantity.matrix(grid.with(entries)).value
    default: .vector(entries)
    }
  }
}

extension Jacobian {
  /// The derivative in the shape that follows from both values.
  fileprivate func value(of result: Quantity<Double>, by operand: Quantity<Double>) -> Value {
    if case .number = operand { return result.shaping(columns.first ?? []) }
    if case .number = result { return operand.shaping(columns.map { $0.first ?? 0 }) }
    let entries = (0..<rows).flatMap { row in columns.map { $0[row] } }
    return Matrix(rows: rows, columns: columns.count, entries: entries).map { .matrix($0) }
      ?? .vector(entries)
  }
}
