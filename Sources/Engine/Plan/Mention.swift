import Expressions
import LessonFormat
import SourceText

/// A name that a directive or a claim uses, before anything runs.
public struct Mention: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The first field behind it, `p` in `close.p.Paris`; nil where the whole is used.
  public var field: String?
  /// Its place in the lesson.
  public var span: Span
  /// Whether it may also be a name of the directive's own, so that the lesson need not define it.
  public var mayBeLocal: Bool

  /// The names in the `=` expressions anywhere inside a piece of YAML.
  ///
  /// Expressions that cannot be read mention nothing: they are reported when they are evaluated.
  public static func inExpressions(of datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    switch datum.kind {
    case .text: datum.expressionText.map { inExpression($0, isDefined: isDefined) } ?? []
    case .list(let entries): entries.flatMap { inExpressions(of: $0, isDefined: isDefined) }
    case .mapping(let entries): entries.flatMap { inExpressions(of: $0.value, isDefined: isDefined) }
    case .number, .boolean, .empty: []
    }
  }

  /// The names in an expression, all of which the lesson must define.
  static func inExpression(_ text: MappedText, isDefined: (String) -> Bool) -> [Mention] {
    guard let expression = try? Expression.parse(text.text) else { return [] }
    return mentions(of: expression, in: text, mayBeLocal: false, isDefined: isDefined)
  }

  /// The names in an expression that needs no `=`, or on the right of a definition.
  public static func inFormula(_ text: MappedText, isDefined: (String) -> Bool) -> [Mention] {
    let definition = try? Expression.parseDefinition(text.text)
    guard let expression = definition?.expression ?? (try? Expression.parse(text.text)) else { return [] }
    return mentions(of: expression, in: text, mayBeLocal: true, isDefined: isDefined)
  }

  private static func mentions(
    of expression: Expression, in text: MappedText, mayBeLocal: Bool, isDefined: (String) -> Bool
  ) -> [Mention] {
    expression.names(where: isDefined).map { use in
      Mention(
        name: use.name, field: use.fields.first?.name, span: text.span(of: use.range), mayBeLocal: mayBeLocal)
    }
  }
}
