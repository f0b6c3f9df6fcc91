import SourceText

/// The head of a directive, `{name} result`, read from the line of its fence.
struct InfoString {
  /// The name between the braces.
  let name: Spanned<String>
  /// What stands behind the braces, one word each.
  let words: [Spanned<String>]

  /// Reads the head that begins with the `{` at the range's start; throws the offset where no name can be
  /// read.
  init(_ bytes: Bytes, _ range: Range<Int>) throws(InfoStringError) {
    let start = range.lowerBound + 1
    var end = start
    while end < range.upperBound, Self.isNameCharacter(bytes[end]) { end += 1 }
    let nameSpan = Span(start, end)
    guard end > start else { throw .noName(at: Self.character(bytes, at: min(start, range.upperBound - 1))) }
    guard end < range.upperBound, bytes[end] == ASCII.closeBrace else { throw .unclosed(nameSpan) }
    name = Spanned(bytes.string(start..<end), nameSpan)
    words = Self.words(bytes, end + 1..<range.upperBound)
  }

  private static func words(_ bytes: Bytes, _ range: Range<Int>) -> [Spanned<String>] {
    var words: [Spanned<String>] = []
    var start = bytes.skippingBlanks(from: range.lowerBound)
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, !ASCII.isBlank(bytes[end]) { end += 1 }
      words.append(Spanned(bytes.string(start..<end), Span(start, end)))
      start = bytes.skippingBlanks(from: end)
    }
    return words
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == ASCII.hyphen || byte == ASCII.underscore
  }

  private static func character(_ bytes: Bytes, at offset: Int) -> Span {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(offset, end)
  }
}

/// Why a head names no directive.
enum InfoStringError: Error {
  case noName(at: Span)
  case unclosed(Span)
}
