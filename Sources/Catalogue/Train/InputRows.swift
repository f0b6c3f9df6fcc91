import Engine
import Expressions
import Mathematics

/// What a network is given of each row of a table: some numbers, or one vector.
struct InputRows {
  /// A row for each row of the table.
  let rows: Tensor
  /// The inputs' names; those of a vector have its name and a subscript.
  let names: [String]
  /// The column of vectors that the inputs are; nil where they are numbers.
  let vectorName: String?
  /// The numbers of a formula that was computed along with them; empty without one.
  let target: [Double]

  /// No network is given longer vectors.
  static let longestVector = 10_000

  /// Computes the inputs, and a further formula.
  ///
  /// - Throws: all mistakes of all formulas.
  init(_ inputs: TrainInputs, of data: DataTable, also target: ColumnFormula? = nil) throws {
    if let (name, matrix) = inputs.vectorColumn(of: data) {
      try Self.check(matrix, name)
      rows = try Tensor(matrix.entries, shape: [matrix.rows, matrix.columns])
      names = inputs.names(in: data)
      vectorName = name
      self.target = try target?.values() ?? []
      return
    }
    let predictors = inputs.entries.map { ColumnFormula(formula: $0.formula, data: data) }
    let columns = try collectingErrors(predictors + [target].compactMap(\.self)) { formula in
      try Self.refuseVectors(formula, among: inputs)
      return try formula.values()
    }
    rows = try Tensor(interleaving: Array(columns.prefix(predictors.count)), rows: data.rows)
    (names, vectorName) = (inputs.names, nil)
    self.target = target == nil ? [] : columns[predictors.count]
  }

  private static func check(_ matrix: Matrix, _ name: String) throws {
    guard (1...longestVector).contains(matrix.columns) else {
      throw LessonError.experiment(
        "the vectors of \(name) have \(matrix.columns) entries; from 1 to \(longestVector) can be given")
    }
    if let place = matrix.entries.firstIndex(where: { !$0.isFinite }) {
      let (row, column) = place.quotientAndRemainder(dividingBy: matrix.columns)
      throw LessonError.experiment(
        "entry \(column + 1) of \(name) in row \(row + 1) is \(spelled(matrix.entries[place]))")
    }
  }

  /// A column of vectors is all that a network is given, or nothing.
  private static func refuseVectors(_ formula: ColumnFormula, among inputs: TrainInputs) throws {
    guard let name = formula.columnName, formula.data.vectors(name) != nil else { return }
    throw LessonError(
      ExpressionError(
        formula.formula.expression.extent, "\(name) is a column of vectors",
        help: inputs.entries.count > 1 ? "vectors are the only input: write inputs: \(name)" : nil),
      in: formula.formula.text)
  }
}

extension Tensor {
  /// A row for each example, made of columns.
  fileprivate init(interleaving columns: [[Double]], rows: Int) throws {
    var numbers = [Double](repeating: 0, count: columns.count * rows)
    for (place, column) in columns.enumerated() {
      for row in 0..<rows { numbers[row * columns.count + place] = column[row] }
    }
    try self.init(numbers, shape: [rows, columns.count])
  }
}
