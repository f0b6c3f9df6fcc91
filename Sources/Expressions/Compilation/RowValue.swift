/// What a part of a formula is while it is compiled: its shape is known, its numbers are nodes of the graph.
enum RowValue {
  case number(RowGraph.Node)
  /// 1 where it holds, 0 where not.
  case condition(RowGraph.Node)
  case vector([RowGraph.Node])
  case matrix(Quantity<Double>.Grid<RowGraph.Node>)
  /// What is the same in every row, whatever the coefficients are.
  case constant(Value)
}

extension RowGraph {
  /// Constants as numbers, where they are.
  mutating func lift(_ value: RowValue) throws(NotCompilable) -> RowValue {
    guard case .constant(let constant) = value else { return value }
    switch constant {
    case .number(let number): return .number(try self.number(number))
    case .boolean(let boolean): return .condition(try number(boolean ? 1 : 0))
    case .vector(let entries): return .vector(try numbers(entries))
    case .matrix(let matrix):
      return .matrix(
        Quantity<Double>.Grid(
          rows: matrix.rows, columns: matrix.columns, entries: try numbers(matrix.entries)))
    case .record(let record):
      guard let entries = record.numbers else { throw NotCompilable() }
      return .vector(try numbers(entries))
    case .text, .list, .function: throw NotCompilable()
    }
  }

  private mutating func numbers(_ entries: [Double]) throws(NotCompilable) -> [Node] {
    guard entries.count <= Self.mostNodes else { throw NotCompilable() }
    var nodes: [Node] = []
    for entry in entries { nodes.append(try number(entry)) }
    return nodes
  }

  /// Applies a rule to each number.
  mutating func mapped(
    _ value: RowValue, _ rule: (inout RowGraph, Node) throws(NotCompilable) -> Node
  ) throws(NotCompilable) -> RowValue {
    func nodes(_ entries: [Node]) throws(NotCompilable) -> [Node] {
      var results: [Node] = []
      for entry in entries { results.append(try rule(&self, entry)) }
      return results
    }
    switch try lift(value) {
    case .number(let node): return .number(try rule(&self, node))
    case .vector(let entries): return .vector(try nodes(entries))
    case .matrix(let grid): return .matrix(grid.with(try nodes(grid.entries)))
    case .condition, .constant: throw NotCompilable()
    }
  }

  /// Joins two values number by number, a single number with every entry of the other.
  mutating func joined(
    _ left: RowValue, _ right: RowValue, _ rule: (inout RowGraph, Node, Node) throws(NotCompilable) -> Node
  ) throws(NotCompilable) -> RowValue {
    func pairs(_ first: [Node], _ second: [Node]) throws(NotCompilable) -> [Node] {
      guard first.count == second.count else { throw NotCompilable() }
      var results: [Node] = []
      for (x, y) in zip(first, second) { results.append(try rule(&self, x, y)) }
      return results
    }
    switch (try lift(left), try lift(right)) {
    case (.number(let x), .number(let y)): return .number(try rule(&self, x, y))
    case (.number(let x), let other):
      return try mapped(other) { graph, y throws(NotCompilable) in try rule(&graph, x, y) }
    case (let other, .number(let y)):
      return try mapped(other) { graph, x throws(NotCompilable) in try rule(&graph, x, y) }
    case (.vector(let first), .vector(let second)): return .vector(try pairs(first, second))
    case (.matrix(let first), .matrix(let second)):
      guard first.rows == second.rows, first.columns == second.columns else { throw NotCompilable() }
      return .matrix(first.with(try pairs(first.entries, second.entries)))
    default: throw NotCompilable()
    }
  }
}
