import Mathematics

extension FunctionDefinition {
  /// Vectors and matrices.
  static var linearAlgebra: [FunctionDefinition] {
    [
      .reduction(
        "norm", "the Euclidean length of a vector", least: 0, .delimiters("\\left\\lVert", "\\right\\rVert")
      ) { entries in .number(norm(entries)) },
      .general(
        "dot", "a, b", 2...2, "the product of two vectors, or of a matrix with a vector or a matrix", .dot
      ) { arguments throws(Complaint) in
        try matrixProduct(arguments[0], arguments[1])
      },
      .general("transpose", "A", 1...1, "rows as columns", .superscript("\\top")) {
        arguments throws(Complaint) in
        guard case .matrix(let grid) = arguments[0] else {
          throw Complaint("transpose takes a matrix, and this is \(arguments[0].kind)")
        }
        return .matrix(grid.transposed)
      },
    ]
  }

  private static func matrixProduct(
    _ left: Quantity<S>, _ right: Quantity<S>
  ) throws(Complaint) -> Quantity<S> {
    let misfit = Complaint("\(left.kind) and \(right.kind) have no product")
    switch (left, right) {
    case (.vector(let first), .vector(let second)):
      guard first.count == second.count else { throw misfit }
      return .number(dot(first, second))
    case (.matrix(let grid), .vector(let vector)):
      guard grid.columns == vector.count else { throw misfit }
      return .vector(grid.rowsOfEntries.map { dot($0, vector) })
    case (.vector(let vector), .matrix(let grid)):
      guard grid.rows == vector.count else { throw misfit }
      return .vector(grid.transposed.rowsOfEntries.map { dot($0, vector) })
    case (.matrix(let first), .matrix(let second)):
      guard first.columns == second.rows else { throw misfit }
      return .matrix(try product(first, second))
    default: throw misfit
    }
  }

  private static func product(
    _ left: Quantity<S>.Grid<S>, _ right: Quantity<S>.Grid<S>
  ) throws(Complaint) -> Quantity<S>.Grid<S> {
    // Each of the three is at most a million, so that the product cannot overflow.
    guard left.rows * right.columns <= Limits.entries,
      left.rows * right.columns * left.columns <= Limits.multiplications
    else { throw Complaint("this product takes more than \(Limits.multiplications) multiplications") }
    let columns = right.transposed.rowsOfEntries
    var entries: [S] = []
    for row in left.rowsOfEntries {
      for column in columns { entries.append(dot(row, column)) }
    }
    return Quantity<S>.Grid(rows: left.rows, columns: right.columns, entries: entries)
  }
}

extension Quantity.Grid {
  /// Rows as columns.
  var transposed: Self {
    var result: [Entry] = []
    result.reserveCapacity(entries.count)
    for column in 0..<columns {
      for row in 0..<rows { result.append(entries[row * columns + column]) }
    }
    return Quantity.Grid(rows: columns, columns: rows, entries: result)
  }

  /// Each row as a vector.
  var rowsOfEntries: [[Entry]] {
    (0..<rows).map { Array(entries[$0 * columns..<($0 + 1) * columns]) }
  }
}
