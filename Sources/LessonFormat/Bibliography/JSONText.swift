import SourceText

/// JSON as the YAML that says the same.
///
/// One way of writing separates the two: JSON escapes characters beyond U+FFFF by halves, `\ud83d\ude00`, which YAML
/// writes as `\U0001f600`.
enum JSONText {
  /// The text with whole escapes, which lead back to both halves.
  static func yaml(_ text: String) -> MappedText {
    let bytes = Array(text.utf8)
    let first = bytes.first { $0 > 0x20 }
    guard first == ASCII.openBracket || first == ASCII.openBrace, text.contains("\\u") else {
      return MappedText(text, at: 0)
    }
    var result = MappedText(at: 0)
    var verbatim = 0
    var offset = 0
    while let escape = bytes[offset...].firstIndex(of: ASCII.backslash) {
      offset = min(escape + 2, bytes.count)
      guard let scalar = scalar(in: bytes, at: escape) else { continue }
      offset = escape + 2 * lengthOfHalf
      result.append(String(decoding: bytes[verbatim..<escape], as: UTF8.self), from: Span(verbatim, escape))
      let digits = String(scalar.value, radix: 16)
      let padding = String(repeating: "0", count: 8 - digits.utf8.count)
      result.append("\\U\(padding)\(digits)", from: Span(escape, offset))
      verbatim = offset
    }
    let rest = String(decoding: bytes[verbatim...], as: UTF8.self)
    result.append(rest, from: Span(verbatim, bytes.count))
    return result
  }

  /// A half such as `\ud83d` has six bytes.
  private static let lengthOfHalf = 6

  /// The character whose two halves stand at an offset.
  private static func scalar(in bytes: [UInt8], at offset: Int) -> Unicode.Scalar? {
    guard let high = half(in: bytes, at: offset), (0xD800..<0xDC00).contains(high),
      let low = half(in: bytes, at: offset + lengthOfHalf), (0xDC00..<0xE000).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private static func half(in bytes: [UInt8], at offset: Int) -> UInt32? {
    guard offset + lengthOfHalf <= bytes.count, bytes[offset] == ASCII.backslash,
      bytes[offset + 1] == UInt8(ascii: "u"), bytes[offset + 2] != UInt8(ascii: "+")
    else { return nil }
    return UInt32(String(decoding: bytes[offset + 2..<offset + lengthOfHalf], as: UTF8.self), radix: 16)
  }
}
