/// A value while it is computed, over numbers that may carry derivatives.
enum Quantity<S: ExpressionScalar> {
  case number(S)
  case boolean(Bool)
  case text(String)
  case vector([S])
  case matrix(Grid<S>)
  case list([Value])
  case record(Record)
  /// A record with a number in it that carries a derivative.
  case labelled([String], [Quantity<S>])
  case function(Function)

  /// Numbers in rows and columns, row by row.
  struct Grid<Entry> {
    var rows: Int
    var columns: Int
    var entries: [Entry]

    /// The same shape with other entries.
    func with<Other>(_ entries: [Other]) -> Grid<Other> {
      Grid<Other>(rows: rows, columns: columns, entries: entries)
    }
  }

  /// Takes a value as constant.
  init(_ value: Value) {
    switch value {
    case .number(let number): self = .number(S(number))
    case .boolean(let boolean): self = .boolean(boolean)
    case .text(let text): self = .text(text)
    case .vector(let entries): self = .vector(S.lifting(entries))
    case .matrix(let matrix):
      let entries = S.lifting(matrix.entries)
      self = .matrix(Grid(rows: matrix.rows, columns: matrix.columns, entries: entries))
    case .list(let values): self = .list(values)
    case .record(let record): self = .record(record)
    case .function(let function): self = .function(function)
    }
  }

  /// The value without derivatives.
  var value: Value {
    switch self {
    case .number(let number): .number(number.primal)
    case .boolean(let boolean): .boolean(boolean)
    case .text(let text): .text(text)
    case .vector(let entries): .vector(S.primals(entries))
    case .matrix(let grid): grid.primals.map { .matrix($0) } ?? .vector(S.primals(grid.entries))
    case .list(let values): .list(values)
    case .record(let record): .record(record)
    case .labelled(let names, let values): .record(Record(Array(zip(names, values.map(\.value)))))
    case .function(let function): .function(function)
    }
  }

  /// A record of numbers as the vector that it serves as; anything else as it is.
  var unlabelled: Quantity {
    switch self {
    case .record(let record):
      return record.numbers.map { .vector(S.lifting($0)) } ?? self
    case .labelled(_, let values):
      let numbers = values.compactMap(\.number)
      return numbers.count == values.count ? .vector(numbers) : self
    default: return self
    }
  }

  /// The number, if it is one.
  var number: S? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The numbers of a number, a vector or a matrix.
  var entries: [S]? {
    switch self {
    case .number(let number): [number]
    case .vector(let entries): entries
    case .matrix(let grid): grid.entries
    default: nil
    }
  }

  /// How many numbers it holds, for the limits.
  var size: Int {
    switch self {
    case .vector(let entries): entries.count
    case .matrix(let grid): grid.entries.count
    case .list(let values): values.count
    default: 1
    }
  }
}

extension Quantity.Grid where Entry: ExpressionScalar {
  /// The matrix without derivatives.
  var primals: Matrix? { Matrix(rows: rows, columns: columns, entries: Entry.primals(entries)) }
}
