import Engine
import LessonFormat

/// Every claim and condition of a lesson with what was computed for it.
struct VerificationReport {
  /// A claim, an inserted value or a condition.
  struct Entry {
    enum Kind: String {
      case claim, value, condition
    }

    enum Verdict: String {
      case held, failed, inserted
      case notRun = "not run"
    }

    var kind: Kind
    var line: Int
    var column: Int
    /// What the lesson says.
    var says: String
    var expression: String
    /// The value to 12 significant digits; nil where there is none.
    var computed: String?
    /// The names that the expression uses.
    var origins: [String]
    var verdict: Verdict
    /// The identifier on the lesson's page; nil where the page does not show it.
    var anchor: String?
  }

  /// The entries in the order of the text, answers behind the claims and conditions behind both.
  let entries: [Entry]
  /// How many claims are verified but not shown, since they would tell the answers of exercises.
  let withheld: Int

  init(_ run: LessonRun, showsSolutions: Bool) {
    let hidden = run.hiddenClaims
    let secret = showsSolutions ? [] : run.lesson.claimsInSolutions
    let claims = run.claims.indices.filter { !secret.contains($0) }
      .map { Self.claim($0, of: run, isHidden: hidden.contains($0)) }
    let answers = run.directives.indices.compactMap { Self.answer(to: $0, in: run) }
    let conditions = run.directives.indices.flatMap { Self.conditions(of: $0, in: run) }
    entries = claims + (showsSolutions ? answers : []) + conditions
    withheld = secret.count + (showsSolutions ? 0 : answers.count)
  }

  private static func claim(_ index: Int, of run: LessonRun, isHidden: Bool) -> Entry {
    let claim = run.lesson.claims[index]
    let outcome = run.claims[index]
    let position = run.lesson.file.position(of: claim.textSpan.start)
    var says = claim.text.text
    if case .inserted(let value) = outcome.verdict { says = value.plain }
    return Entry(
      kind: claim.isInsertion ? .value : .claim, line: position.line, column: position.column, says: says,
      expression: claim.expression.text, computed: outcome.value?.formatted(significantDigits: 12),
      origins: outcome.origins, verdict: verdict(outcome), anchor: isHidden ? nil : claimAnchor(index))
  }

  /// What is said to be the answer to an exercise, or which of the choices is.
  private static func answer(to index: Int, in run: LessonRun) -> Entry? {
    let directive = run.lesson.directives[index]
    guard let exercise = directive.exercise, let outcome = run.directives[index].exercise,
      let answer = outcome.answer, let first = exercise.answers.first
    else { return nil }
    let right = exercise.rightAnswer(outcome)
    let position = run.lesson.file.position(of: (right ?? first).textSpan.start)
    let isShown = right != nil && directive.display.showsOutput
    return Entry(
      kind: .claim, line: position.line, column: position.column,
      says: right?.text.text ?? "one of \(exercise.answers.count) choices",
      expression: first.expression.text, computed: answer.value?.formatted(significantDigits: 12),
      origins: answer.origins, verdict: verdict(answer), anchor: isShown ? answerAnchor(index) : nil)
  }

  private static func verdict(_ claim: ClaimRun) -> Entry.Verdict {
    switch claim.verdict {
    case .held: .held
    case .failed: .failed
    case .notRun: .notRun
    case .inserted: .inserted
    }
  }

  private static func conditions(of index: Int, in run: LessonRun) -> [Entry] {
    let directive = run.lesson.directives[index]
    let position = run.lesson.file.position(of: directive.name.span.start)
    return run.directives[index].facts.enumerated().map { place, fact in
      Entry(
        kind: .condition, line: position.line, column: position.column, says: "",
        expression: fact.expression.description, computed: fact.holds.map { $0 ? "true" : "false" },
        origins: [],
        verdict: fact.holds.map { $0 ? .held : .failed } ?? .notRun,
        anchor: directive.display.showsOutput ? factAnchor(index, place) : nil)
    }
  }
}

extension LessonRun {
  /// The claims in captions that no figure or table takes up, and in exercises that are not shown.
  fileprivate var hiddenClaims: Set<Int> {
    var hidden: Set<Int> = []
    for (directive, outcome) in zip(lesson.directives, directives) {
      let displays = directive.display.showsOutput ? outcome.run?.outcome.displays ?? [] : []
      let hasFigure = displays.contains { if case .figure = $0 { true } else { false } }
      let hasTable = displays.contains { if case .table = $0 { true } else { false } }
      if !hasFigure { hidden.formUnion(lesson.claims(in: directive.display.figureCaption ?? [])) }
      if !hasTable { hidden.formUnion(lesson.claims(in: directive.display.tableCaption ?? [])) }
      if let term = directive.term, !directive.display.showsOutput {
        hidden.formUnion(lesson.claims(in: term.definition))
      }
      if let exercise = directive.exercise, !directive.display.showsOutput {
        hidden.formUnion(lesson.claims(in: exercise.question + exercise.hint + exercise.solution))
      }
    }
    return hidden
  }
}
