import Expressions
import LessonFormat
import SourceText

/// Evaluates expressions at a place of a lesson.
struct LessonEvaluator: Sendable {
  let course: Course
  /// The lesson, by its index in the course.
  let index: Int
  let names: NameTable
  let scopes: ScopeBuilder
  let suggestions: Suggestions

  /// What came of an expression.
  enum Evaluation {
    case value(Value, Expression, Provenance)
    /// It cannot be read or evaluated.
    case wrong([LessonError], Expression?)
    /// Something it needs failed, which is reported already.
    case notRun(Expression)
  }

  var lesson: Lesson { course.lessons[index] }

  /// Evaluates an expression as it is seen from an offset.
  func evaluate(_ text: MappedText, at offset: Int) -> Evaluation {
    let expression: Expression
    do {
      expression = try Expression.parse(text.text)
    } catch {
      return .wrong([LessonError(error, in: text)], nil)
    }
    let resolver = NameResolver(names: names, file: lesson.file, offset: offset, suggestions: suggestions)
    let resolution = resolver.resolve(Mention.inExpression(text, isDefined: resolver.isDefined))
    guard resolution.unknown.isEmpty else { return .wrong(resolution.unknown, expression) }
    guard resolution.isComplete, scopes.results.succeeded(resolution.dependencies) else {
      return .notRun(expression)
    }
    let scope = scopes.scope(
      for: resolution.meanings, from: resolution.dependencies, seesFormulas: text.text.mayDifferentiate)
    do {
      let value = try expression.evaluate(in: scope)
      return .value(value, expression, scopes.plan.provenance(of: expression, resolution, in: course))
    } catch {
      // What is missing of a cell that stopped is that cell's fault, which is reported.
      if scopes.results.holdsStoppedCell(among: resolution.dependencies) { return .notRun(expression) }
      return .wrong([LessonError(error, in: text)], expression)
    }
  }
}
