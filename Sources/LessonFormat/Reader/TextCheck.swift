import SourceText

/// Looks at a lesson's bytes before cmark does.
enum TextCheck {
  /// The diagnostics of bytes that are no text, and a copy without them; nil where all is well.
  ///
  /// Each of them is a question mark in the copy, which is as long as the file: every offset stays what it
  /// is.
  static func repair(_ file: SourceFile) -> (bytes: [UInt8], diagnostics: [Diagnostic])? {
    guard let first = firstInvalid(in: file.bytes[...]) ?? file.bytes.firstIndex(of: 0) else { return nil }
    var bytes = file.bytes
    var diagnostics: [Diagnostic] = []
    if let zero = bytes.firstIndex(of: 0) {
      diagnostics.append(
        Diagnostic(
          .markdown, in: file, at: Span(zero, zero + 1), "a character with the code 0, which no text has",
          help: "delete it"))
    }
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = replacement }
    var invalid = firstInvalid(in: bytes[...])
    if let invalid {
      diagnostics.append(
        Diagnostic(
          .markdown, in: file, at: Span(invalid, invalid + 1), "a byte that is no UTF-8",
          help: "save the file as UTF-8"))
    }
    while let index = invalid {
      bytes[index] = replacement
      invalid = firstInvalid(in: bytes[index...])
    }
    return first < bytes.count ? (bytes, diagnostics) : nil
  }

  private static let replacement = UInt8(ascii: "?")

  /// The offset of the first byte that begins no character.
  private static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] < 0x80 {
        index += 1
      } else if let length = lengthOfCharacter(bytes, at: index) {
        index += length
      } else {
        return index
      }
    }
    return nil
  }

  /// The length of the character at an offset, by the table of well-formed byte sequences of the Unicode
  /// Standard.
  private static func lengthOfCharacter(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.endIndex, second.contains(bytes[index + 1]) else { return nil }
    return bytes[(index + 2)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : nil
  }
}
