import Expressions
import LessonFormat

extension Formula: ParameterValue {
  /// An expression.
  public static var typeDescription: String { "an expression" }

  /// Reads an expression; a leading `=` is ignored.
  public init(reading argument: WrittenValue) throws {
    guard let text = argument.datum.formulaText else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    try self.init(text, scope: argument.scope)
  }

  /// The expression's text.
  public var parameterDescription: String { text.text }

  /// The names in the expression, which need not be the lesson's.
  public static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard let text = datum.formulaText else { return Mention.inExpressions(of: datum, isDefined: isDefined) }
    return Mention.inFormula(text, isDefined: isDefined)
  }
}

extension NamedFormula: ParameterValue {
  /// A name with an expression.
  public static var typeDescription: String { "name = expression" }

  /// Reads a name, an equals sign, and an expression.
  public init(reading argument: WrittenValue) throws {
    guard case .text(let text) = argument.datum.kind else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    do {
      definition = try Expression.parseDefinition(text.text)
      formula = Formula(definition.expression, in: text, scope: argument.scope)
    } catch {
      throw LessonError(error, in: text)
    }
  }

  /// The text as it was written.
  public var parameterDescription: String { formula.text.text }

  /// Adds the text and the lesson's values of its names.
  public func append(to digest: inout Digest) { formula.append(to: &digest) }

  /// The names in the expression, which need not be the lesson's.
  public static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard case .text(let text) = datum.kind else { return [] }
    return Mention.inFormula(text, isDefined: isDefined)
  }

  /// The name on the left.
  public static func ownNames(in datum: Datum) -> [String] {
    guard case .text(let text) = datum.kind else { return [] }
    return (try? Expression.parseDefinition(text.text)).map { [$0.name] } ?? []
  }
}
