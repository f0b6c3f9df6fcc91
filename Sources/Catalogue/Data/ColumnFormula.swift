import Engine
import Expressions
import LessonFormat
import SourceText

/// An expression in the columns of a table: a number for each row.
struct ColumnFormula {
  let formula: Formula
  let data: DataTable

  /// The column that the formula names, where it is nothing else.
  var columnName: String? {
    guard case .path(let path) = formula.expression.form, path.steps.isEmpty,
      case .name(let name) = path.root
    else { return nil }
    return name
  }

  /// The number of every row.
  ///
  /// - Throws: everything that is wrong: names that are no columns and no names of the lesson, or the first row without a
  ///   finite value.
  func values() throws -> [Double] {
    let mistakes = unknownNames + totals(in: formula.expression)
    guard mistakes.isEmpty else { throw LessonErrors(mistakes) }
    guard !data.columns.isEmpty else {
      throw LessonError(
        ExpressionError(formula.expression.extent, "the table has no column of numbers to compute this from"),
        in: formula.text)
    }
    let rows = rowFormula
    let values = rows.values(at: [])
    guard let row = values.firstIndex(where: { !$0.isFinite }) else { return values }
    throw Self.mistake(rows.mistake(inRow: row, at: []), inRow: row, of: formula)
  }

  /// The number of every row; a row without a finite value has none.
  func valuesOrNone() -> [Double] {
    rowFormula.values(at: []).map { $0.isFinite ? $0 : .nan }
  }

  private var rowFormula: RowFormula {
    let scope = DictionaryScope(
      Dictionary(formula.captured.map { ($0.name, $0.value) }) { first, _ in first })
    return RowFormula(formula.expression, columns: data.columns, coefficients: [], in: scope)
  }

  /// A mistake of the evaluator in a row, at its place in the lesson.
  static func mistake(_ error: ExpressionError?, inRow row: Int, of formula: Formula) -> LessonError {
    var error = error ?? ExpressionError(formula.expression.extent, "this has no finite value")
    error.message = "in row \(row + 1), \(error.message)"
    return LessonError(error, in: formula.text)
  }

  private static let totals: Set<String> = [
    "sum", "mean", "median", "min", "max", "var", "std", "norm", "length", "last", "cumsum", "softmax",
    "logsumexp",
  ]

  /// Totals of a single column: in each row that is one number, of which the mean is the number itself and the deviation
  /// nothing, so that the author must have meant the whole column.
  private func totals(in expression: Expression) -> [LessonError] {
    var mistakes = expression.children.flatMap(totals)
    if case .call(let name, let range, let arguments) = expression.form, Self.totals.contains(name),
      arguments.count == 1, case .path(let path) = arguments[0].form, path.steps.isEmpty,
      case .name(let column) = path.root, data[column] != nil
    {
      mistakes.append(
        LessonError(
          ExpressionError(
            range, "in each row \(column) is one number, and this is its \(name)",
            help: "for that of the whole column write the table's name before it, as in \(name)(t.\(column))"),
          in: formula.text))
    }
    return mistakes
  }

  private var unknownNames: [LessonError] {
    let captured = Set(formula.captured.map(\.name))
    let uses = formula.expression.names {
      data[$0] != nil || data.otherNames.contains($0) || captured.contains($0)
    }
    return uses.compactMap { use in
      guard data[use.name] == nil else { return nil }
      guard !data.otherNames.contains(use.name) else {
        return LessonError(
          ExpressionError(use.range, "\(use.name) is a column of something else than numbers"),
          in: formula.text)
      }
      guard !captured.contains(use.name) else { return nil }
      let names = data.columns.map(\.name) + data.otherNames
      let nearest = nearestName(to: use.name, among: names)
      return LessonError(
        ExpressionError(
          use.range, "\(use.name.prefix(40)) is neither a column nor a name of the lesson",
          help: nearest.map { "did you mean \($0)?" }
            ?? "the columns are \(names.prefix(8).joined(separator: ", "))"),
        in: formula.text)
    }
  }
}
