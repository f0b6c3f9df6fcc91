import Engine
import Expressions
import LessonFormat

/// All that was verified of a lesson, and the numerals that were not.
struct VerificationReport {
  /// Claims, inserted values, conditions and lines of derivations, in the order of the text.
  let entries: [ReportEntry]
  /// How many claims are verified but not shown, since they would tell the answers of exercises.
  let withheld: Int
  /// The numerals that nothing verifies, those in solutions only where these are shown.
  let numerals: [Numeral]
  /// Which part of the numerals is verified, all of them counted.
  let coverage: Coverage

  init(_ run: LessonRun, showsSolutions: Bool) {
    let hidden = run.hiddenClaims
    let secret = showsSolutions ? [] : run.lesson.claimsInSolutions
    let claims = run.claims.indices.filter { !secret.contains($0) }
      .map { run.entry(ofClaim: $0, isHidden: hidden.contains($0)) }
    let answers = run.directives.indices.compactMap { run.entry(ofAnswerTo: $0) }
    let others = run.directives.indices.flatMap { run.entries(ofConditions: $0) + run.entries(ofSteps: $0) }
    let all = claims + (showsSolutions ? answers : []) + others
    entries = all.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
    withheld = secret.count + (showsSolutions ? 0 : answers.count)
    let found = run.lesson.numerals
    numerals = found.listed.filter { showsSolutions || !$0.isInSolution }
    coverage = run.coverage(of: found)
  }

  /// The smallest margin; nil where nothing has one.
  var leastMargin: Double? { entries.compactMap(\.margin).min() }
}

extension LessonRun {
  fileprivate func entry(ofClaim index: Int, isHidden: Bool) -> ReportEntry {
    let claim = lesson.claims[index]
    let outcome = claims[index]
    let position = lesson.file.position(of: claim.textSpan.start)
    var says = claim.text.text
    if case .inserted(let value) = outcome.verdict { says = value.plain }
    let standard = outcome.standard
    return ReportEntry(
      kind: claim.isInsertion ? .value : .claim, line: position.line, column: position.column, says: says,
      isMathematics: claim.isMathematics && !claim.isInsertion, expression: claim.expression.text,
      value: outcome.value, origins: outcome.origins, standard: standard?.words,
      allowed: standard?.allowed ?? [], margin: ReportEntry.rounded(standard?.margin),
      verdict: outcome.reportVerdict, anchor: isHidden ? nil : claimAnchor(index))
  }

  /// What is said to be the answer to an exercise, or which of the choices is.
  fileprivate func entry(ofAnswerTo index: Int) -> ReportEntry? {
    let directive = lesson.directives[index]
    guard let exercise = directive.exercise, let outcome = directives[index].exercise,
      let answer = outcome.answer, let first = exercise.answers.first
    else { return nil }
    let right = exercise.rightAnswer(outcome)
    let position = lesson.file.position(of: (right ?? first).textSpan.start)
    let isShown = right != nil && directive.display.showsOutput
    let standard = answer.standard
    return ReportEntry(
      kind: .claim, line: position.line, column: position.column,
      says: right?.text.text ?? "one of \(exercise.answers.count) choices",
      expression: first.expression.text, value: answer.value, origins: answer.origins,
      standard: standard?.words, allowed: standard?.allowed ?? [],
      margin: ReportEntry.rounded(standard?.margin), verdict: answer.reportVerdict,
      anchor: isShown ? answerAnchor(index) : nil)
  }

  fileprivate func entries(ofConditions index: Int) -> [ReportEntry] {
    let isShown = lesson.directives[index].display.showsOutput
    return directives[index].facts.enumerated().map { place, fact in
      let position = lesson.file.position(of: fact.text.span.start)
      let relations: [Expression.Relation] =
        if case .comparison(_, let rest) = fact.expression.form { rest.map(\.relation) } else { [] }
      return ReportEntry(
        kind: .condition, line: position.line, column: position.column,
        expression: fact.expression.description, value: fact.holds.map { .boolean($0) }, sides: fact.sides,
        relations: relations, standard: "is true", margin: ReportEntry.rounded(fact.margin),
        verdict: fact.holds.map { $0 ? .held : .failed } ?? .notRun,
        anchor: isShown ? factAnchor(index, place) : nil)
    }
  }
}

extension ClaimRun {
  fileprivate var reportVerdict: ReportEntry.Verdict {
    switch verdict {
    case .held: .held
    case .failed: .failed
    case .notRun: .notRun
    case .inserted: .inserted
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
