import Engine
import Expressions
import LessonFormat
import SourceText

/// The unknowns of a derivation, each with how many entries it has; 1 is a number.
struct Unknowns: ParameterValue {
  var entries: [(name: String, count: Int)] = []

  static let typeDescription = "names, each with its number of entries (1 for a number)"

  init() {}

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let written) = argument.datum.kind else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    entries = try collectingErrors(written) { entry in
      guard isName(entry.key.value) else {
        throw LessonError(.parameter, at: .span(entry.key.span), "\(entry.key.value) is no name")
      }
      let count = try Int(reading: argument.part(entry.value))
      guard (1...AlgebraSetting.entryLimit).contains(count) else {
        throw LessonError.parameter(
          entry.value,
          "\(entry.key.value) has from 1 to \(AlgebraSetting.entryLimit) entries, and this is \(count)")
      }
      return (entry.key.value, count)
    }
  }

  var parameterDescription: String {
    "{\(entries.map { "\($0.name): \($0.count)" }.joined(separator: ", "))}"
  }

  func append(to digest: inout Digest) {
    digest.append(Double(entries.count))
    for (name, count) in entries {
      digest.append(name)
      digest.append(Double(count))
    }
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] { [] }

  static func ownNames(in datum: Datum) -> [String] { keys(of: datum) }
}

/// Names that stand for formulas, in order; each may use those above it.
struct NamedFormulas: ParameterValue {
  var entries: [(name: String, formula: Formula)] = []

  static let typeDescription = "names, each with the expression that it stands for"

  init() {}

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let written) = argument.datum.kind else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    entries = try collectingErrors(written) { entry in
      guard isName(entry.key.value) else {
        throw LessonError(.parameter, at: .span(entry.key.span), "\(entry.key.value) is no name")
      }
      return (entry.key.value, try Formula(reading: argument.part(entry.value)))
    }
  }

  var parameterDescription: String {
    "{\(entries.map { "\($0.name): \($0.formula.text.text)" }.joined(separator: ", "))}"
  }

  func append(to digest: inout Digest) {
    digest.append(Double(entries.count))
    for (name, formula) in entries {
      digest.append(name)
      formula.append(to: &digest)
    }
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard case .mapping(let written) = datum.kind else { return [] }
    return written.flatMap { Formula.mentions(in: $0.value, isDefined: isDefined) }
  }

  static func ownNames(in datum: Datum) -> [String] { keys(of: datum) }
}

private func keys(of datum: Datum) -> [String] {
  guard case .mapping(let entries) = datum.kind else { return [] }
  return entries.map(\.key.value)
}
