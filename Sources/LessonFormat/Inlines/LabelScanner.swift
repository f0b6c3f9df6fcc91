/// Finds labels, `{#eq-x}`, and references to them, `@eq-x`.
enum LabelScanner {
  /// A reference in a text.
  struct Found {
    var kind: Label.Kind
    var name: String
    var range: Range<Int>
  }

  /// The reference at an `@`; nil inside a word, or where no label's kind follows.
  static func reference(in bytes: Bytes, at start: Int, limit: Int) -> Found? {
    guard !isPrecededByWord(bytes, start) else { return nil }
    for kind in Label.Kind.allCases {
      let name = start + 1 + kind.rawValue.utf8.count
      guard bytes.byte(name) == ASCII.hyphen, holds(bytes, kind.rawValue, at: start + 1) else { continue }
      let end = endOfName(in: bytes, from: name + 1, limit: limit)
      guard end > name + 1 else { return nil }
      return Found(kind: kind, name: bytes.string(start + 1..<end), range: start..<end)
    }
    return nil
  }

  /// The offset after the `}` of what looks like a label at a `{#`; nil where no `}` follows on the line.
  static func end(of bytes: Bytes, at start: Int) -> Int? {
    var offset = start + 2
    while offset < bytes.count, bytes[offset] != ASCII.newline, bytes[offset] != ASCII.openBrace {
      if bytes[offset] == ASCII.closeBrace { return offset + 1 }
      offset += 1
    }
    return nil
  }

  /// The `{#…}` at the end of a range, spaces apart.
  static func trailing(in bytes: Bytes, _ range: Range<Int>) -> Range<Int>? {
    let trimmed = bytes.trimming(range)
    guard bytes.byte(trimmed.upperBound - 1) == ASCII.closeBrace else { return nil }
    var start = trimmed.upperBound - 1
    while start > trimmed.lowerBound, bytes[start] != ASCII.openBrace, bytes[start] != ASCII.newline {
      start -= 1
    }
    guard bytes.matches("{#", at: start), bytes.byte(start - 1) != ASCII.backslash else { return nil }
    let standsApart = start == trimmed.lowerBound || ASCII.isSpace(bytes[start - 1])
    return standsApart ? start..<trimmed.upperBound : nil
  }

  /// What a label says, without its braces: nil where it is not of the form `kind-name`.
  static func parts(of bytes: Bytes, _ range: Range<Int>) -> (kind: Label.Kind, name: String)? {
    let inner = range.lowerBound + 2..<max(range.upperBound - 1, range.lowerBound + 2)
    for kind in Label.Kind.allCases where holds(bytes, kind.rawValue, at: inner.lowerBound) {
      let name = inner.lowerBound + kind.rawValue.utf8.count
      guard bytes.byte(name) == ASCII.hyphen, name + 1 < inner.upperBound else { continue }
      guard endOfName(in: bytes, from: name + 1, limit: inner.upperBound) == inner.upperBound else {
        continue
      }
      return (kind, bytes.string(inner))
    }
    return nil
  }

  /// Whether a word can follow the hyphen behind a label's kind.
  static func isName(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      !bytes.isEmpty && endOfName(in: bytes, from: 0, limit: bytes.count) == bytes.count
        && lengthOfNameCharacter(in: bytes, at: 0, limit: bytes.count) > 0
    }
  }

  /// The name that a label can have for some words: in lower case, hyphens where other characters are.
  static func name(of words: String) -> String {
    words.lowercased().unicodeScalars.split { $0 != "_" && !isWord($0) }.map(String.init)
      .joined(separator: "-")
  }

  /// The offset after a name: letters, digits and underscores, with hyphens, dots and colons between them.
  private static func endOfName(in bytes: Bytes, from start: Int, limit: Int) -> Int {
    var end = start
    var offset = start
    while offset < limit {
      let length = lengthOfNameCharacter(in: bytes, at: offset, limit: limit)
      if length > 0 {
        offset += length
        end = offset
      } else if [ASCII.hyphen, ASCII.period, ASCII.colon].contains(bytes[offset]), end == offset {
        offset += 1
      } else {
        break
      }
    }
    return end
  }

  /// The bytes of a letter, a digit or an underscore; 0 for everything else.
  static func lengthOfNameCharacter(in bytes: Bytes, at offset: Int, limit: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 { return ASCII.isAlphanumeric(byte) || byte == ASCII.underscore ? 1 : 0 }
    guard let scalar = scalar(in: bytes, at: offset), isWord(scalar) else { return 0 }
    let length = UTF8.width(scalar)
    return offset + length <= limit ? length : 0
  }

  /// Whether a letter or a digit stands right before an offset.
  static func isPrecededByWord(_ bytes: Bytes, _ offset: Int) -> Bool {
    var start = offset - 1
    guard start >= 0 else { return false }
    if bytes[start] < 0x80 { return ASCII.isAlphanumeric(bytes[start]) || bytes[start] == ASCII.underscore }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(in: bytes, at: start).map(isWord) == true
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func scalar(in bytes: Bytes, at offset: Int) -> Unicode.Scalar? {
    String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  private static func holds(_ bytes: Bytes, _ text: String, at offset: Int) -> Bool {
    var index = offset
    for byte in text.utf8 {
      guard bytes.byte(index) == byte else { return false }
      index += 1
    }
    return true
  }
}
