import Engine
import Expressions
import LessonFormat
import Mathematics

/// One run: what was spent and what was left, over its course.
struct FrontierCurve: Hashable {
  /// The row of the table, from 1.
  let run: Int
  let x: [Double]
  let y: [Double]
  /// What colours the curve, if anything.
  let size: Double?
}

/// Reads the curves of a `{frontier}` from the rows of a table.
struct FrontierCurves {
  let table: CurveTable
  let x: Formula
  let y: Formula
  let size: Formula?
  let condition: Formula?

  /// Points that all curves together may have.
  static let mostPoints = 200_000

  /// The curves of the rows that fulfil the condition.
  func curves() throws -> [FrontierCurve] {
    let curves = try (0..<table.rows).compactMap { try curve($0) }
    guard !curves.isEmpty else {
      throw LessonError.experiment("no row fulfils the condition: there is no curve left")
    }
    let points = curves.reduce(0) { $0 + $1.x.count }
    guard points <= Self.mostPoints else {
      throw LessonError.experiment(
        "the curves have \(points) points; at most \(Self.mostPoints) are read",
        help: "record fewer steps of each run")
    }
    return curves
  }

  private func curve(_ row: Int) throws -> FrontierCurve? {
    let cells = table.row(row)
    if let condition {
      let value = try evaluate(condition, cells, row)
      guard case .boolean(let holds) = value else {
        throw mistake("a condition is needed, and this is \(value.typeDescription)", row, condition)
      }
      if !holds { return nil }
    }
    let across = try numbers(x, cells, row)
    let up = try numbers(y, cells, row)
    guard across.count == up.count else {
      throw mistake("this has \(up.count) entries where x has \(across.count)", row, y)
    }
    return FrontierCurve(run: row + 1, x: across, y: up, size: try size.map { try number($0, cells, row) })
  }

  private func evaluate(_ formula: Formula, _ cells: [String: Value], _ row: Int) throws -> Value {
    do {
      return try formula.evaluate(with: cells)
    } catch {
      var error = error
      error.message = "in row \(row + 1), \(error.message)"
      throw error
    }
  }

  /// The numbers of a curve: a single one is a curve of one point.
  private func numbers(_ formula: Formula, _ cells: [String: Value], _ row: Int) throws -> [Double] {
    let value = try evaluate(formula, cells, row)
    let numbers: [Double]
    switch value {
    case .number(let number): numbers = [number]
    case .vector(let vector): numbers = vector
    default: throw mistake("numbers are needed, and this is \(value.typeDescription)", row, formula)
    }
    if let place = numbers.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw mistake(
        "entry \(place + 1) is \(spelled(numbers[place])), and only numbers above 0 are on a power law", row,
        formula)
    }
    return numbers
  }

  private func number(_ formula: Formula, _ cells: [String: Value], _ row: Int) throws -> Double {
    let value = try evaluate(formula, cells, row)
    guard case .number(let number) = value, number.isFinite else {
      throw mistake("a number is needed for each run, and this is \(value.typeDescription)", row, formula)
    }
    return number
  }

  private func mistake(_ message: String, _ row: Int, _ formula: Formula) -> LessonError {
    LessonError(
      ExpressionError(formula.expression.extent, "in row \(row + 1), \(message)"), in: formula.text)
  }
}
