import Engine
import Expressions
import LessonFormat
import SourceText

/// The columns of a `{sample}`: each drawn at random, or computed from those before it.
struct SampleColumns: ParameterValue {
  struct Column {
    let name: String
    let formula: Formula
    let datum: Datum
  }

  let columns: [Column]

  static let typeDescription = "names, each with uniform(a, b), normal(mean, deviation) or an expression"
  /// No sample has more columns.
  static let mostColumns = 100

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let entries) = argument.datum.kind, !entries.isEmpty else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    guard entries.count <= Self.mostColumns else {
      throw LessonError.parameter(
        argument.datum, "\(entries.count) columns are more than \(Self.mostColumns), the limit")
    }
    columns = try collectingErrors(entries) { entry in
      guard isName(entry.key.value) else {
        throw LessonError(.parameter, at: .span(entry.key.span), "\(entry.key.value) cannot be a name")
      }
      return Column(
        name: entry.key.value, formula: try Formula(reading: argument.part(entry.value)), datum: entry.value)
    }
  }

  var parameterDescription: String { columns.map(\.name).joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for column in columns {
      digest.append(column.name)
      column.formula.append(to: &digest)
    }
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard case .mapping(let entries) = datum.kind else { return [] }
    return entries.flatMap { Formula.mentions(in: $0.value, isDefined: isDefined) }
  }

  static func ownNames(in datum: Datum) -> [String] {
    if case .mapping(let entries) = datum.kind { entries.map(\.key.value) + ["row"] } else { [] }
  }
}
