extension Lexer {
  /// Reads a symbol, in its ASCII form or as it is printed (`−`, `×`, `·`, `÷`, `≤`, `≥`, `≠`), if one is here.
  mutating func symbol() -> Token.Symbol? {
    let (first, second, third) = (byte(), byte(ahead: 1), byte(ahead: 2))
    if second == UInt8(ascii: "="), let symbol = twoByteSymbol(first) {
      advance(to: offset + 2)
      return symbol
    }
    if first < 0x80 {
      guard let symbol = oneByteSymbol(first) else { return nil }
      advance(to: offset + 1)
      return symbol
    }
    switch (first, second) {
    case (0xC3, 0x97), (0xC2, 0xB7): return printed(.times, length: 2)
    case (0xC3, 0xB7): return printed(.over, length: 2)
    default: break
    }
    switch (first, second, third) {
    case (0xE2, 0x88, 0x92): return printed(.minus, length: 3)
    case (0xE2, 0x8B, 0x85): return printed(.times, length: 3)
    case (0xE2, 0x89, 0xA4): return printed(.atMost, length: 3)
    case (0xE2, 0x89, 0xA5): return printed(.atLeast, length: 3)
    case (0xE2, 0x89, 0xA0): return printed(.unequal, length: 3)
    default: return nil
    }
  }

  private mutating func printed(_ symbol: Token.Symbol, length: Int) -> Token.Symbol {
    advance(to: offset + length)
    return symbol
  }

  private func twoByteSymbol(_ first: UInt8) -> Token.Symbol? {
    switch first {
    case UInt8(ascii: "<"): .atMost
    case UInt8(ascii: ">"): .atLeast
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "!"): .unequal
    default: nil
    }
  }

  private func oneByteSymbol(_ byte: UInt8) -> Token.Symbol? {
    switch byte {
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .times
    case UInt8(ascii: "/"): .over
    case UInt8(ascii: "^"): .power
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: ")"): .closeParenthesis
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "}"): .closeBrace
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."): .dot
    default: nil
    }
  }

  /// Moves behind spaces, line breaks, and the no-break and thin spaces of typeset text.
  mutating func skipSpaces() {
    while offset < bytes.count {
      let length = spaceLength(at: offset)
      guard length > 0 else { return }
      advance(to: offset + length)
    }
  }

  private func spaceLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0x89 || bytes[index + 2] == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// The length of the space that ends at an index, or nil where there is none.
  func spaceBefore(_ end: Int) -> Int? {
    (1...3).first { length in
      end >= length && spaceLength(at: end - length) == length
    }
  }
}
