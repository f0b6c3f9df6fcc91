import Expressions
import SourceText

/// A parameter that is an expression by its nature: a step, a condition, a model.
public struct Formula: Sendable {
  /// The expression.
  public let expression: Expression
  /// Its text, which leads errors back to the lesson.
  public let text: MappedText
  private let scope: DictionaryScope

  /// Reads an expression whose names come from a scope.
  init(_ text: MappedText, scope: DictionaryScope) throws(LessonError) {
    do {
      expression = try Expression.parse(text.text)
    } catch {
      throw Self.unreadable(text, error)
    }
    self.text = text
    self.scope = scope
  }

  private static func unreadable(_ text: MappedText, _ error: ExpressionError) -> LessonError {
    var error = LessonError(error, in: text)
    if isCutOff(text.text) {
      error.help =
        "inside { } and [ ] a comma ends a value: put the expression in quotes, or on a line of its own"
    }
    return error
  }

  /// An expression that was already read as a part of a text.
  init(_ expression: Expression, in text: MappedText, scope: DictionaryScope) {
    self.expression = expression
    self.text = text
    self.scope = scope
  }

  /// A part of the formula, with its places in the lesson.
  public func part(_ expression: Expression) -> Formula { Formula(expression, in: text, scope: scope) }

  /// The value, where names are first looked up among the given ones, then in the lesson.
  public func evaluate(with locals: [String: Value] = [:]) throws(LessonError) -> Value {
    do {
      return try expression.evaluate(in: LayeredScope(locals: locals, below: scope))
    } catch {
      throw LessonError(error, in: text)
    }
  }

  /// The names that the formula can use: first the given ones, then those of the lesson.
  ///
  /// Formulas behind the lesson's names are in it where the experiment looks through definitions.
  public func scope(with locals: [String: Value] = [:]) -> any Scope {
    LayeredScope(locals: locals, below: scope)
  }

  /// The lesson's values of the names in the formula; a name that the lesson does not define is absent.
  public var captured: [(name: String, value: Value)] {
    let names = Set(expression.names { scope.value(of: $0) != nil }.map(\.name))
    return names.sorted().compactMap { name in scope.value(of: name).map { (name, $0) } }
  }

  /// Adds everything that its value can depend on to a key.
  public func append(to digest: inout Digest) {
    digest.append(text.text)
    for (name, value) in captured {
      digest.append(name)
      digest.append(value)
    }
    guard text.text.mayDifferentiate || !scope.formulas.isEmpty else { return }
    // A derivative looks through names to their formulas, and from there to further names.
    for (name, formula) in scope.formulas.sorted(by: { $0.key < $1.key }) {
      digest.append(name)
      digest.append(formula.description)
    }
    digest.append(.record(Record(scope.values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })))
  }
}

/// Names of an inner scope before those of an outer one.
struct LayeredScope: Scope {
  let locals: [String: Value]
  let below: any Scope

  func value(of name: String) -> Value? {
    locals[name] ?? below.value(of: name)
  }

  var names: [String] {
    locals.keys.sorted() + below.names
  }

  func formula(of name: String) -> Expression? {
    locals[name] == nil ? below.formula(of: name) : nil
  }
}

/// A formula with a name: `y = 2x`.
public struct NamedFormula: Sendable {
  /// The name on the left and what it stands for, with ranges in the formula's text.
  public let definition: Definition
  /// What the name stands for.
  public let formula: Formula

  /// The place of the name in the lesson.
  public var nameSpan: Span { formula.text.span(of: definition.nameRange) }
}
