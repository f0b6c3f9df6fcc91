import Engine
import Expressions
import LessonFormat

extension LessonWriter {
  /// Where every number on the page comes from: an entry for each, and one for each directive that gave them.
  ///
  /// A script shows the entries beside the numbers; without it the numbers are links to them.
  mutating func writeOrigins() {
    let sources = usedDirectives
    guard !origins.isEmpty || !sources.isEmpty else { return }
    html.markup("<details class=\"origins\" id=\"origins\">\n<summary><h2>")
    html.text(originsTitle)
    html.markup("</h2></summary>\n")
    if !origins.isEmpty {
      html.markup("<ol class=\"origin-list\">\n")
      for group in origins { write(group) }
      html.markup("</ol>\n")
    }
    writeExperiments(sources)
    html.markup("</details>\n")
  }

  private var originsTitle: String {
    switch origins.reduce(0, { $0 + $1.count }) {
    case 0: "What other lessons take from this one"
    case 1: "Where the number on this page comes from"
    case let count: "Where the \(count) numbers on this page come from"
    }
  }

  private mutating func write(_ group: [ShownClaim]) {
    guard let first = group.first else { return }
    html.open("li", ["class": "origin", "id": originAnchor(of: first.anchor)])
    for shown in group { write(shown) }
    html.markup("</li>\n")
  }

  private mutating func write(_ shown: ShownClaim) {
    let claim = shown.run
    html.open("div", ["class": claim.isRight ? "origin-claim" : "origin-claim failed"])
    html.open("p", ["class": "origin-says"])
    html.element("a", ["href": fragmentURL(shown.anchor)], says(shown))
    html.element("span", ["class": "origin-place"], "line \(lesson.file.line(of: shown.claim.span.start))")
    html.markup("</p>\n<p class=\"origin-formula\">")
    if let expression = claim.expression {
      html.fragment(typeset(formula(expression, claim.value)))
    } else {
      html.element("code", [:], shown.claim.expression.text)
    }
    html.markup("</p>\n")
    if let standard = claim.standard, claim.isRight {
      html.element("p", ["class": "origin-held"], "It \(standard.words).")
      html.markup("\n")
    }
    for message in problems(with: shown) {
      html.element("p", ["class": "origin-problem"], message)
      html.markup("\n")
    }
    writeInputs(of: claim)
    writeSources(of: claim, anchor: shown.anchor)
    html.markup("</div>\n")
  }

  /// What the lesson says, as it is read out.
  private func says(_ shown: ShownClaim) -> String {
    if case .inserted(let value) = shown.run.verdict { return value.plain }
    return shown.claim.isMathematics ? "in a formula" : lesson.plainText(shown.claim.content)
  }

  /// An expression with its value; a condition, which is its own value, alone.
  private func formula(_ expression: Expression, _ value: Value?) -> String {
    switch value {
    case .boolean(let holds): "\\text{\(holds ? "true" : "false"):}\\;\\; \(expression.tex())"
    case nil: expression.tex()
    case let value? where expression.isLiteral: value.tex(style: TeXStyle(significantDigits: 12))
    case let value?: "\(expression.tex()) = \(value.tex(style: TeXStyle(significantDigits: 12)))"
    }
  }

  private mutating func writeInputs(of claim: ClaimRun) {
    let places = claim.provenance.directives
    guard !places.isEmpty else { return }
    html.markup("<p class=\"origin-inputs\">from ")
    for (index, place) in places.enumerated() {
      if index > 0 { html.markup(", ") }
      writeLink(to: place)
    }
    html.markup("</p>\n")
  }

  /// What is wrong with a claim, where the page says so.
  private func problems(with shown: ShownClaim) -> [String] {
    guard !shown.run.isRight, let diagnostics else { return [] }
    let span = shown.claim.span
    let (start, end) = (lesson.file.position(of: span.start), lesson.file.position(of: span.end))
    let messages = diagnostics.filter { start <= $0.start && $0.start < end }.map(\.message)
    return messages.isEmpty ? ["not run, because something it needs failed"] : messages
  }
}

extension Expression {
  /// Whether it is a number as it stands.
  fileprivate var isLiteral: Bool {
    if case .number = form { true } else { false }
  }
}
