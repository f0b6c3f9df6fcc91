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
      let compared = sides(of: expression, in: condition, at: offset)
      let values = compared.allSatisfy { $0.value != nil } ? compared.compactMap(\.value) : []
      let fact = Fact(
        text: condition, expression: expression, holds: holds, sides: values,
        margin: expression.margin(of: values).map { holds ? $0 : 0 })
      let message = "\(condition.text) is false\(described(compared))"
      return (fact, holds ? [] : [mistake(condition, message)])
    case .value(let value, let expression, _):
      let message = "\(condition.text) is no condition: it is \(value.typeDescription)"
      return (Fact(text: condition, expression: expression, holds: nil), [mistake(condition, message)])
    }
  }

  /// An operand of a comparison with its value; nil where that cannot be computed.
  private struct Side {
    var text: String
    var value: Value?
    var isNumber: Bool
  }

  /// What a comparison compares.
  private func sides(of expression: Expression, in condition: MappedText, at offset: Int) -> [Side] {
    expression.comparedRanges.map { range in
      let part = condition.slice(range)
      guard case .value(let value, let operand, _) = evaluator.evaluate(part, at: offset) else {
        return Side(text: part.text, value: nil, isNumber: false)
      }
      return Side(text: part.text, value: value, isNumber: operand.isNumber)
    }
  }

  /// What is computed on both sides, so that the message shows by how much it fails.
  private func described(_ sides: [Side]) -> String {
    let shown = sides.compactMap { side -> String? in
      guard let value = side.value, !side.isNumber else { return nil }
      return "\(side.text) is \(value.formatted(significantDigits: 12))"
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
