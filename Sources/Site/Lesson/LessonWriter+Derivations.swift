import Engine

extension LessonWriter {
  /// Lines of mathematics below each other, aligned at their relations, each with its reason and how it was verified.
  mutating func write(_ derivation: Derivation) {
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
    for (index, line) in derivation.lines.enumerated() { write(line, isFirst: index == 0) }
    html.markup("</table>\n</div>\n")
  }

  private mutating func write(_ line: Derivation.Line, isFirst: Bool) {
    html.open("tr", ["class": line.isConsequence ? "consequence" : nil])
    html.markup("<td class=\"left\">")
    if line.isConsequence { html.fragment(typeset("\\Rightarrow\\quad")) }
    // A chain's first expression stands on the left, where those that equal it have nothing.
    if let left = line.left ?? (isFirst ? line.right : nil) {
      html.fragment(typeset("\\displaystyle \(left)"))
    }
    html.markup("</td><td class=\"right\">")
    if line.left != nil || !isFirst { html.fragment(typeset("\\displaystyle {}= \(line.right)")) }
    html.markup("</td><td class=\"reason\">")
    write(line.verification, besides: line.reason)
    html.markup("</td><td class=\"mark\">")
    writeMark(line.verification)
    html.markup("</td></tr>\n")
  }

  private mutating func write(_ verification: Derivation.Verification, besides reason: String?) {
    html.text(reason ?? "")
    guard case .unverified(let why) = verification else { return }
    if reason != nil { html.markup("; ") }
    html.element("em", [:], "not verified: \(why)")
  }

  private mutating func writeMark(_ verification: Derivation.Verification) {
    let (sign, words): (String, String)
    switch verification {
    case .given: return
    case .proved: (sign, words) = ("✓", "verified: proved by algebra")
    case .tested(let points): (sign, words) = ("✓", "verified: tested at \(points) points")
    case .unverified: (sign, words) = ("?", "not verified")
    }
    html.element("span", ["class": "how", "role": "img", "aria-label": words, "title": words], sign)
  }
}
