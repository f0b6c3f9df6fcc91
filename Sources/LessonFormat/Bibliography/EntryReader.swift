import SourceText

/// Reads one work of a bibliography; what it does not know it passes over.
struct EntryReader {
  /// Everything that is wrong so far.
  var mistakes: MistakeList

  /// The work; nil where it has no key.
  mutating func entry(_ datum: Datum) -> BibliographyEntry? {
    guard let entries = datum.mappingValue else {
      mistakes.report(datum.span, "a work is a mapping with an id, a type and a title, not \(datum.summary)")
      return nil
    }
    guard let id = datum["id"] else {
      mistakes.report(
        Span(at: datum.span.start), "a work without an id: nothing could cite it",
        help: "add a line such as id: brown2020")
      return nil
    }
    guard let key = id.scalarText?.text, !key.allSatisfy(\.isWhitespace) else {
      mistakes.report(id.isEmpty ? datum.span : id.span, "id is a text, not \(id.summary)")
      return nil
    }
    var result = BibliographyEntry(key: Spanned(key, id.span))
    for entry in entries { take(entry, into: &result) }
    return result
  }

  private mutating func take(_ entry: Datum.Entry, into result: inout BibliographyEntry) {
    guard !entry.value.isEmpty else { return }
    switch entry.key.value {
    case "type": result.kind = kind(entry.value) ?? result.kind
    case "author": result.authors = names(entry)
    case "editor": result.editors = names(entry)
    case "issued": result.issued = date(entry)
    case "accessed": result.accessed = date(entry)
    default:
      guard let field = BibliographyEntry.Field(lenient: entry.key.value) else { return }
      result.fields[field] = text(entry)
    }
  }

  private mutating func kind(_ datum: Datum) -> WorkKind? {
    let name = datum.scalarText?.text ?? ""
    if let kind = WorkKind(rawValue: name) { return kind }
    let known = WorkKind.allCases.map(\.rawValue)
    mistakes.report(
      datum.span, "no kind of work is called \(name.isEmpty ? datum.summary : excerpt(name))",
      help: nearestName(to: name, among: known).map { "did you mean \($0)?" }
        ?? "the commonest are article-journal, book, chapter, paper-conference, report, thesis and webpage")
    return nil
  }

  /// A text; of a list, which some databases give for titles, the first.
  private mutating func text(_ entry: Datum.Entry) -> String? {
    guard let text = (entry.value.listValue?.first ?? entry.value).scalarText?.text else {
      mistakes.report(entry.value.span, "\(entry.key.value) is a text, not \(entry.value.summary)")
      return nil
    }
    let words = text.withoutTags.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  // MARK: Names

  private mutating func names(_ entry: Datum.Entry) -> [PersonName] {
    (entry.value.listValue ?? [entry.value]).compactMap { name($0, of: entry.key.value) }
  }

  private mutating func name(_ datum: Datum, of key: String) -> PersonName? {
    var name = PersonName()
    if let whole = datum.scalarText?.text {
      name.family = whole
      return name
    }
    guard let parts = datum.mappingValue else {
      mistakes.report(datum.span, "\(key) is a name, with family and given or literal, not \(datum.summary)")
      return nil
    }
    for part in parts {
      let text = part.value.scalarText?.text ?? ""
      switch part.key.value {
      case "family", "literal": name.family = text
      case "given": name.given = text
      case "non-dropping-particle": name.particle = text
      case "dropping-particle": name.droppingParticle = text
      case "suffix": name.suffix = text
      default: break
      }
    }
    if name.family.isEmpty { (name.family, name.given) = (name.given, "") }
    guard !name.family.isEmpty else {
      mistakes.report(datum.span, "a name without family or literal")
      return nil
    }
    return name
  }

  private mutating func date(_ entry: Datum.Entry) -> WorkDate? {
    if let date = DateReader.read(entry.value) { return date }
    mistakes.report(
      entry.value.span, "\(entry.key.value) is a date, not \(entry.value.summary)",
      help: "write a year, 2022-03-29, or date-parts: [[2022, 3, 29]]")
    return nil
  }
}

extension BibliographyEntry.Field {
  /// The field of a name, in whatever case the two that are abbreviations are written.
  fileprivate init?(lenient name: String) {
    switch name {
    case "doi": self = .doi
    case "url": self = .url
    case "event": self = .eventTitle
    default: self.init(rawValue: name)
    }
  }
}

extension String {
  /// The text without the tags of HTML that the Citation Style Language allows in titles.
  fileprivate var withoutTags: String {
    guard contains("<") else { return self }
    var result = self
    for tag in ["i", "b", "em", "strong", "sub", "sup", "sc"] {
      result = result.replacing("<\(tag)>", with: "").replacing("</\(tag)>", with: "")
    }
    return result
  }
}
