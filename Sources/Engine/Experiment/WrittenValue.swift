import Expressions
import LessonFormat
import SourceText

/// What an author wrote for a parameter, with all that is needed to understand it.
public struct WrittenValue: Sendable {
  /// The piece of YAML.
  public let datum: Datum
  /// The names that expressions in it may use.
  let scope: DictionaryScope
  /// The files of the course, and the lesson whose folder paths start from.
  let files: LessonFiles
  /// How much more expressions in it may give.
  let budget: EntryBudget

  /// An argument for a part of this one.
  public func part(_ datum: Datum) -> WrittenValue {
    WrittenValue(datum: datum, scope: scope, files: files, budget: budget)
  }

  /// The value: numbers, text and booleans as they are, `=` expressions evaluated, lists and mappings entry by entry.
  public func value() throws -> Value {
    switch datum.kind {
    case .number(let number, _): return .number(number)
    case .boolean(let boolean): return .boolean(boolean)
    case .text(let text):
      guard let formula = datum.expressionText else { return .text(text.text) }
      let value = try Formula(formula, scope: scope).evaluate()
      try budget.spend(value)
      return value
    case .list(let entries): return Value(gathering: try collectingErrors(entries) { try part($0).value() })
    case .mapping(let entries):
      return .record(Record(try collectingErrors(entries) { ($0.key.value, try part($0.value).value()) }))
    case .empty: throw LessonError.parameter(datum, "a value is missing")
    }
  }

  /// The error for a value that has the wrong type, asking for a missing `=` where the text reads as arithmetic.
  public func mismatch(expected: String) -> LessonError {
    var help: String?
    if case .text(let text) = datum.kind, datum.expressionText == nil, readsAsArithmetic(text.text) {
      help = "is an = missing? =\(text.text)"
    }
    let found = (try? value()).map(\.typeDescription) ?? datum.summary
    return .parameter(datum, "expected \(expected), found \(found)", help: help)
  }

}

/// Whether a text would be a formula if an equals sign stood before it.
func readsAsArithmetic(_ text: String) -> Bool {
  guard let expression = try? Expression.parse(text) else { return false }
  switch expression.form {
  case .path(let path): return !path.steps.isEmpty
  case .text, .boolean: return false
  default: return true
  }
}

extension Datum {
  /// The expression behind a leading `=`, without it; nil for every other piece.
  public var expressionText: MappedText? {
    guard case .text(let text) = kind, text.text.utf8.first == UInt8(ascii: "=") else { return nil }
    return text.slice(1..<text.count)
  }

  /// The text of a piece that is an expression by its nature, where a leading `=` is not needed; nil for lists,
  /// mappings and nothing.
  public var formulaText: MappedText? {
    switch kind {
    case .text(let text): expressionText ?? text
    case .number(_, let spelling): MappedText(spelling, at: span.start)
    case .boolean(let boolean): MappedText(boolean ? "true" : "false", at: span.start)
    case .list, .mapping, .empty: nil
    }
  }
}

extension Value {
  /// Entries as one value: numbers make a vector, vectors of one length a matrix, all else a list.
  init(gathering entries: [Value]) {
    let numbers = entries.compactMap { if case .number(let number) = $0 { number } else { nil } }
    let rows = entries.compactMap { if case .vector(let row) = $0 { row } else { nil } }
    if numbers.count == entries.count {
      self = .vector(numbers)
    } else if rows.count == entries.count, let columns = rows.first?.count,
      rows.allSatisfy({ $0.count == columns }),
      let matrix = Matrix(rows: rows.count, columns: columns, entries: rows.flatMap(\.self))
    {
      self = .matrix(matrix)
    } else {
      self = .list(entries)
    }
  }
}
