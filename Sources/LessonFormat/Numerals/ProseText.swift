import SourceText

/// The running text of a block as one row of characters, each of which leads back to the file.
struct ProseText {
  /// What stands in the row that is searched for everything that is no text of the author's own: mathematics, code,
  /// links, claims.
  static let placeholder: Unicode.Scalar = "\u{FFFC}"
  /// How many characters of the words around a numeral are told.
  private static let contextLength = 40

  /// A piece of text, from so many characters on.
  private struct Piece {
    var start: Int
    var text: String
    var span: Span
  }

  private let file: SourceFile
  private let claims: [Claim]
  /// What a reader reads.
  private var shown: [Unicode.Scalar] = []
  /// The same, as it is searched.
  private var searched: [Unicode.Scalar] = []
  private var pieces: [Piece] = []

  /// Lays out the text of a block.
  init(_ inlines: [Inline], file: SourceFile, claims: [Claim]) {
    self.file = file
    self.claims = claims
    append(inlines)
  }

  private mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .text(let text):
        pieces.append(Piece(start: shown.count, text: text, span: inline.span))
        shown += text.unicodeScalars
        searched += text.unicodeScalars
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): append(inner)
      case .softBreak, .lineBreak: append(" ", isSearched: true)
      case .footnote: break
      case .code, .link, .image, .html, .mathematics, .claim, .reference, .citation:
        append(PlainText.of([inline], claims: claims), isSearched: false)
      }
    }
  }

  private mutating func append(_ text: String, isSearched: Bool) {
    shown += text.unicodeScalars
    searched +=
      isSearched
      ? Array(text.unicodeScalars) : Array(repeating: Self.placeholder, count: text.unicodeScalars.count)
  }

  /// The numerals in it; their words only for so many.
  func numerals(listing limit: Int, isInSolution: Bool) -> (count: Int, listed: [Numeral]) {
    let ranges = NumeralScanner(searched).ranges()
    let listed = ranges.prefix(max(0, limit)).map { range in
      Numeral(
        text: text(range), span: span(of: range),
        before: trimmed(
          text(max(0, range.lowerBound - Self.contextLength)..<range.lowerBound), isBefore: true),
        after: trimmed(
          text(range.upperBound..<min(shown.count, range.upperBound + Self.contextLength)), isBefore: false),
        isInSolution: isInSolution)
    }
    return (ranges.count, listed)
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(shown[range]))
  }

  /// Whole words only, where the words were cut.
  private func trimmed(_ text: String, isBefore: Bool) -> String {
    let isCut = text.unicodeScalars.count == Self.contextLength
    var words = text.split(whereSeparator: \.isWhitespace)
    let cutsWord = isCut && (isBefore ? text.first : text.last)?.isWhitespace == false
    if cutsWord, words.count > 1 { words.remove(at: isBefore ? 0 : words.count - 1) }
    let joined = words.joined(separator: " ")
    if isBefore { return text.last?.isWhitespace == true ? joined + " " : joined }
    return text.first?.isWhitespace == true ? " " + joined : joined
  }

  // MARK: Places

  private func span(of range: Range<Int>) -> Span {
    let start = place(of: range.lowerBound).start
    return Span(start, max(start, place(of: range.upperBound - 1).end))
  }

  /// The place in the file of a character of the row.
  private func place(of index: Int) -> Span {
    guard let piece = pieces.last(where: { $0.start <= index }) else { return Span(at: 0) }
    let bytes = piece.text.utf8
    let scalars = piece.text.unicodeScalars
    guard
      let scalar = scalars.index(
        scalars.startIndex, offsetBy: index - piece.start, limitedBy: scalars.endIndex)
    else { return piece.span }
    let offset = bytes.distance(from: bytes.startIndex, to: scalar)
    let width = scalar < scalars.endIndex ? UTF8.width(scalars[scalar]) : 0
    guard bytes.count != piece.span.count else {
      return Span(piece.span.start + offset, piece.span.start + offset + width)
    }
    let start = aligned(Array(bytes.prefix(offset + 1)), in: piece.span)
    return Span(start, start + width)
  }

  /// Where the last byte of a text stands in its place in the file, which holds escapes and line prefixes besides.
  private func aligned(_ text: [UInt8], in span: Span) -> Int {
    var next = 0
    for offset in span.start..<min(span.end, file.bytes.count) where file.bytes[offset] == text[next] {
      next += 1
      if next == text.count { return offset }
    }
    return span.start
  }
}
