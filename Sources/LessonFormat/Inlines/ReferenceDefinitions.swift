import SourceText

/// The definitions `[label]: destination` of a lesson, for claims whose expression stands in one.
///
/// cmark keeps what a label leads to, not where that is written. A definition that is not found here costs
/// no more than the exact place of a mistake in its expression.
struct ReferenceDefinitions {
  private var destinations: [String: MappedText] = [:]

  /// Finds the definitions that stand on a line of their own, whose destination begins with `=`.
  init(in source: LessonSource) {
    guard source.firstLine <= source.file.lineCount else { return }
    for line in source.firstLine...source.file.lineCount {
      let span = source.file.span(ofLine: line)
      guard let found = Self.definition(in: source, span), destinations[found.label] == nil else { continue }
      destinations[found.label] = found.destination
    }
  }

  /// The destination of a label.
  func destination(of label: String) -> MappedText? { destinations[Self.normalised(label)] }

  private static func definition(
    in source: LessonSource, _ line: Span
  ) -> (label: String, destination: MappedText)? {
    let bytes = source.slice(line)
    let content = Content(bytes, at: line.start)
    var open = 0
    while ASCII.isBlank(bytes.byte(open)) || bytes.byte(open) == ASCII.greater { open += 1 }
    guard bytes.byte(open) == ASCII.openBracket else { return nil }
    var close = open + 1
    while close < bytes.count, bytes[close] != ASCII.closeBracket {
      close += bytes[close] == ASCII.backslash ? 2 : 1
    }
    guard bytes.byte(close + 1) == ASCII.colon else { return nil }
    let start = bytes.skippingBlanks(from: close + 2)
    guard let (range, _) = LinkTail.destination(in: bytes, at: start) else { return nil }
    guard bytes.byte(range.lowerBound) == ASCII.equals else { return nil }
    return (normalised(bytes.string(open + 1..<close)), Unescaping.text(of: content, range))
  }

  private static func normalised(_ label: String) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
