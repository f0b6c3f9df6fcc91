import SourceText

/// Reads bibliographies in CSL-JSON and CSL-YAML: a list of works, or `references:` with that list.
public struct BibliographyReader {
  private var reader: EntryReader
  private let file: SourceFile
  private var isWhole = false

  /// Reads a bibliography; every mistake in it is reported at once.
  public static func read(_ file: SourceFile) -> (Bibliography, [Diagnostic]) {
    var reader = BibliographyReader(file)
    let (entries, diagnostics) = reader.entries()
    return (Bibliography(file: file, entries: entries, isWhole: reader.isWhole), diagnostics.sorted())
  }

  private init(_ file: SourceFile) {
    self.file = file
    reader = EntryReader(mistakes: MistakeList(file: file, code: .citation))
  }

  private mutating func entries() -> ([BibliographyEntry], [Diagnostic]) {
    guard file.bytes.count <= YAMLLimits.bytes else {
      reader.mistakes.report(
        Span(at: 0),
        "a bibliography of \(file.bytes.count) bytes: more than \(YAMLLimits.bytes) are not read",
        help: "keep the works that the course cites")
      return ([], reader.mistakes.diagnostics)
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      reader.mistakes.report(
        Span(at: file.firstInvalidByte), "bytes that are no UTF-8", help: "save the file as UTF-8")
      return ([], reader.mistakes.diagnostics)
    }
    let (datum, problems) = YAMLReader.read(JSONText.yaml(text), in: file, code: .citation)
    let entries = datum.map { read($0) } ?? []
    return (entries, problems + reader.mistakes.diagnostics)
  }

  private mutating func read(_ datum: Datum) -> [BibliographyEntry] {
    isWhole = true
    if datum.isEmpty { return [] }
    guard let list = datum.listValue ?? datum["references"]?.listValue else {
      reader.mistakes.report(
        datum.span, "a bibliography is a list of works, or references: with that list, not \(datum.summary)")
      isWhole = false
      return []
    }
    var entries: [BibliographyEntry] = []
    var places: [String: Span] = [:]
    for datum in list {
      guard let entry = reader.entry(datum) else {
        isWhole = false
        continue
      }
      if let first = places[entry.key.value] {
        let line = file.line(of: first.start)
        reader.mistakes.report(
          entry.key.span, "the id \(excerpt(entry.key.value)) is taken, on line \(line)",
          help: "every work has an id of its own")
      } else {
        places[entry.key.value] = entry.key.span
        entries.append(entry)
      }
    }
    return entries
  }
}
