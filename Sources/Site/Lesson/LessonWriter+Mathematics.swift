import Engine
import LessonFormat

extension LessonWriter {
  /// A formula on lines of its own; one with a label has its number at the right.
  mutating func writeEquation(_ mathematics: Mathematics, label: Label?) {
    html.open("div", ["class": "equation", "id": label?.name])
    html.markup("<div class=\"formula\">")
    writeFormula(mathematics)
    html.markup("</div>")
    if let label, let number = numbering.labels[label.name] {
      html.open(
        "a", ["class": "number", "href": fragmentURL(label.name), "aria-label": "Equation \(number)"])
      html.text("(\(number))")
      html.markup("</a>")
    }
    html.markup("</div>\n")
  }

  /// A formula, with one note for all claims in it.
  mutating func writeFormula(_ mathematics: Mathematics) {
    let typeset = typeset(mathematics.tex(claims: run.claims, of: lesson), display: mathematics.isDisplay)
    let formula = isInColumnHeading ? named(typeset) : typeset
    let claims = mathematics.parts.compactMap { part in
      if case .claim(let claim) = part { claim } else { nil }
    }
    guard !claims.isEmpty else {
      html.fragment(formula)
      return
    }
    writeClaims(claims) { $0.html.fragment(formula) }
  }
}
