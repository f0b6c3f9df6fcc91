extension Lexer {
  /// Reads a number: `1`, `1_000`, `2.5`, `2.5e-3`.
  ///
  /// An `e` belongs to it only where digits follow, so that `2e` is 2 times e.
  mutating func number() throws(ExpressionError) -> Token {
    let start = offset
    let whole = digitsEnd(from: start)
    var end = whole
    if end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(at: end + 1) {
      end = digitsEnd(from: end + 1)
    }
    end = exponentEnd(from: end)
    advance(to: end)
    if bytes[start] == UInt8(ascii: "0"), whole > start + 1 {
      throw ExpressionError(
        start..<end, "\(string(start..<end)) begins with a zero", help: "a number has no zeros in front")
    }
    let digits = bytes[start..<end].filter { $0 != UInt8(ascii: "_") }
    guard let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite else {
      throw ExpressionError(start..<end, "this number is too large", help: "the largest is about 1.8e308")
    }
    return Token(kind: .number(number), range: start..<end)
  }

  private func isDigit(at index: Int) -> Bool {
    index < bytes.count && isDigit(bytes[index])
  }

  /// The end of digits, which may be grouped by single underscores.
  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while isDigit(at: end) || (end > start && end < bytes.count && isGroupMark(at: end)) { end += 1 }
    return end
  }

  private func isGroupMark(at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "_") && isDigit(bytes[index - 1]) && isDigit(at: index + 1)
  }

  private func exponentEnd(from start: Int) -> Int {
    guard start < bytes.count, bytes[start] | 0x20 == UInt8(ascii: "e") else { return start }
    var digits = start + 1
    if digits < bytes.count, bytes[digits] == UInt8(ascii: "+") || bytes[digits] == UInt8(ascii: "-") {
      digits += 1
    }
    guard isDigit(at: digits) else { return start }
    var end = digits
    while isDigit(at: end) { end += 1 }
    return end
  }
}
