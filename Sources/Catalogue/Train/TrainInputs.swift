import Engine
import Expressions
import LessonFormat
import SourceText

/// What a model is given of each row: columns, or named expressions in columns.
struct TrainInputs: ParameterValue {
  let entries: [(name: String, formula: Formula)]

  static let typeDescription = "columns such as [x, y], or names with expressions in columns"
  /// No model has more inputs.
  static let mostInputs = 1_000

  init(reading argument: WrittenValue) throws {
    switch argument.datum.kind {
    case .mapping(let mapping) where !mapping.isEmpty:
      entries = try collectingErrors(mapping) { entry in
        guard isName(entry.key.value) else {
          throw LessonError(.parameter, at: .span(entry.key.span), "\(entry.key.value) cannot be a name")
        }
        return (entry.key.value, try Formula(reading: argument.part(entry.value)))
      }
    case .list(let list) where !list.isEmpty:
      entries = try collectingErrors(list) { try Self.column(argument.part($0)) }
    case .text: entries = [try Self.column(argument)]
    default: throw argument.mismatch(expected: Self.typeDescription)
    }
    guard entries.count <= Self.mostInputs else {
      throw LessonError.parameter(
        argument.datum, "\(entries.count) inputs are more than \(Self.mostInputs), the limit")
    }
    var seen: Set<String> = []
    if let twice = entries.first(where: { !seen.insert($0.name).inserted }) {
      throw LessonError.parameter(argument.datum, "\(twice.name) is there twice")
    }
  }

  /// Columns of some names, with the places and the lesson's names of another formula.
  init(columns: [String], of formula: Formula) throws {
    entries = try columns.map { name in
      guard let expression = try? Expression.parse(name) else {
        throw LessonError.experiment("\(name) is no column", help: "give inputs")
      }
      return (name, formula.part(expression))
    }
  }

  private static func column(_ argument: WrittenValue) throws -> (name: String, formula: Formula) {
    let formula = try Formula(reading: argument)
    let name = formula.text.text.trimmed
    guard isName(name) else {
      throw LessonError.parameter(
        argument.datum, "an input that is an expression needs a name", help: "write {u: \(name)}")
    }
    return (name, formula)
  }

  var names: [String] { entries.map(\.name) }

  /// The column of vectors that is all of the input; nil where the inputs are numbers.
  func vectorColumn(of data: DataTable) -> (name: String, rows: Matrix)? {
    guard entries.count == 1, let formula = entries.first?.formula,
      let name = ColumnFormula(formula: formula, data: data).columnName, let rows = data.vectors(name)
    else { return nil }
    return (name, rows)
  }

  /// What a network that learns from a table calls its inputs; those of a vector have its name and a subscript.
  func names(in data: DataTable) -> [String] {
    guard let (name, rows) = vectorColumn(of: data) else { return names }
    return (0..<rows.columns).map { "\(name)_\($0 + 1)" }
  }

  /// The columns of a table that the inputs are made of, in the order in which they are named.
  func columnNames(of data: DataTable) -> [String] {
    var seen: Set<String> = []
    return entries.flatMap { entry in entry.formula.expression.names { data[$0] != nil }.map(\.name) }
      .filter { data[$0] != nil && seen.insert($0).inserted }
  }

  var parameterDescription: String { names.joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for entry in entries {
      digest.append(entry.name)
      entry.formula.append(to: &digest)
    }
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    switch datum.kind {
    case .mapping(let entries): entries.flatMap { Formula.mentions(in: $0.value, isDefined: isDefined) }
    case .list(let entries): entries.flatMap { Formula.mentions(in: $0, isDefined: isDefined) }
    default: Formula.mentions(in: datum, isDefined: isDefined)
    }
  }
}
