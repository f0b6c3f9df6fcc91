import SourceText

/// Reads what stands between the `---` lines of a lesson.
public enum FrontMatterReader {
  private static let keys = [
    "title", "subtitle", "description", "author", "date", "keywords", "lang", "draft", "bibliography", "seed",
  ]

  /// Reads the front matter of a lesson; every mistake in it is reported at once.
  public static func read(_ datum: Datum, in file: SourceFile) -> (FrontMatter, [Diagnostic]) {
    var reader = MetadataReader(mistakes: MistakeList(file: file, code: .frontMatter))
    var result = FrontMatter()
    let entries = reader.entries(of: datum, known: keys, what: "front matter")
    for entry in entries { take(entry, into: &result, &reader) }
    let isMapping = datum.isEmpty || datum.mappingValue != nil
    if isMapping, !entries.contains(where: { $0.key.value == "title" }) {
      reader.mistakes.report(
        Span(at: 0), "the front matter has no title",
        help: "add a line such as title: A lesson")
    }
    return (result, reader.mistakes.diagnostics.sorted())
  }

  private static func take(
    _ entry: Datum.Entry, into result: inout FrontMatter, _ reader: inout MetadataReader
  ) {
    switch entry.key.value {
    case "title": result.title = reader.text(entry) ?? ""
    case "subtitle": result.subtitle = reader.text(entry)
    case "description": result.description = reader.text(entry)
    case "author": result.authors = reader.authors(entry)
    case "date": result.date = reader.text(entry)
    case "keywords": result.keywords = keywords(entry, &reader)
    case "lang": result.language = reader.language(entry)
    case "draft": result.isDraft = reader.boolean(entry) ?? false
    case "bibliography": result.bibliography = reader.spannedText(entry)
    case "seed": result.seed = seed(entry, &reader)
    default: break
    }
  }

  /// A list of words, or one text with commas between them.
  private static func keywords(_ entry: Datum.Entry, _ reader: inout MetadataReader) -> [String] {
    if let items = entry.value.listValue {
      return items.compactMap { reader.spannedText($0, of: entry.key)?.value }
    }
    let words = reader.text(entry)?.split(separator: ",") ?? []
    return words.map { String($0.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
      .filter { !$0.isEmpty }
  }

  private static func seed(_ entry: Datum.Entry, _ reader: inout MetadataReader) -> Spanned<Int>? {
    guard case .number(let number, let spelling) = entry.value.kind else {
      reader.reportWrong(entry.value, of: entry.key, "a whole number")
      return nil
    }
    // The digits come first: a double holds no whole number beyond 2^53 exactly.
    guard let seed = Int(spelling.filter { $0 != "_" }) ?? Int(exactly: number), seed >= 0 else {
      reader.reportWrong(entry.value, of: entry.key, "a whole number from 0 to \(Int.max)")
      return nil
    }
    return Spanned(seed, entry.value.span)
  }
}
