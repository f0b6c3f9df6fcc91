import SourceText

/// Reads a `{term}`: what is defined, named by the word behind the braces or by `term:`, and its definition.
struct TermReader {
  private let builder: LessonBuilder
  private let directive: Directive
  private var words: Spanned<String>?
  private var definition: [Block]?

  private static let keys = ["term", "definition"]

  /// Reads a term, and reports everything wrong with it; nil where nothing says what is defined.
  static func read(_ directive: Directive, builder: LessonBuilder) -> Term? {
    var reader = TermReader(directive, builder)
    return reader.read()
  }

  private init(_ directive: Directive, _ builder: LessonBuilder) {
    self.directive = directive
    self.builder = builder
  }

  private mutating func read() -> Term? {
    for entry in entries() { read(entry) }
    if definition == nil {
      builder.report(
        .parameter, at: directive.name.span, "definition is missing", help: "Markdown: what the term means")
    }
    guard let name = name() else { return nil }
    // An underscore is what a word behind the braces has for a space.
    let shown = words?.value ?? name.value.replacing("_", with: " ")
    return Term(name: name, words: shown, definition: definition ?? [])
  }

  private func entries() -> [Datum.Entry] {
    switch directive.body.kind {
    case .mapping(let entries): return entries
    case .empty: return []
    default:
      builder.report(
        .parameter, at: directive.body.span, "expected parameters, found \(directive.body.summary)",
        help: "write definition: and a text")
      return []
    }
  }

  private mutating func read(_ entry: Datum.Entry) {
    switch entry.key.value {
    case "term":
      guard let text = text(entry, expected: "the term") else { return }
      words = Spanned(text.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), text.span)
    case "definition":
      definition =
        text(entry, expected: "Markdown").map { MarkdownParameter.blocks(of: $0, builder: builder) } ?? []
    default: builder.reportUnknownKey(entry.key, of: "{\(Term.directive)}", known: Self.keys)
    }
  }

  private func text(_ entry: Datum.Entry, expected: String) -> MappedText? {
    if let text = entry.value.writtenText { return text }
    builder.report(
      .parameter, at: entry.value.isEmpty ? entry.key.span : entry.value.span,
      "expected \(expected), found \(entry.value.summary)", help: "write \(entry.key.value): and a text")
    return nil
  }

  /// What the label is made of: the word behind the braces, else the term with hyphens between its words.
  private func name() -> Spanned<String>? {
    if let result = directive.result {
      guard LabelScanner.isName(result.value) else {
        builder.report(
          .parameter, at: result.span, "\(result.value) cannot be part of a label",
          help: "letters, digits and underscores, with hyphens between them; say the term itself as term:")
        return nil
      }
      return result
    }
    guard let words else {
      builder.report(
        .parameter, at: directive.name.span, "what is defined is missing",
        help: "write ```{term} gradient, or term: and the words")
      return nil
    }
    let name = LabelScanner.name(of: words.value)
    guard !name.isEmpty else {
      builder.report(
        .parameter, at: words.span, "no label can be made of \(excerpt(words.value))",
        help: "name it behind the braces as well: ```{term} name")
      return nil
    }
    return Spanned(name, words.span)
  }
}
