import LessonFormat

extension LessonWriter {
  /// A term with what it means, set off from the text.
  mutating func write(_ term: Term) {
    // The same term again is an error; as a preview shows it, it has no identifier of its own.
    let isFirst = writtenTerms.insert(term.label).inserted
    html.open("dl", ["class": "term", "id": isFirst ? term.label : nil])
    html.markup("\n<dt>")
    html.element("dfn", [:], term.words)
    html.markup("</dt>\n<dd>\n")
    writeDefinition(of: term)
    html.markup("</dd>\n</dl>\n")
  }

  /// What a term means.
  mutating func writeDefinition(of term: Term) {
    isInParameter = true
    write(term.definition)
    isInParameter = false
  }
}
