import Engine

extension LessonWriter {
  /// Lines of mathematics below each other, aligned at their relations, each with its reason and how it was verified.
  ///
  /// - Parameters:
  ///   - derivation: the lines.
  ///   - directive: the directive that shows them, by its index in the lesson.
  ///   - earlier: how many lines of it stand above.
  mutating func write(_ derivation: Derivation, of directive: Int, after earlier: Int) {
    html.markup("<div class=\"derivation\">\n")
    if !derivation.premises.isEmpty {
      html.markup("<p class=\"premises\">")
      for (index, premise) in derivation.premises.enumerated() {
        html.markup(index == 0 ? "with " : ", ")
        html.fragment(typeset(premise))
      }
      html.markup("</p>\n")
    }
    html.markup("<table>\n")
    writeLines(of: derivation) { stepAnchor(directive, earlier + $0) }
    html.markup("</table>\n</div>\n")
  }

  /// A chain's first expression stands on the left of the line that continues it, as on paper.
  private mutating func writeLines(of derivation: Derivation, anchor: (Int) -> String) {
    var lines = Array(derivation.lines.enumerated())[...]
    if let first = lines.first?.element, first.left == nil {
      lines.removeFirst()
      if let (index, next) = lines.first, next.left == nil {
        lines.removeFirst()
        write(next, left: first.right, right: next.right, anchor: anchor(index))
      } else {
        write(first, left: first.right, right: nil, anchor: anchor(0))
      }
    }
    for (index, line) in lines { write(line, left: line.left, right: line.right, anchor: anchor(index)) }
  }

  private mutating func write(_ line: Derivation.Line, left: String?, right: String?, anchor: String) {
    html.open("tr", ["class": line.isConsequence ? "consequence" : nil, "id": anchor])
    html.markup("<td class=\"left\">")
    if line.isConsequence { html.fragment(typeset("\\Rightarrow\\quad")) }
    if let left { html.fragment(typeset("\\displaystyle \(left)")) }
    html.markup("</td><td class=\"right\">")
    if let right { html.fragment(typeset("\\displaystyle {}= \(right)")) }
    html.markup("</td><td class=\"reason\">")
    write(line.verification, besides: line.reason)
    html.markup("</td><td class=\"mark\">")
    writeMark(line.verification)
    html.markup("</td></tr>\n")
  }

  private mutating func write(_ verification: Derivation.Verification, besides reason: String?) {
    html.text(reason ?? "")
    switch verification {
    case .premise:
      if reason != nil { html.markup("; ") }
      html.element("em", [:], "given")
    case .unverified(let why):
      if reason != nil { html.markup("; ") }
      html.element("em", [:], "not verified: \(why)")
    case .given, .proved, .tested: break
    }
  }

  private mutating func writeMark(_ verification: Derivation.Verification) {
    let (sign, words): (String, String)
    switch verification {
    case .given, .premise: return
    case .proved: (sign, words) = ("✓", "verified: proved by algebra")
    case .tested(let points): (sign, words) = ("✓", "verified: tested at \(points) points")
    case .unverified: (sign, words) = ("?", "not verified")
    }
    html.element("span", ["class": "how", "role": "img", "aria-label": words, "title": words], sign)
  }
}

/// The identifier of a line of a derivation on its lesson's page.
func stepAnchor(_ directive: Int, _ line: Int) -> String { "step-\(directive + 1)-\(line + 1)" }
