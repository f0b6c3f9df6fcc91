/// A formula applied to the rows of a table, with exact derivatives by its coefficients.
///
/// Names of columns stand for the row's number, coefficients are numbers to be given, and every other name is what a
/// scope says, the same in every row. The formula is compiled once; computing it takes no further memory. What the
/// compiler does not know is evaluated row by row, which gives the same results, only more slowly.
public struct RowFormula: Sendable {
  private enum Method: Sendable {
    case program(RowProgram)
    case evaluation
  }

  /// The number of rows.
  public let rows: Int
  /// The names of the coefficients, in the order of their values and of the derivatives.
  public let coefficients: [String]
  private let method: Method
  private let evaluation: RowEvaluation

  /// Compiles an expression.
  ///
  /// A name that is a column and a coefficient is a coefficient. Columns must be of the same length; a shorter one
  /// has NaN in the rows that it lacks.
  public init(
    _ expression: Expression, columns: [(name: String, numbers: [Double])], coefficients: [String],
    in scope: some Scope = DictionaryScope()
  ) {
    let rows = columns.map(\.numbers.count).max() ?? 0
    let filled = columns.map { column in
      (column.name, column.numbers + Array(repeating: .nan, count: rows - column.numbers.count))
    }
    self.rows = rows
    self.coefficients = coefficients
    evaluation = RowEvaluation(
      expression: expression, columns: filled, coefficients: coefficients, scope: scope)
    let program = try? RowProgram(
      compiling: expression, columns: filled, coefficients: coefficients, rows: rows, scope: scope)
    method = program.map(Method.program) ?? .evaluation
  }

  /// Whether the formula is computed by a compiled program and not by the evaluator.
  public var isCompiled: Bool {
    if case .program = method { true } else { false }
  }

  /// Whether the derivatives depend on no coefficient, so that the formula is linear in them.
  ///
  /// False also where nothing is known because the formula could not be compiled.
  public var isLinear: Bool {
    if case .program(let program) = method { program.isLinear } else { false }
  }

  /// The memory that computing the formula takes; one for each thread that does.
  public func makeWorkspace() -> RowWorkspace {
    switch method {
    case .program(let program): program.makeWorkspace()
    case .evaluation: RowWorkspace(singles: [], registers: [])
    }
  }

  /// Computes the value of every row; NaN where the formula has no finite one.
  ///
  /// `point` has one number a coefficient, `values` as many places as there are rows; otherwise nothing is computed.
  public func compute(
    at point: [Double], in workspace: inout RowWorkspace, values: UnsafeMutableBufferPointer<Double>
  ) {
    guard point.count == coefficients.count, values.count == rows else { return }
    switch method {
    case .program(let program):
      program.run(at: point, in: &workspace, values: values, derivatives: nil)
    case .evaluation: evaluation.compute(at: point, values: values)
    }
  }

  /// Computes the value of every row and its derivatives: all rows by the first coefficient, then by the next.
  ///
  /// A derivative is not finite where there is none. `derivatives` has a place for each row and coefficient.
  public func compute(
    at point: [Double], in workspace: inout RowWorkspace, values: UnsafeMutableBufferPointer<Double>,
    derivatives: UnsafeMutableBufferPointer<Double>
  ) {
    guard point.count == coefficients.count, values.count == rows,
      derivatives.count == rows * coefficients.count
    else { return }
    switch method {
    case .program(let program):
      program.run(at: point, in: &workspace, values: values, derivatives: derivatives)
    case .evaluation: evaluation.compute(at: point, values: values, derivatives: derivatives)
    }
  }

  /// The values of all rows.
  public func values(at point: [Double]) -> [Double] {
    var workspace = makeWorkspace()
    var values = [Double](repeating: .nan, count: rows)
    values.withUnsafeMutableBufferPointer { compute(at: point, in: &workspace, values: $0) }
    return values
  }

  /// The values of all rows, and the derivatives, coefficient by coefficient.
  public func valuesAndDerivatives(at point: [Double]) -> (values: [Double], derivatives: [Double]) {
    var workspace = makeWorkspace()
    var values = [Double](repeating: .nan, count: rows)
    var derivatives = [Double](repeating: .nan, count: rows * coefficients.count)
    values.withUnsafeMutableBufferPointer { values in
      derivatives.withUnsafeMutableBufferPointer { derivatives in
        compute(at: point, in: &workspace, values: values, derivatives: derivatives)
      }
    }
    return (values, derivatives)
  }

  /// Why a row, counted from 0, has no finite value at a point, with the place in the expression; nil where it has.
  public func mistake(inRow row: Int, at point: [Double]) -> ExpressionError? {
    guard (0..<rows).contains(row), point.count == coefficients.count else { return nil }
    return evaluation.mistake(inRow: row, at: point)
  }
}

extension RowProgram {
  fileprivate init(
    compiling expression: Expression, columns: [(name: String, numbers: [Double])], coefficients: [String],
    rows: Int, scope: any Scope
  ) throws(NotCompilable) {
    var compiler = FormulaCompiler(rows: rows, scope: scope)
    for column in columns {
      guard !column.numbers.contains(where: \.isInfinite) else { throw NotCompilable() }
      compiler.bindings[column.name] = .number(try compiler.graph.column(column.numbers))
    }
    for (index, name) in coefficients.enumerated() {
      compiler.bindings[name] = .number(try compiler.graph.coefficient(index))
    }
    guard case .number(let value) = try compiler.graph.lift(try compiler.compile(expression)) else {
      throw NotCompilable()
    }
    var derivatives: [RowGraph.Node?] = []
    for index in coefficients.indices {
      derivatives.append(try compiler.graph.derivative(of: value, by: index))
    }
    self.init(compiler.graph, coefficients: coefficients.count, value: value, derivatives: derivatives)
  }
}
