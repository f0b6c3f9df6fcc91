import Engine
import Expressions
import LessonFormat
import Mathematics
import SourceText

/// A fit ready to be solved: what was measured, and the model that should follow it, row by row.
struct FitTask {
  let names: FitNames
  let space: FitSpace
  /// What was measured; in the space of the logarithms where the fit is done there.
  let observed: [Double]
  /// The model in the same space.
  let model: RowFormula
  /// The reciprocal of each measurement's standard deviation; nil where all are alike.
  let weights: [Double]?

  var coefficients: [String] { names.start.names }
  var rows: Int { observed.count }

  init(_ names: FitNames, space: FitSpace) throws {
    self.names = names
    self.space = space
    try Self.checkNumbers(names)
    let measured = try ColumnFormula(formula: names.model.measured, data: names.data).values()
    observed = try space == .linear ? measured : Self.logarithms(measured, names)
    weights = try names.sigma.map { sigma in
      try Self.weights(try ColumnFormula(formula: sigma, data: names.data).values(), sigma)
    }
    let expression = Self.expression(names.model.formula.expression, in: space)
    // A model without a column still has a value in each row.
    let columns = names.columns.isEmpty ? names.data.columns : names.columns
    model = RowFormula(expression, columns: columns, coefficients: names.start.names, in: names.scope)
  }

  /// The model's formula, or its logarithm.
  private static func expression(_ formula: Expression, in space: FitSpace) -> Expression {
    guard space == .log else { return formula }
    return Expression(.call("log", formula.extent, [formula]), formula.extent)
  }

  /// The formula at other values of its columns, in the space of the fit.
  func model(at columns: [(name: String, numbers: [Double])]) -> RowFormula {
    let expression = Self.expression(names.model.formula.expression, in: space)
    return RowFormula(expression, columns: columns, coefficients: coefficients, in: names.scope)
  }

  /// The value in the units of what was measured.
  func unscaled(_ value: Double) -> Double { space == .log ? Double.exp(value) : value }

  /// Observed less model, in units of each measurement's standard deviation; NaN where the model has no value.
  ///
  /// Where there is memory for them also the derivatives: all rows by the first coefficient, then by the next.
  func residuals(
    at point: [Double], in workspace: inout RowWorkspace, into residuals: UnsafeMutableBufferPointer<Double>,
    jacobian: UnsafeMutableBufferPointer<Double>?
  ) {
    guard let jacobian else {
      model.compute(at: point, in: &workspace, values: residuals)
      return subtract(residuals)
    }
    model.compute(at: point, in: &workspace, values: residuals, derivatives: jacobian)
    subtract(residuals)
    for start in stride(from: 0, to: jacobian.count, by: max(rows, 1)) {
      if let weights {
        for row in 0..<rows { jacobian[start + row] *= -weights[row] }
      } else {
        for row in 0..<rows { jacobian[start + row] = -jacobian[start + row] }
      }
    }
  }

  private func subtract(_ values: UnsafeMutableBufferPointer<Double>) {
    for row in values.indices { values[row] = observed[row] - values[row] }
    guard let weights else { return }
    for row in values.indices { values[row] *= weights[row] }
  }
}

extension FitTask {
  /// Every number that the fit reads must be one.
  private static func checkNumbers(_ names: FitNames) throws {
    for column in names.columns {
      guard let row = column.numbers.firstIndex(where: { !$0.isFinite }) else { continue }
      throw names.mistakeInData(
        "row \(row + 1) of \(column.name) is \(spelled(column.numbers[row])), which cannot be fitted",
        help: "leave rows without a number out")
    }
  }

  private static func logarithms(_ measured: [Double], _ names: FitNames) throws -> [Double] {
    if let row = measured.firstIndex(where: { $0 <= 0 }) {
      throw names.mistakeInData(
        "in row \(row + 1), \(names.model.measured.text.text.trimmed) is \(spelled(measured[row])), and only "
          + "numbers above 0 have logarithms", help: "fit with space: linear, or leave such rows out")
    }
    return measured.map(Double.log)
  }

  private static func weights(_ deviations: [Double], _ sigma: Formula) throws -> [Double] {
    if let row = deviations.firstIndex(where: { $0 <= 0 }) {
      let message = "a standard deviation is above 0, and this is \(spelled(deviations[row]))"
      throw ColumnFormula.mistake(ExpressionError(sigma.expression.extent, message), inRow: row, of: sigma)
    }
    return deviations.map { 1 / $0 }
  }
}

extension FitNames {
  /// A mistake in the data, at the value of `data`.
  func mistakeInData(_ message: String, help: String? = nil) -> LessonError {
    dataDatum.map { .parameter($0, message, help: help) } ?? .experiment(message, help: help)
  }
}

extension String {
  /// The text without spaces around it.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
