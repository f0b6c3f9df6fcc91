import SourceText

/// What a scalar is, and where each character of it came from.
struct ScalarReader {
  /// The document.
  let source: YAMLSource
  /// The scalar's value, as libyaml reads it.
  let value: String
  /// How it is written.
  let style: YAMLEvent.Style
  /// Its place in the document, quotes included, white space behind it not.
  let range: Range<Int>

  /// Makes a reader of a scalar at the place that libyaml gives.
  init(source: YAMLSource, value: String, style: YAMLEvent.Style, range: Range<Int>) {
    self.source = source
    self.value = value
    self.style = style
    var end = range.upperBound
    if style == .literal || style == .folded {
      while end > range.lowerBound, source.bytes[end - 1] <= 0x20 { end -= 1 }
    }
    self.range = range.lowerBound..<end
  }

  /// What the scalar is.
  var kind: Datum.Kind {
    guard style == .plain else { return .text(text) }
    if value.isEmpty { return .empty }
    if value == "true" || value == "false" { return .boolean(value == "true") }
    if let number = PlainNumber.read(value) { return .number(number, spelling: value) }
    return .text(text)
  }

  /// The value with the way back to the file.
  ///
  /// The bytes are read a second time, as libyaml drops where they came from. Should the two readings ever
  /// differ, the value is right and its characters lead to the scalar as a whole.
  private var text: MappedText {
    var result = MappedText(at: source.span(range).start)
    switch style {
    case .plain: FoldedScanner(source, range, quote: .none).scan(into: &result)
    case .singleQuoted: FoldedScanner(source, range.withoutQuotes, quote: .single).scan(into: &result)
    case .doubleQuoted: FoldedScanner(source, range.withoutQuotes, quote: .double).scan(into: &result)
    case .literal, .folded:
      // What is chopped off the end matters here: the line breaks that `|+` keeps.
      let whole = range.lowerBound..<endOfBlankLines
      BlockScanner(source, whole, value: value, isFolded: style == .folded).scan(into: &result)
    }
    if result.text.utf8.elementsEqual(value.utf8) { return result }
    var whole = MappedText(at: source.span(range).start)
    whole.append(value, from: source.span(range))
    return whole
  }

  private var endOfBlankLines: Int {
    var end = range.upperBound
    while end < source.bytes.count, source.bytes[end] <= 0x20 { end += 1 }
    return end
  }
}

extension Range<Int> {
  fileprivate var withoutQuotes: Range<Int> {
    count < 2 ? lowerBound..<lowerBound : lowerBound + 1..<upperBound - 1
  }
}
