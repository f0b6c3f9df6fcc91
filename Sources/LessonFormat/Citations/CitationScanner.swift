/// Finds citations, `[see @a, p. 3; @b]`, and their keys.
enum CitationScanner {
  /// A work in a citation, as ranges of the text.
  struct Item {
    var prefix: Range<Int>
    /// From the `@` to the end of the key.
    var mention: Range<Int>
    var key: Range<Int>
    var suffix: Range<Int>
    var omitsAuthors: Bool
  }

  /// A citation in brackets.
  struct Group {
    var items: [Item]
    var range: Range<Int>
  }

  /// The key at an `@`; nil inside a word, where no key follows, and where it is a reference to a label.
  static func key(in bytes: Bytes, at start: Int, limit: Int) -> (key: Range<Int>, end: Int)? {
    guard LabelScanner.reference(in: bytes, at: start, limit: limit) == nil,
      !LabelScanner.isPrecededByWord(bytes, start)
    else { return nil }
    if bytes.byte(start + 1) == ASCII.openBrace {
      return enclosedKey(in: bytes, from: start + 2, limit: limit)
    }
    let end = endOfKey(in: bytes, from: start + 1, limit: limit)
    return end > start + 1 ? (start + 1..<end, end) : nil
  }

  /// The citation that begins with a `[`; nil where the brackets hold no key, or something without one.
  static func group(in bytes: Bytes, at start: Int, limit: Int) -> Group? {
    guard bytes.byte(start + 1) != ASCII.caret, let close = closing(in: bytes, from: start + 1, limit: limit),
      let items = items(in: bytes, start + 1..<close)
    else { return nil }
    return Group(items: items, range: start..<close + 1)
  }

  /// The brackets behind a key in running text, which hold a place in the work: `@a [p. 33]`.
  static func locator(in bytes: Bytes, from end: Int, limit: Int) -> Range<Int>? {
    let open = bytes.byte(end) == ASCII.space ? end + 1 : end
    let opensOther = [ASCII.caret, ASCII.exclamationMark, ASCII.equals].contains(bytes.byte(open + 1))
    guard open < limit, bytes.byte(open) == ASCII.openBracket, !opensOther,
      let close = closing(in: bytes, from: open + 1, limit: limit), close > open + 1,
      ![ASCII.openParenthesis, ASCII.openBracket, ASCII.colon].contains(bytes.byte(close + 1)),
      !bytes[open..<close].contains(ASCII.at), firstMarkup(in: bytes, open + 1..<close) == nil
    else { return nil }
    return open..<close + 1
  }

  /// The works in a text with semicolons between them; nil where a part of it names none.
  static func items(in bytes: Bytes, _ range: Range<Int>) -> [Item]? {
    var items: [Item] = []
    var start = range.lowerBound
    while true {
      let end = offset(of: ASCII.semicolon, in: bytes, start..<range.upperBound) ?? range.upperBound
      guard let item = item(in: bytes, start..<end) else { return nil }
      items.append(item)
      guard end < range.upperBound else { return items }
      start = end + 1
    }
  }

  /// The first sign of formatting in a text, in which a citation has none.
  static func firstMarkup(in bytes: Bytes, _ range: Range<Int>) -> Int? {
    first(in: bytes, range) { offset in
      switch bytes[offset] {
      case ASCII.asterisk, ASCII.backtick, ASCII.dollar, ASCII.less, ASCII.tilde: true
      case ASCII.underscore:
        !ASCII.isAlphanumeric(bytes.byte(offset - 1)) && bytes.byte(offset - 1) != ASCII.at
          || !ASCII.isAlphanumeric(bytes.byte(offset + 1))
      // An address would be a link, and take the bracket behind it along.
      case ASCII.colon: bytes.matches("://", at: offset)
      case UInt8(ascii: "w"): bytes.matches("www.", at: offset)
      default: false
      }
    }
  }

  private static func item(in bytes: Bytes, _ range: Range<Int>) -> Item? {
    var start = range.lowerBound
    while let at = offset(of: ASCII.at, in: bytes, start..<range.upperBound) {
      guard let (key, end) = key(in: bytes, at: at, limit: range.upperBound) else {
        start = at + 1
        continue
      }
      let omitsAuthors = at > range.lowerBound && bytes[at - 1] == ASCII.hyphen
      return Item(
        prefix: range.lowerBound..<(omitsAuthors ? at - 1 : at), mention: at..<end, key: key,
        suffix: end..<range.upperBound, omitsAuthors: omitsAuthors)
    }
    return nil
  }

  /// The `]` that closes a bracket; nil where another one opens before it.
  private static func closing(in bytes: Bytes, from start: Int, limit: Int) -> Int? {
    let found = first(in: bytes, start..<max(limit, start)) { offset in
      bytes[offset] == ASCII.closeBracket || bytes[offset] == ASCII.openBracket
    }
    return found.flatMap { bytes[$0] == ASCII.closeBracket ? $0 : nil }
  }

  private static func offset(of byte: UInt8, in bytes: Bytes, _ range: Range<Int>) -> Int? {
    first(in: bytes, range) { bytes[$0] == byte }
  }

  /// The first offset with a property, escapes and entities left out.
  private static func first(
    in bytes: Bytes, _ range: Range<Int>, where isWanted: (Int) -> Bool
  ) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let piece = Unescaping.piece(in: bytes, at: offset) {
        offset = piece.range.upperBound
      } else if isWanted(offset) {
        return offset
      } else {
        offset += 1
      }
    }
    return nil
  }

  // MARK: Keys

  /// Keys in braces may hold anything, `@{https://example.org/a}`; longer ones nobody writes.
  private static let longestKey = 200

  private static func enclosedKey(in bytes: Bytes, from start: Int, limit: Int) -> (Range<Int>, Int)? {
    var end = start
    while end < min(limit, start + longestKey), bytes[end] != ASCII.closeBrace {
      guard bytes[end] != ASCII.newline, bytes[end] != ASCII.openBrace else { return nil }
      end += 1
    }
    guard end > start, end < limit, bytes.byte(end) == ASCII.closeBrace else { return nil }
    return (start..<end, end + 1)
  }

  /// The offset after a key: letters, digits and underscores, with single signs between them.
  private static func endOfKey(in bytes: Bytes, from start: Int, limit: Int) -> Int {
    var end = start
    var offset = start
    while offset < limit {
      let length = LabelScanner.lengthOfNameCharacter(in: bytes, at: offset, limit: limit)
      if length > 0 {
        offset += length
        end = offset
      } else if offset > start, end == offset, isInnerSign(bytes[offset]) {
        offset += 1
      } else {
        break
      }
    }
    return end
  }

  private static func isInnerSign(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.hyphen, ASCII.period, ASCII.colon, ASCII.hash, UInt8(ascii: "/"), UInt8(ascii: "+"),
      UInt8(ascii: "%"), UInt8(ascii: "?"):
      true
    default: false
    }
  }
}
