import Expressions
import LessonFormat
import SourceText

/// Holds what exercises say of their answers to the values of their expressions.
struct ExerciseChecker {
  let evaluator: LessonEvaluator

  /// What came of an exercise's answer, and what is wrong with it.
  func check(_ exercise: Exercise) -> (ExerciseRun, [LessonError]) {
    switch exercise.answer {
    case .open: return (ExerciseRun(answer: nil, key: nil), [])
    case .stated(let claim):
      let (run, errors) = ClaimChecker(evaluator: evaluator).check(claim)
      return (ExerciseRun(answer: run, key: key(of: claim, run)), errors)
    case .chosen(let claims, let span):
      guard let expression = claims.first?.expression else { return (ExerciseRun(answer: nil, key: nil), []) }
      return check(claims, of: expression, at: span)
    }
  }

  private func key(of claim: Claim, _ run: ClaimRun) -> ExerciseRun.Key? {
    guard case .held = run.verdict, let value = run.value else { return nil }
    return AnswerKey(claim, value: value).map { .answer($0) }
  }

  // MARK: Choices

  private func check(
    _ claims: [Claim], of expression: MappedText, at span: Span
  ) -> (ExerciseRun, [LessonError]) {
    var run = ClaimRun(verdict: .notRun, isInsertion: false, origins: [])
    switch evaluator.evaluate(expression, at: expression.span.start) {
    case .wrong(let errors, let expression):
      run.expression = expression
      return (ExerciseRun(answer: run, key: nil), errors)
    case .notRun(let expression):
      run.expression = expression
      return (ExerciseRun(answer: run, key: nil), [])
    case .value(let value, let expression, let basis):
      run.expression = expression
      run.value = value
      run.rest(on: basis)
      let (right, errors) = choose(among: claims, value, at: span)
      run.verdict = errors.isEmpty ? .held : .failed
      return (ExerciseRun(answer: run, key: errors.isEmpty ? right.map { .choice($0) } : nil), errors)
    }
  }

  /// The choice that holds, and what is wrong with the others.
  private func choose(among claims: [Claim], _ value: Value, at span: Span) -> (Int?, [LessonError]) {
    var right: Int?
    var errors: [LessonError] = []
    var literal: String?
    for (index, claim) in claims.enumerated() {
      switch ClaimVerifier.verify(claim, value: value) {
      case .held:
        if let first = right { errors.append(surplus(claim, besides: claims[first], value)) }
        right = right ?? index
      case .failed(_, let mended): literal = literal ?? mended
      case .unreadable(let message, let help):
        errors.append(LessonError(.claim, at: .span(claim.textSpan), message, help: help))
      }
    }
    if right == nil, errors.isEmpty { errors.append(none(of: claims, value, literal, at: span)) }
    return (right, errors)
  }

  private func surplus(_ claim: Claim, besides first: Claim, _ value: Value) -> LessonError {
    LessonError(
      .claim, at: .span(claim.textSpan),
      "“\(excerpt(claim.text.text))” holds, and so does “\(excerpt(first.text.text))”: computed \(shown(value))",
      help: "exactly one of the choices must hold")
  }

  private func none(of claims: [Claim], _ value: Value, _ literal: String?, at span: Span) -> LessonError {
    LessonError(
      .claim, at: .span(span), "none of the choices holds: computed \(shown(value))",
      help: literal.map { "exactly one must hold; \(excerpt($0)) would" } ?? "exactly one of them must hold")
  }

  private func shown(_ value: Value) -> String { excerpt(value.formatted(significantDigits: 12)) }
}
