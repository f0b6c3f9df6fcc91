import SourceText

/// Reads plain and quoted scalars, whose lines fold into one.
struct FoldedScanner {
  /// How the scalar is quoted.
  enum Quote {
    case none, single, double
  }

  private let source: YAMLSource
  private let end: Int
  private let quote: Quote
  private var position: Int
  /// Where the stretch begins that stands as it is and is not yet copied.
  private var verbatimStart: Int

  /// Makes a scanner of what stands between the quotes.
  init(_ source: YAMLSource, _ range: Range<Int>, quote: Quote) {
    self.source = source
    self.end = range.upperBound
    self.quote = quote
    self.position = range.lowerBound
    self.verbatimStart = range.lowerBound
  }

  /// Adds the scalar's value to a text.
  consuming func scan(into result: inout MappedText) {
    while position < end {
      let byte = source.bytes[position]
      if byte.isBlank {
        skipBlanks(into: &result)
      } else if let lineBreak = LineBreak(in: source.bytes, at: position, before: end) {
        copyVerbatim(upTo: position, into: &result)
        fold(lineBreak, into: &result)
      } else if quote == .single, byte == UInt8(ascii: "'") {
        replace(2, by: "'", into: &result)
      } else if quote == .double, byte == UInt8(ascii: "\\") {
        takeEscape(into: &result)
      } else {
        position += 1
      }
    }
    copyVerbatim(upTo: end, into: &result)
  }

  private mutating func copyVerbatim(upTo offset: Int, into result: inout MappedText) {
    if verbatimStart < offset { source.appendVerbatim(verbatimStart..<offset, to: &result) }
    verbatimStart = max(verbatimStart, offset)
  }

  private mutating func replace(_ length: Int, by text: String, into result: inout MappedText) {
    copyVerbatim(upTo: position, into: &result)
    let start = position
    position = min(position + length, end)
    result.append(text, from: source.span(start..<position))
    verbatimStart = position
  }

  /// Blanks stand as they are, except before a line break, where they vanish.
  private mutating func skipBlanks(into result: inout MappedText) {
    let start = position
    while position < end, source.bytes[position].isBlank { position += 1 }
    guard LineBreak(in: source.bytes, at: position, before: end) != nil else { return }
    copyVerbatim(upTo: start, into: &result)
    verbatimStart = position
  }

  /// Folds a line break and those that follow: one is a space, of several the first vanishes.
  ///
  /// A nil break is an escaped one, which vanishes too.
  private mutating func fold(_ first: LineBreak?, into result: inout MappedText) {
    let start = first?.range.lowerBound ?? position
    position = first?.range.upperBound ?? position
    var rest = ""
    while position < end {
      if let next = LineBreak(in: source.bytes, at: position, before: end) {
        rest += next.text
        position = next.range.upperBound
      } else if source.bytes[position].isBlank {
        position += 1
      } else {
        break
      }
    }
    verbatimStart = position
    let text =
      switch first {
      case nil: rest
      case let first? where first.folds: rest.isEmpty ? " " : rest
      case let first?: first.text + rest
      }
    result.append(text, from: source.span(start..<position))
  }

  private mutating func takeEscape(into result: inout MappedText) {
    if let lineBreak = LineBreak(in: source.bytes, at: position + 1, before: end) {
      copyVerbatim(upTo: position, into: &result)
      position = lineBreak.range.upperBound
      fold(nil, into: &result)
      return
    }
    let escape = EscapeSequence(in: source.bytes, at: position, before: end)
    replace(escape.length, by: escape.text, into: &result)
  }
}
