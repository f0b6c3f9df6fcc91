import Engine
import Expressions
import GraphLayout
import LessonFormat
import SourceText

/// An expression, with or without a name for what it comes to.
struct GraphFormula: ParameterValue {
  /// What is computed; without a name of its own, it has an empty one.
  var definition: Definition
  let formula: Formula
  /// The place of the name in the lesson, where the author wrote one.
  let nameSpan: Span?

  static let typeDescription = "an expression, or name = expression"

  init(_ named: NamedFormula) {
    definition = named.definition
    formula = named.formula
    nameSpan = named.nameSpan
  }

  init(reading argument: WrittenValue) throws {
    if case .text(let text) = argument.datum.kind, Self.beginsWithName(text.text) {
      self.init(try NamedFormula(reading: argument))
    } else {
      self.init(unnamed: try Formula(reading: argument))
    }
  }

  private init(unnamed formula: Formula) {
    self.formula = formula
    definition = Definition(name: "", nameRange: 0..<0, expression: formula.expression)
    nameSpan = nil
  }

  /// Whether a name and an equals sign come first.
  private static func beginsWithName(_ text: String) -> Bool {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[1].hasPrefix("=") && isName(String(parts[0].trimming { $0 == " " }))
  }

  var parameterDescription: String { formula.text.text }

  func append(to digest: inout Digest) { formula.append(to: &digest) }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    if case .text(let text) = datum.kind, beginsWithName(text.text) {
      return NamedFormula.mentions(in: datum, isDefined: isDefined)
    }
    return Formula.mentions(in: datum, isDefined: isDefined)
  }

  static func ownNames(in datum: Datum) -> [String] {
    if case .text(let text) = datum.kind, beginsWithName(text.text) {
      return NamedFormula.ownNames(in: datum)
    }
    return []
  }
}

extension StringProtocol {
  /// The text without characters at either end for which a condition holds.
  fileprivate func trimming(_ condition: (Character) -> Bool) -> SubSequence {
    guard let first = firstIndex(where: { !condition($0) }), let last = lastIndex(where: { !condition($0) })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}

/// Where a graph leads.
enum GraphDirection: String, CaseIterable, ParameterValue {
  case right, down

  static let typeDescription = "right or down"

  init(reading argument: WrittenValue) throws {
    guard case .text(let text) = argument.datum.kind, let direction = Self(rawValue: text.text) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self = direction
  }

  var layered: LayeredGraph.Direction { self == .right ? .right : .down }

  var parameterDescription: String { rawValue }

  func append(to digest: inout Digest) { digest.append(rawValue) }
}
