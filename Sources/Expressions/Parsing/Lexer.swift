/// Cuts a text into tokens, one at a time.
struct Lexer {
  let bytes: [UInt8]
  private(set) var offset: Int

  init(_ text: String, from offset: Int = 0) {
    self.bytes = Array(text.utf8)
    self.offset = offset
  }

  /// The byte at a distance from the present place; 0 beyond the end.
  func byte(ahead distance: Int = 0) -> UInt8 {
    let index = offset + distance
    return index < bytes.count ? bytes[index] : 0
  }

  mutating func next() throws(ExpressionError) -> Token {
    skipSpaces()
    guard offset < bytes.count else { return Token(kind: .end, range: endRange) }
    let start = offset
    let first = byte()
    if isDigit(first) { return try number() }
    if first == UInt8(ascii: "\"") { return try text() }
    if first == UInt8(ascii: "_") { return try subscripts() }
    if let symbol = symbol() { return Token(kind: .symbol(symbol), range: start..<offset) }
    let end = wordEnd(from: offset)
    guard end > offset else { throw unexpectedCharacter() }
    return word(endingAt: end)
  }

  /// The last character of the text: where something is missing at the end, it is missing there.
  var endRange: Range<Int> {
    var end = bytes.count
    while end > 0, let length = spaceBefore(end) { end -= length }
    guard end > 0 else { return 0..<bytes.count }
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start..<end
  }

  /// Moves behind what was read.
  mutating func advance(to offset: Int) {
    self.offset = offset
  }

  /// The text of a range.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension Lexer {
  private mutating func text() throws(ExpressionError) -> Token {
    let start = offset
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    guard end < bytes.count else {
      throw ExpressionError(start..<bytes.count, "this text has no end", help: "a quote \" closes it")
    }
    advance(to: end + 1)
    return Token(kind: .text(string(start + 1..<end)), range: start..<end + 1)
  }

  private mutating func subscripts() throws(ExpressionError) -> Token {
    let start = offset
    if byte(ahead: 1) == UInt8(ascii: "{") {
      advance(to: start + 2)
      return Token(kind: .subscriptBrace, range: start..<start + 2)
    }
    var end = start + 1
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    guard end > start + 1 else {
      throw ExpressionError(start..<start + 1, "a subscript is missing after _", help: "write p_2 or p_{i}")
    }
    advance(to: end)
    return Token(kind: .subscriptDigits(string(start + 1..<end)), range: start..<end)
  }

  private func unexpectedCharacter() -> ExpressionError {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let character = string(offset..<end)
    let help: String? =
      switch character {
      case "=": "== compares two values"
      case "&": "write and"
      case "|": "write or"
      case "!": "write not"
      case "%": "write 0.58 for 58 %"
      case "{": "parentheses group; braces hold subscripts"
      case "'": "text goes in double quotes"
      default: nil
      }
    let isPrintable = character.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    return ExpressionError(
      offset..<end, isPrintable ? "\(character) means nothing here" : "this character means nothing here",
      help: help)
  }
}
