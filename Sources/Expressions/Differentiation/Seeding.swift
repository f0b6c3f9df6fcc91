import Mathematics

extension Quantity {
  /// The same value as a constant for one more derivative.
  var lifted: Quantity<Dual<S>> {
    switch self {
    case .number(let number): .number(Dual(number, tangent: S(0)))
    case .boolean(let boolean): .boolean(boolean)
    case .text(let text): .text(text)
    case .vector(let entries): .vector(entries.map { Dual($0, tangent: S(0)) })
    case .matrix(let grid): .matrix(grid.liftedGrid)
    case .list(let values): .list(values)
    case .record(let record): .record(record)
    case .labelled(let names, let values): .labelled(names, values.map(\.lifted))
    case .function(let function): .function(function)
    }
  }

  /// The number, or the entry at an index, moving with slope 1, and all others at rest.
  func seeded(at index: Int) -> Quantity<Dual<S>> {
    func dual(_ entries: [S]) -> [Dual<S>] {
      entries.enumerated().map { Dual($1, tangent: S($0 == index ? 1 : 0)) }
    }
    return switch self {
    case .number(let number): .number(Dual(number, tangent: S(1)))
    case .vector(let entries): .vector(dual(entries))
    case .matrix(let grid):
      .matrix(Quantity<Dual<S>>.Grid(rows: grid.rows, columns: grid.columns, entries: dual(grid.entries)))
    case .record(let record):
      .labelled(record.names, (unlabelled.entries.map(dual) ?? []).map { .number($0) })
    default: lifted
    }
  }
}

extension Quantity.Grid where Entry: ExpressionScalar {
  fileprivate var liftedGrid: Quantity<Dual<Entry>>.Grid<Dual<Entry>> {
    Quantity<Dual<Entry>>.Grid<Dual<Entry>>(
      rows: rows, columns: columns, entries: entries.map { Dual($0, tangent: Entry(0)) })
  }
}
