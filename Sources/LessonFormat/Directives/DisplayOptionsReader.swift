import SourceText

/// Takes the options that every directive shares out of its body.
struct DisplayOptionsReader {
  /// What the options say.
  private(set) var display = DisplayOptions()
  private let builder: LessonBuilder
  /// Pages are no wider; a mistyped number must not make a figure of a million pixels.
  private static let pixels = 1.0...10_000.0

  /// Makes a reader that reports to a builder.
  init(_ builder: LessonBuilder, showsSource: Bool = false) {
    self.builder = builder
    display.showsSource = showsSource
  }

  /// Reads the options in a body, and gives what is left of it.
  mutating func take(from body: Datum) -> Datum {
    guard case .mapping(let entries) = body.kind else { return body }
    var rest: [Datum.Entry] = []
    for entry in entries where !read(entry) { rest.append(entry) }
    return Datum(.mapping(rest), span: body.span)
  }

  /// Reads an entry, if it is an option.
  private mutating func read(_ entry: Datum.Entry) -> Bool {
    switch entry.key.value {
    case "fig-cap": display.figureCaption = caption(entry)
    case "tbl-cap": display.tableCaption = caption(entry)
    case "fig-alt": display.figureAlternative = alternative(entry)
    case "fig-width": display.figureWidth = pixels(entry)
    case "fig-height": display.figureHeight = pixels(entry)
    case "echo": display.showsSource = boolean(entry) ?? display.showsSource
    case "output": display.showsOutput = boolean(entry) ?? display.showsOutput
    default: return false
    }
    return true
  }

  private func caption(_ entry: Datum.Entry) -> [Inline]? {
    text(entry).map { CaptionReader.inlines(of: $0, builder: builder) }
  }

  /// Words for those who cannot see the figure; without the key, they are made from its data.
  private func alternative(_ entry: Datum.Entry) -> String? {
    guard let text = text(entry)?.text else { return nil }
    if !text.allSatisfy(\.isWhitespace) { return text }
    builder.report(
      .parameter, at: entry.key.span,
      "fig-alt is empty, so the figure would say nothing to those who cannot see it",
      help: "say what the figure shows, or leave fig-alt out: then words are made from the figure's data")
    return nil
  }

  private func text(_ entry: Datum.Entry) -> MappedText? {
    switch entry.value.kind {
    case .text(let text): return text
    case .number(_, let spelling): return MappedText(spelling, at: entry.value.span.start)
    case .boolean(let value): return MappedText(value ? "true" : "false", at: entry.value.span.start)
    case .list, .mapping, .empty:
      report(entry, needs: "text", help: "write \(entry.key.value): and a text, in quotes if it has a colon")
      return nil
    }
  }

  private func pixels(_ entry: Datum.Entry) -> Double? {
    if case .number(let value, _) = entry.value.kind, Self.pixels.contains(value) { return value }
    report(entry, needs: "a number of CSS pixels from 1 to 10000", help: "write \(entry.key.value): 640")
    return nil
  }

  private func boolean(_ entry: Datum.Entry) -> Bool? {
    if case .boolean(let value) = entry.value.kind { return value }
    report(entry, needs: "true or false", help: "write \(entry.key.value): true")
    return nil
  }

  private func report(_ entry: Datum.Entry, needs: String, help: String) {
    let isMissing = entry.value.kind == .empty
    builder.report(
      .parameter, at: isMissing ? entry.key.span : entry.value.span, "\(entry.key.value) needs \(needs)",
      help: help)
  }
}
