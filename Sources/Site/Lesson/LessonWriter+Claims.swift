import Engine
import Expressions
import LessonFormat

extension LessonWriter {
  /// A claim or an inserted value in running text.
  mutating func writeClaim(_ index: Int) {
    writeClaims([index]) { $0.writeText(of: index) }
  }

  private mutating func writeText(of index: Int) {
    let claim = lesson.claims[index]
    guard claim.isInsertion else {
      write(claim.content)
      return
    }
    guard case .inserted(let value) = run.claims[index].verdict else {
      html.markup("?")
      return
    }
    for piece in value.pieces {
      switch piece {
      case .text(let text): html.text(text)
      case .superscript(let text): html.element("sup", [:], text)
      }
    }
  }

  /// Writes what makes some claims, with a note that shows where their values come from.
  mutating func writeClaims(_ indices: [Int], content: (inout LessonWriter) -> Void) {
    let claims = indices.map { index in
      ShownClaim(
        claim: lesson.claims[index], run: run.claims[index],
        anchor: writtenClaims.insert(index).inserted ? claimAnchor(index) : nil)
    }
    write(claims, content: content)
  }

  /// Writes what makes some claims, wherever they are kept.
  ///
  /// The note is seen on hover and on focus; those who cannot see hear its summary.
  mutating func write(_ claims: [ShownClaim], content: (inout LessonWriter) -> Void) {
    if isOnPaper { return content(&self) }
    let anchors = claims.compactMap(\.anchor)
    let note = anchors.first.map { "\($0)-note" }
    html.open(
      "span",
      [
        "class": claims.allSatisfy(\.run.isRight) ? "claim" : "claim failed",
        "id": anchors.first, "tabindex": isInLink ? nil : "0", "aria-describedby": note,
      ])
    for anchor in anchors.dropFirst() { html.element("span", ["id": anchor], "") }
    content(&self)
    html.markup("<span class=\"origin\" role=\"tooltip\">")
    html.element(
      "span", ["class": "visually-hidden", "id": note], claims.map(\.summary).joined(separator: "; "))
    for claim in claims { writeOrigin(of: claim) }
    html.markup("</span></span>")
  }

  private mutating func writeOrigin(of shown: ShownClaim) {
    let claim = shown.run
    html.markup("<span class=\"origin-claim\">")
    html.markup("<span class=\"origin-formula\" aria-hidden=\"true\">")
    if let expression = claim.expression {
      html.fragment(typeset(formula(expression, claim.value)))
    } else {
      html.element("code", [:], shown.claim.expression.text)
    }
    html.markup("</span>")
    writeSources(claim.origins)
    for message in problems(with: shown) { html.element("span", ["class": "origin-problem"], message) }
    html.markup("</span>")
  }

  /// An expression with its value; a condition, which is its own value, alone.
  private func formula(_ expression: Expression, _ value: Value?) -> String {
    switch value {
    case .boolean, nil: expression.tex()
    case let value? where expression.isLiteral: value.tex(style: TeXStyle(significantDigits: 12))
    case let value?: "\(expression.tex()) = \(value.tex(style: TeXStyle(significantDigits: 12)))"
    }
  }

  private mutating func writeSources(_ names: [String]) {
    guard !names.isEmpty else { return }
    html.markup("<span class=\"origin-sources\">from ")
    for (place, name) in names.enumerated() {
      if place > 0 { html.markup(", ") }
      html.element("code", [:], name)
      guard let directive = origins[name] else { continue }
      html.markup(" ")
      let place = "{\(lesson.directives[directive].name.value)}"
      if isInLink {
        html.text(place)
      } else {
        let anchor = directiveAnchor(lesson: index, directive: directive)
        html.element("a", ["href": url(of: Outline.verification, fragment: anchor)], place)
      }
    }
    html.markup("</span>")
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

/// A claim with what came of it, and its identifier on the page where it has one of its own.
struct ShownClaim {
  let claim: Claim
  let run: ClaimRun
  let anchor: String?

  /// Where the value comes from, in words.
  fileprivate var summary: String {
    let expression = claim.expression.text
    switch run.value {
    case .boolean(let holds): return "\(expression) is \(holds ? "true" : "false")"
    case let value?: return "Computed: \(expression) = \(value.formatted(significantDigits: 12))"
    case nil: return "\(expression) could not be computed"
    }
  }
}

extension Expression {
  /// Whether it is a number as it stands.
  fileprivate var isLiteral: Bool {
    if case .number = form { true } else { false }
  }
}

extension ClaimRun {
  /// Whether nothing is wrong with it.
  var isRight: Bool {
    switch verdict {
    case .held, .inserted: true
    case .failed, .notRun: false
    }
  }
}

/// The identifier of a claim on its lesson's page.
func claimAnchor(_ index: Int) -> String { "claim-\(index + 1)" }

/// The identifier of a directive in the verification report.
func directiveAnchor(lesson: Int, directive: Int) -> String {
  "lesson-\(lesson + 1)-directive-\(directive + 1)"
}
