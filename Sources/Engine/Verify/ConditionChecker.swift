import Expressions
import LessonFormat
import SourceText

/// Holds conditions to be true.
struct ConditionChecker {
  let evaluator: LessonEvaluator

  /// The condition as a fact, where it can be read, and what is wrong with it.
  func check(_ condition: MappedText, at offset: Int) -> (Fact?, [LessonError]) {
    switch evaluator.evaluate(condition, at: offset) {
    case .wrong(let errors, let expression):
      return (expression.map { Fact(text: condition, expression: $0, holds: nil) }, errors)
    case .notRun(let expression):
      return (Fact(text: condition, expression: expression, holds: nil), [])
    case .value(.boolean(let holds), let expression, _):
      let message = "\(condition.text) is false\(sides(of: expression, in: condition, at: offset))"
      return (
        Fact(text: condition, expression: expression, holds: holds),
        holds ? [] : [mistake(condition, message)]
      )
    case .value(let value, let expression, _):
      let message = "\(condition.text) is no condition: it is \(value.typeDescription)"
      return (Fact(text: condition, expression: expression, holds: nil), [mistake(condition, message)])
    }
  }

  /// The values on both sides of a comparison, so that the message shows by how much it fails.
  private func sides(of expression: Expression, in condition: MappedText, at offset: Int) -> String {
    let shown = expression.comparedRanges.compactMap { range -> String? in
      let part = condition.slice(range)
      guard case .value(let value, let expression, _) = evaluator.evaluate(part, at: offset) else {
        return nil
      }
      return expression.isNumber ? nil : "\(part.text) is \(value.formatted(significantDigits: 12))"
    }
    return shown.isEmpty ? "" : ": " + shown.joined(separator: ", ")
  }

  private func mistake(_ condition: MappedText, _ message: String) -> LessonError {
    LessonError(.condition, at: .span(condition.span), message)
  }
}

extension Expression {
  /// The places of the operands, where the expression is a comparison.
  fileprivate var comparedRanges: [Range<Int>] {
    guard case .comparison(let first, let rest) = form else { return [] }
    return [first.extent] + rest.map(\.operand.extent)
  }

  fileprivate var isNumber: Bool {
    switch form {
    case .number: true
    case .negation(let operand): operand.isNumber
    default: false
    }
  }
}
