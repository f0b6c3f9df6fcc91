extension Lexer {
  /// The end of the letters, digits, marks and underscores from an index on; the index itself where no letter begins.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte < 0x80 {
        let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        guard isLetter || (end > start && (isDigit(byte) || byte == UInt8(ascii: "_"))) else { break }
        end += 1
      } else {
        guard let (scalar, length) = scalar(at: end), isNamePart(scalar, isFirst: end == start) else { break }
        end += length
      }
    }
    return end
  }

  /// Cuts the subscripts off a word: an underscore before digits that end it, or before a brace.
  mutating func word(endingAt wordEnd: Int) -> Token {
    let start = offset
    var end = wordEnd
    if bytes[end - 1] == UInt8(ascii: "_") { end -= 1 }
    while let shorter = subscriptStart(before: end, after: start) { end = shorter }
    advance(to: end)
    return Token(kind: .word(string(start..<end)), range: start..<end)
  }

  /// The place of the underscore, where digits behind one end just before an index.
  private func subscriptStart(before end: Int, after start: Int) -> Int? {
    var index = end
    while index > start, isDigit(bytes[index - 1]) { index -= 1 }
    guard index < end, index - 1 > start, bytes[index - 1] == UInt8(ascii: "_") else { return nil }
    return index - 1
  }

  private func isNamePart(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .nonspacingMark, .spacingMark: !isFirst
    default: false
    }
  }

  /// The scalar whose bytes begin at an index, with their number.
  private func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
    var decoder = UTF8()
    var iterator = bytes[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
