import Engine
import LessonFormat

extension LessonWriter {
  /// What a directive shows: its source where the author asks for it, then what came of it.
  mutating func writeDirective(_ index: Int) {
    let directive = lesson.directives[index]
    let outcome = run.directives[index]
    let isSecret = directive.name.value == Exercise.directive && !outline.showsSolutions
    if directive.display.showsSource, !isSecret {
      writeCode(directive.source, language: directive.code == nil ? "yaml" : "swift")
    }
    guard directive.display.showsOutput else { return }
    if outcome.isBroken, diagnostics != nil {
      html.element("p", ["class": "not-run"], "{\(directive.name.value)} did not run.")
      html.markup("\n")
    }
    writeFacts(outcome.facts, of: index)
    if let exercise = directive.exercise, let outcome = outcome.exercise {
      write(exercise, outcome, of: index)
    }
    if let term = directive.term { write(term) }
    if let cell = outcome.cell { writePrinted(cell) }
    writeDisplays(of: directive, outcome, index)
    if let shown = outcome.cell?.shown { writeOutput(shown.text, class: "shown", label: "value") }
  }

  /// What a cell printed.
  private mutating func writePrinted(_ cell: CellRun) {
    guard !cell.printed.isEmpty else { return }
    writeOutput(cell.printed, class: "printed", label: "output")
    guard cell.isPrintedCutOff else { return }
    html.element("p", ["class": "cut-off"], "It printed more than is shown.")
    html.markup("\n")
  }

  private mutating func writeOutput(_ text: String, class name: String, label: String) {
    html.open("pre", ["class": "cell-output \(name)", "role": "group", "aria-label": label, "tabindex": "0"])
    html.open("samp", [:])
    html.text(text)
    html.markup("</samp></pre>\n")
  }

  private mutating func writeDisplays(of directive: Directive, _ outcome: DirectiveRun, _ index: Int) {
    var kinds: Set<Label.Kind> = []
    var lines = 0
    for (place, display) in (outcome.run?.outcome.displays ?? []).enumerated() {
      // The caption, and the label that references use, belong to the first of its kind.
      let isFirst = display.labelKind.map { kinds.insert($0).inserted } ?? false
      let label = isFirst ? directive.result.flatMap { display.labelKind?.label($0.value) } : nil
      let key = Numbering.DisplayKey(directive: index, display: place)
      let number = numbering.displays[key]
      switch display {
      case .figure(let figure):
        let caption = isFirst ? directive.display.figureCaption : nil
        let alternative = isFirst ? directive.display.figureAlternative : nil
        write(
          figure, key, label: label, number: number, caption: caption, alternative: alternative,
          source: directive.citedSource)
      case .table(let table):
        let caption = isFirst ? directive.display.tableCaption : nil
        write(table, key, label: label, number: number, caption: caption, source: directive.citedSource)
      case .derivation(let derivation):
        write(derivation, of: index, after: lines)
        lines += derivation.lines.count
      }
    }
  }

  /// The width in CSS pixels up to which a drawing stands in the text; a wider one takes the margin, too.
  private static let textWidth = 660

  private mutating func write(
    _ figure: Figure, _ key: Numbering.DisplayKey, label: String?, number: ItemNumber?, caption: [Inline]?,
    alternative: String?, source: Int?
  ) {
    // A drawing of one's own may lack the words that plots carry within.
    let alternative = alternative ?? (figure.svg.contains("<desc") ? nil : figure.description)
    let width = attribute("width", ofRootOf: figure.svg).flatMap(Int.init)
    let isWide = (width ?? 0) > Self.textWidth
    html.open(
      "figure",
      [
        "id": label, "class": isWide ? "wide" : nil,
        "style": isWide ? width.map { "--figure-width: \($0)px" } : nil,
      ])
    html.open(
      "div",
      [
        "class": "drawing", "role": alternative == nil ? nil : "img", "aria-label": alternative,
        "style": width.map { "--width: \($0)px" },
      ])
    html.fragment(drawings.unique(isOnPaper ? stillDrawing(figure.svg) : figure.svg))
    html.markup("</div>\n")
    if let frames = figure.frames, !isOnPaper { write(frames) }
    if number != nil || caption != nil || !isOnPaper {
      html.markup("<figcaption>")
      if let number { writeNumber("Figure", number) }
      write(caption ?? [])
      writeDownloads(of: key, as: "span", name: number.map { "Figure \($0)" } ?? "This figure")
      html.markup("</figcaption>\n")
    }
    if let source { writeSource(source) }
    html.markup("</figure>\n")
  }

  private mutating func writeFacts(_ facts: [Fact], of directive: Int) {
    guard !facts.isEmpty else { return }
    html.markup("<ul class=\"facts\">\n")
    for (place, fact) in facts.enumerated() {
      let holds = fact.holds == true
      html.open("li", ["class": holds ? "fact" : "fact failed", "id": factAnchor(directive, place)])
      html.open("span", ["class": "mark", "role": "img", "aria-label": holds ? "verified" : "not verified"])
      if holds { html.markup("✓</span><span>") } else { html.markup("✗</span><span>") }
      html.fragment(typeset(fact.expression.tex()))
      html.markup("</span></li>\n")
    }
    html.markup("</ul>\n")
  }
}

/// The identifier of a condition on its lesson's page.
func factAnchor(_ directive: Int, _ place: Int) -> String { "condition-\(directive + 1)-\(place + 1)" }
