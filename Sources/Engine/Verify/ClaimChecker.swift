import Expressions
import LessonFormat
import SourceText

/// Holds claims to the values of their expressions.
struct ClaimChecker {
  let evaluator: LessonEvaluator

  /// What came of a claim, and what is wrong with it.
  func check(_ claim: Claim) -> (ClaimRun, [LessonError]) {
    var run = ClaimRun(verdict: .notRun, isInsertion: claim.isInsertion, origins: [])
    switch evaluator.evaluate(claim.expression, at: claim.span.start) {
    case .wrong(let errors, let expression):
      run.expression = expression
      return (run, errors)
    case .notRun(let expression):
      run.expression = expression
      return (run, [])
    case .value(let value, let expression, let basis):
      run.expression = expression
      run.value = value
      run.rest(on: basis)
      return claim.isInsertion ? insert(value, claim, run) : verify(value, claim, run)
    }
  }

  private func insert(_ value: Value, _ claim: Claim, _ run: ClaimRun) -> (ClaimRun, [LessonError]) {
    var run = run
    do {
      run.verdict = .inserted(try ValueFormat.format(value, title: claim.title?.text))
      return (run, [])
    } catch {
      run.verdict = .failed
      return (run, [mistake(claim, error.message, help: error.help)])
    }
  }

  private func verify(_ value: Value, _ claim: Claim, _ run: ClaimRun) -> (ClaimRun, [LessonError]) {
    var run = run
    switch ClaimVerifier.verify(claim, value: value) {
    case .held:
      run.verdict = .held
      return (run, [])
    case .failed(let message, _):
      run.verdict = .failed
      return (run, [mistake(claim, message, help: help(for: claim, value))])
    case .unreadable(let message, let help):
      run.verdict = .failed
      return (run, [mistake(claim, message, help: help)])
    }
  }

  private func help(for claim: Claim, _ value: Value) -> String? {
    if case .text(let text) = value, readsAsArithmetic(text) {
      return "where it is defined, is an = missing? =\(text)"
    }
    switch ClaimFixer.fix(claim, value: value, in: evaluator.lesson.file) {
    case .edits: return "gradus check --fix rewrites it"
    case .refused(let reason): return reason
    case .unneeded: return nil
    }
  }

  private func mistake(_ claim: Claim, _ message: String, help: String?) -> LessonError {
    LessonError(.claim, at: .span(claim.textSpan), message, help: help)
  }
}
