import Engine
import Expressions
import SourceText

/// Verifies the lines of a derivation one after the other.
struct StepChecker {
  let setting: AlgebraSetting
  /// The lines of the chain that is being continued, both sides of an equation among them: all are equal.
  private var chain: [Expression] = []

  init(setting: AlgebraSetting) {
    self.setting = setting
  }

  /// How it is known that a line follows; throws an error at its expression where it does not.
  ///
  /// - Parameter isPremise: Whether the next line is said to follow from this one. An equation at the start is then given;
  ///   otherwise it claims, as everywhere, that both sides are equal in themselves.
  mutating func verify(_ step: DerivationStep, isPremise: Bool) throws -> Derivation.Verification {
    let earlier = chain
    defer { chain = (step.left.map { [$0.expression] } ?? earlier) + [step.right.expression] }
    guard let start = earlier.first, let last = earlier.last else {
      // Nothing comes before the first line, but what it says must make sense.
      for formula in step.formulas { _ = try equality([formula.expression], formula) }
      guard let left = step.left, step.unverified == nil, !isPremise else {
        return step.unverified.map { .unverified(reason: $0) } ?? (step.left == nil ? .given : .premise)
      }
      return try equal(left, step)
    }
    if let reason = step.unverified { return .unverified(reason: reason) }
    guard let left = step.left else { return try continued(earlier, last, step) }
    if step.isConsequence {
      let equality = try consequence(
        Equation(left.expression, step.right.expression), Equation(start, last), step)
      if let verification = equality.verification { return verification }
      throw refusal(equality, step)
    }
    return try equal(left, step)
  }

  /// `a = b` without `so` claims that both sides are equal in themselves.
  private func equal(_ left: Formula, _ step: DerivationStep) throws -> Derivation.Verification {
    try accepted(
      equality([left.expression], step.right), step, left: left.expression, other: "the left side")
  }

  private func continued(
    _ earlier: [Expression], _ last: Expression, _ step: DerivationStep
  ) throws -> Derivation.Verification {
    try accepted(equality(earlier, step.right), step, left: last, other: "the line before")
  }

  private func equality(_ chain: [Expression], _ formula: Formula) throws -> Equality {
    do throws(ExpressionError) {
      return try Equality.decide(formula.expression, continues: chain, in: setting)
    } catch {
      throw LessonError(error, in: formula.text)
    }
  }

  private func consequence(
    _ next: Equation, _ before: Equation, _ step: DerivationStep
  ) throws -> Equality {
    do throws(ExpressionError) {
      return try Equality.decide(that: next, follows: before, in: setting)
    } catch {
      throw LessonError(error, in: step.right.text)
    }
  }

  private func refusal(_ equality: Equality, _ step: DerivationStep) -> LessonError {
    var message = "this does not follow from the equation before"
    var help = "take smaller steps"
    switch equality {
    case .different(let counterexample) where counterexample.isGained:
      let sides = counterexample.description(left: "its left side", right: "its right side")
      message = "this has a solution that the equation before has not: \(sides)"
      help = "a step must not gain solutions, as squaring and multiplying by 0 do"
    case .different(let counterexample):
      message +=
        ": "
        + counterexample.description(left: "this line's left side", right: "its right side")
    case .undecided(let reason, let advice):
      message = "whether this follows from the equation before cannot be decided: \(reason)"
      help = advice
    case .proved, .tested: break
    }
    return LessonError(
      .derivation, at: .span(step.span), message,
      help: "\(help); or mark the step unverified: with a reason, which the page shows")
  }

  private func accepted(
    _ equality: Equality, _ step: DerivationStep, left: Expression, other: String
  ) throws -> Derivation.Verification {
    switch equality {
    case .proved: return .proved
    case .tested(let points): return .tested(points: points)
    case .different(let counterexample):
      throw LessonError(
        .derivation, at: .span(step.right.text.span(of: step.right.expression.extent)),
        "this does not equal \(other): \(counterexample.description(left: other, right: "this"))",
        help: help(left, step.right.expression))
    case .undecided(let reason, let help):
      throw LessonError(
        .derivation, at: .span(step.right.text.span(of: step.right.expression.extent)),
        "whether this equals \(other) cannot be decided: \(reason)",
        help: "\(help); or mark the step unverified: with a reason, which the page shows")
    }
  }
}

extension StepChecker {
  /// What would be equal instead, and what would have to be assumed.
  private func help(_ left: Expression, _ right: Expression) -> String? {
    let suggestions = ((try? Equality.suggestions(left: left, right: right, in: setting)) ?? []).filter {
      // As a line it must not say less than the one before either.
      (try? Equality.decide($0.mended, continues: [left], in: setting).holds) == true
    }
    let assumptions = (try? Equality.helpfulAssumptions(left: left, right: right, in: setting)) ?? []
    var help: [String] = []
    if !suggestions.isEmpty {
      help.append("did you mean \(suggestions.map(\.mended.description).joined(separator: ", or "))?")
    }
    if !assumptions.isEmpty {
      help.append("it holds under assume: [\(assumptions.map(\.description).joined(separator: ", "))]")
    }
    return help.isEmpty ? nil : help.joined(separator: " ")
  }
}

extension Equality {
  /// How it is known, if it is.
  fileprivate var verification: Derivation.Verification? {
    switch self {
    case .proved: .proved
    case .tested(let points): .tested(points: points)
    case .different, .undecided: nil
    }
  }
}
