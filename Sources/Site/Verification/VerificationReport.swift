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

  /// The entries in the order of the text, conditions behind the claims.
  let entries: [Entry]

  init(_ run: LessonRun) {
    let hidden = run.hiddenClaims
    let claims = run.claims.indices.map { Self.claim($0, of: run, isHidden: hidden.contains($0)) }
    let conditions = run.directives.indices.flatMap { Self.conditions(of: $0, in: run) }
    entries = claims + conditions
  }

  private static func claim(_ index: Int, of run: LessonRun, isHidden: Bool) -> Entry {
    let claim = run.lesson.claims[index]
    let outcome = run.claims[index]
    let position = run.lesson.file.position(of: claim.textSpan.start)
    var says = claim.text.text
    let verdict: Entry.Verdict
    switch outcome.verdict {
    case .held: verdict = .held
    case .failed: verdict = .failed
    case .notRun: verdict = .notRun
    case .inserted(let value): (verdict, says) = (.inserted, value.plain)
    }
    return Entry(
      kind: claim.isInsertion ? .value : .claim, line: position.line, column: position.column, says: says,
      expression: claim.expression.text, computed: outcome.value?.formatted(significantDigits: 12),
      origins: outcome.origins, verdict: verdict, anchor: isHidden ? nil : claimAnchor(index))
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
  /// The claims in captions that no figure or table takes up.
  fileprivate var hiddenClaims: Set<Int> {
    var hidden: Set<Int> = []
    for (directive, outcome) in zip(lesson.directives, directives) {
      let displays = directive.display.showsOutput ? outcome.run?.outcome.displays ?? [] : []
      let hasFigure = displays.contains { if case .figure = $0 { true } else { false } }
      let hasTable = displays.contains { if case .table = $0 { true } else { false } }
      if !hasFigure { hidden.formUnion(claims(in: directive.display.figureCaption ?? [])) }
      if !hasTable { hidden.formUnion(claims(in: directive.display.tableCaption ?? [])) }
    }
    return hidden
  }

  private func claims(in inlines: [Inline]) -> [Int] {
    inlines.flatMap { inline -> [Int] in
      switch inline.kind {
      case .claim(let index): [index] + claims(in: lesson.claims[index].content)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner):
        claims(in: inner)
      case .mathematics(let mathematics):
        mathematics.parts.compactMap { if case .claim(let index) = $0 { index } else { nil } }
      default: []
      }
    }
  }
}
