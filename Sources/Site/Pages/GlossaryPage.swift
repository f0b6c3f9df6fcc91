import Engine
import LessonFormat

extension PageMaker {
  /// The course's terms in the order of the alphabet, each with its lesson.
  func glossary() -> String {
    let course = outline.run.course
    var values = frame(
      of: Outline.glossary, kind: "glossary-page", title: "Glossary", language: course.file.language)
    let alphabet = Alphabet()
    let entries = outline.terms.map { (key: alphabet.key(of: $0.term.words), entry: $0) }
      .sorted { ($0.key, $0.entry.term.label) < ($1.key, $1.entry.term.label) }
    var html = HTMLBuffer()
    if entries.count > 20 { writeLetters(entries.map { ($0.key, $0.entry.term) }, to: &html) }
    html.markup("<dl class=\"glossary\">\n")
    for (_, entry) in entries { write(entry, to: &html) }
    html.markup("</dl>\n")
    values["summary"] = "\(counted(entries.count, "term")), each with the lesson that defines it."
    values["content"] = html.string
    values["hasNotes"] = true
    return templates.render(.glossary, values)
  }

  /// The letters that terms begin with, each leading to the first of them.
  private func writeLetters(_ terms: [(key: String, term: Term)], to html: inout HTMLBuffer) {
    html.markup("<nav class=\"letters\" aria-label=\"Letters\">\n")
    var last: Character?
    for (key, term) in terms where key.first != last {
      last = key.first
      html.element("a", ["href": fragmentURL(term.label)], key.prefix(1).uppercased())
      html.markup("\n")
    }
    html.markup("</nav>\n")
  }

  private func write(_ entry: Glossary.Entry, to html: inout HTMLBuffer) {
    guard let run = outline.runs[entry.lesson] else { return }
    var writer = LessonWriter(
      outline: outline, index: entry.lesson, on: Outline.glossary, run: run, typesetter: typesetter)
    writer.writeDefinition(of: entry.term)
    html.open("div", ["id": entry.term.label])
    html.markup("\n<dt>")
    html.element("dfn", [:], entry.term.words)
    html.markup("</dt>\n<dd>\n")
    html.fragment(writer.html.string)
    html.markup("<p class=\"defined\">")
    let url = relativeURL(
      from: Outline.glossary, to: outline.pages[entry.lesson], fragment: entry.term.label)
    html.element("a", ["href": url], outline.title(of: entry.lesson))
    html.markup("</p>\n</dd>\n</div>\n")
  }
}
