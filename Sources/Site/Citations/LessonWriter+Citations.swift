import Engine
import LessonFormat

extension LessonWriter {
  /// A citation in running text.
  mutating func writeCitation(_ citation: Int) {
    html.markup("<span class=\"citation\">")
    write(lesson.citations[citation], of: index, from: .text)
    html.markup("</span>")
  }

  /// The line below a table or a figure that says where its values come from.
  mutating func writeSource(_ citation: Int) {
    html.markup("<p class=\"source\">Source: ")
    write(lesson.citations[citation], of: index, from: .text)
    html.markup(".</p>\n")
  }

  /// The works that facts behind a claim come from, in its note; nothing where there are none.
  ///
  /// - Parameter anchor: the identifier of the claim, to which the list of references leads back.
  mutating func writeSources(of claim: ClaimRun, anchor: String?) {
    guard !claim.sources.isEmpty else { return }
    html.open("span", ["class": "origin-citations"])
    html.text(claim.isSourced ? "Source: " : "With facts from ")
    for (place, source) in claim.sources.enumerated() {
      if place > 0 { html.markup("; ") }
      let citation = outline.run.course.lessons[source.lesson].citations[source.citation]
      write(citation, of: source.lesson, from: .note(anchor))
    }
    html.markup("</span>")
  }

  /// Where a citation stands.
  private enum Place {
    /// In the text, where each has an identifier of its own.
    case text
    /// In the note of a claim with this identifier.
    case note(String?)
  }

  private mutating func write(_ citation: Citation, of lesson: Int, from place: Place) {
    let works = citation.items.map { outline.citedWorks.index(of: $0.key.value, in: lesson) }
    let hasAffixes = citation.items.contains { !$0.prefix.isEmpty || !$0.suffix.isEmpty }
    let isNumeric = citationStyle == .numeric
    if !citation.isTextual { html.text(isNumeric ? "[" : "(") }
    for (item, work) in zip(citation.items, works) {
      if item != citation.items.first {
        html.text(isNumeric && !hasAffixes && !citation.isTextual ? ", " : "; ")
      }
      if !item.prefix.isEmpty { html.text("\(item.prefix) ") }
      guard let work else {
        html.element("span", ["class": "reference failed"], "@\(item.key.value)")
        html.text(item.suffix)
        continue
      }
      if citation.isTextual { writeTextual(item, work, place) } else { writeBracketed(item, work, place) }
    }
    if !citation.isTextual { html.text(isNumeric ? "]" : ")") }
  }

  private mutating func writeBracketed(_ item: Citation.Item, _ work: Int, _ place: Place) {
    let number = citations.number(of: work)
    let known = outline.citedWorks.works[work]
    switch citationStyle {
    case .numeric: writeLink(to: work, number, String(number), place)
    case .authorYear:
      writeLink(to: work, number, item.omitsAuthors ? known.year : "\(known.authors), \(known.year)", place)
    }
    html.text(item.suffix)
  }

  /// `Hoffmann et al. (2022, p. 3)`, or `Hoffmann et al. [1, p. 3]`.
  private mutating func writeTextual(_ item: Citation.Item, _ work: Int, _ place: Place) {
    let number = citations.number(of: work)
    let known = outline.citedWorks.works[work]
    let isNumeric = citationStyle == .numeric
    html.text((item.omitsAuthors ? "" : "\(known.authors) ") + (isNumeric ? "[" : "("))
    writeLink(to: work, number, isNumeric ? String(number) : known.year, place)
    html.text(item.suffix + (isNumeric ? "]" : ")"))
  }

  private mutating func writeLink(to work: Int, _ number: Int, _ text: String, _ place: Place) {
    var identifier: String?
    switch place {
    case .text: identifier = citations.identifier(for: work)
    case .note(let anchor?): citations.note(work, at: anchor)
    case .note(nil): break
    }
    if isInLink {
      html.element("span", ["id": identifier], text)
    } else {
      html.element(
        "a", ["href": url(ofReference: number, to: work), "id": identifier, "title": title(of: work)], text)
    }
  }

  /// Where a citation leads: to the list of the page, or of the course from a page that has none.
  private func url(ofReference number: Int, to work: Int) -> String {
    guard isElsewhere else { return "#\(referenceAnchor(number))" }
    guard outline.hasReferences else { return url(of: outline.pages[index], fragment: "references") }
    return url(of: Outline.references, fragment: outline.citedWorks.anchor(of: work))
  }

  /// Numbers mean something only beside the list that they count.
  private var citationStyle: CitationStyle { isElsewhere ? .authorYear : outline.citedWorks.style }

  /// What a reader sees who points at a citation.
  private func title(of work: Int) -> String {
    let known = outline.citedWorks.works[work]
    let title = known.entry.people.isEmpty ? nil : known.entry[.title]
    return "\(known.authors), \(known.year)" + (title.map { ": \($0)" } ?? "")
  }

  // MARK: The list

  /// The works that the page cites, each with links back to where it does.
  ///
  /// Where the lesson ends in a heading, as Pandoc has it, the list stands below that.
  mutating func writeReferences() {
    guard !citations.order.isEmpty else { return }
    var order = Array(citations.order.enumerated())
    if outline.citedWorks.style == .authorYear { order.sort { $0.element < $1.element } }
    let hasHeading = if case .heading? = lesson.blocks.last?.kind { true } else { false }
    let name =
      outline.run.labels.anchors(of: index).contains("references") ? "lesson-references" : "references"
    // A whole course on paper has many such lists, of which none is a landmark.
    html.open(
      "section",
      [
        "class": "references", "aria-label": hasHeading && !isOnPaper ? "References" : nil,
        "aria-labelledby": hasHeading || isOnPaper ? nil : name,
      ])
    html.markup("\n")
    if !hasHeading { html.element("h2", ["id": name], "References") }
    html.open("ol", ["class": outline.citedWorks.style == .numeric ? "numeric" : "author-year"])
    html.markup("\n")
    for (place, work) in order { writeReference(work, number: place + 1) }
    html.markup("</ol>\n</section>\n")
  }

  private mutating func writeReference(_ work: Int, number: Int) {
    html.open("li", ["id": referenceAnchor(number)])
    html.reference(outline.citedWorks.works[work])
    for (place, identifier) in citations.backLinks(of: work).enumerated() {
      let label = place == 0 ? "Back to the text" : "Back to the text, place \(place + 1)"
      html.markup(" ")
      html.open("a", ["class": "back", "href": fragmentURL(identifier), "aria-label": label])
      html.markup("↩</a>")
    }
    html.markup("</li>\n")
  }
}

/// The identifier of a work in the list of a lesson's page.
private func referenceAnchor(_ number: Int) -> String { "reference-\(number)" }

extension Outline {
  /// A citation of sources in words, for where no markup is: `Brown et al. (2020), table 3`.
  func plainText(of source: ValueSource) -> String {
    run.course.lessons[source.lesson].citations[source.citation].items.map { item in
      guard let work = citedWorks.index(of: item.key.value, in: source.lesson) else {
        return "@\(item.key.value)"
      }
      let known = citedWorks.works[work]
      let prefix = item.prefix.isEmpty ? "" : "\(item.prefix) "
      return "\(prefix)\(known.authors) (\(known.year))\(item.suffix)"
    }.joined(separator: "; ")
  }
}
