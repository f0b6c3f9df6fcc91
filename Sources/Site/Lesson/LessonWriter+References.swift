import Engine
import LessonFormat

extension LessonWriter {
  /// A reference, linked to what it names.
  mutating func write(_ reference: Reference) {
    guard case .found(let target) = outline.run.labels.resolve(reference, from: index) else {
      html.element("span", ["class": "reference failed"], "@\(reference.name)")
      return
    }
    if !isInLink { openLink(to: target) }
    html.text(target.name)
    // A number tells the lesson, and a term is the same wherever it was defined; the name of a section tells nothing.
    if target.lesson != index, target.kind == .section {
      html.markup(" in ")
      html.element("cite", [:], outline.title(of: target.lesson))
    }
    if !isInLink { html.markup("</a>") }
  }

  /// Opens a link; what is on another page is told in a few words, which a script shows beside the link.
  private mutating func openLink(to target: LabelIndex.Target) {
    // The glossary has the same terms under the same identifiers.
    let isInGlossary = page == Outline.glossary && target.kind == .term
    let home = isInGlossary ? page : outline.pages[target.lesson]
    if home == page {
      html.open("a", ["class": "reference", "href": fragmentURL(target.anchor)])
    } else {
      let preview = outline.previews[target.lesson, target.anchor]
      html.open(
        "a",
        [
          "class": "reference", "href": url(of: home, fragment: target.anchor),
          "title": target.number == nil ? nil : outline.title(of: target.lesson), "data-preview": preview,
        ])
    }
  }

  mutating func writeFootnoteReference(_ number: Int) {
    let reference = footnoteReferences[number, default: 0] + 1
    footnoteReferences[number] = reference
    html.markup("<sup class=\"footnote-reference\">")
    let identifier = footnoteReferenceIdentifier(number, reference)
    if isInLink {
      html.element("span", ["id": identifier], String(number))
    } else {
      html.element(
        "a", ["id": identifier, "href": "#footnote-\(number)", "aria-label": "Footnote \(number)"],
        String(number))
    }
    html.markup("</sup>")
  }

  /// The footnotes, each with links back to where it was referred to.
  mutating func writeFootnotes() {
    guard !lesson.footnotes.isEmpty else { return }
    isInFootnotes = true
    // Footnotes may refer to each other, so that all references are known when the last one is written.
    let body = html
    let texts = lesson.footnotes.map { footnote in
      html = HTMLBuffer()
      write(footnote.blocks)
      return html.string
    }
    html = body
    // On a page of all lessons there would be many of one name.
    html.open("section", ["class": "footnotes", "aria-label": isOnPaper ? nil : "Footnotes"])
    html.markup("\n<ol>\n")
    for (footnote, text) in zip(lesson.footnotes, texts) {
      html.open("li", ["id": "footnote-\(footnote.number)"])
      html.fragment(text)
      for reference in 1..<(footnoteReferences[footnote.number, default: 0] + 1) {
        writeBackLink(to: footnote.number, reference)
      }
      html.markup("</li>\n")
    }
    html.markup("</ol>\n</section>\n")
    isInFootnotes = false
  }

  private mutating func writeBackLink(to number: Int, _ reference: Int) {
    let place = reference == 1 ? "Back to the text" : "Back to the text, place \(reference)"
    let identifier = footnoteReferenceIdentifier(number, reference)
    html.open("a", ["class": "back", "href": fragmentURL(identifier), "aria-label": place])
    html.markup("↩</a>")
  }

  private func footnoteReferenceIdentifier(_ number: Int, _ reference: Int) -> String {
    reference == 1 ? "footnote-\(number)-reference" : "footnote-\(number)-reference-\(reference)"
  }
}

extension LabelIndex.Target {
  /// What a reference calls it: `Figure 3`, or a section's title.
  var name: String {
    switch kind {
    case .section, .term: title
    case .equation: numbered("Equation")
    case .figure: numbered("Figure")
    case .table: numbered("Table")
    case .exercise: numbered("Exercise")
    }
  }

  private func numbered(_ noun: String) -> String {
    number.map { "\(noun)\u{00A0}\($0)" } ?? noun
  }
}
