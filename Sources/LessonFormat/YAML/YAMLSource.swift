import SourceText

/// The bytes that libyaml reads, and the way back from its marks to the author's file.
///
/// libyaml counts characters; everything here counts bytes.
struct YAMLSource {
  /// The document's bytes, without a byte order mark.
  let bytes: [UInt8]
  /// The first byte of a character that YAML forbids.
  let firstForbidden: Int?
  private let text: MappedText
  /// How many bytes of the text stand before `bytes`.
  private let skipped: Int
  /// The offset of each character; empty where all are one byte long.
  private let characterOffsets: [Int]

  /// Reads the characters of a text.
  init(_ text: MappedText) {
    let utf8 = Array(text.text.utf8)
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.text = text
    self.skipped = utf8.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    let bytes = Array(utf8[skipped...])
    let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
    self.bytes = bytes
    self.firstForbidden = Self.firstForbidden(in: bytes)
    self.characterOffsets = starts.count == bytes.count ? [] : starts
  }

  /// The byte offset of a character.
  func byteOffset(ofCharacter index: Int) -> Int {
    if characterOffsets.isEmpty { return min(index, bytes.count) }
    return index < characterOffsets.count ? characterOffsets[index] : bytes.count
  }

  /// The place of a range of bytes in the author's file.
  func span(_ range: Range<Int>) -> Span {
    text.span(of: range.lowerBound + skipped..<range.upperBound + skipped)
  }

  /// Adds a range of bytes as it stands, each byte leading to its own place.
  func appendVerbatim(_ range: Range<Int>, to result: inout MappedText) {
    guard !range.isEmpty else { return }
    let whole = span(range)
    if whole.count == range.count {
      result.append(String(decoding: bytes[range], as: UTF8.self), from: whole)
      return
    }
    // The stretch was put together from several places, such as the lines of a quote: go by characters.
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      result.append(String(decoding: bytes[start..<end], as: UTF8.self), from: span(start..<end))
      start = end
    }
  }

  /// YAML allows a tab, line breaks and what can be printed; libyaml would stop without a place.
  private static func firstForbidden(in bytes: [UInt8]) -> Int? {
    for (index, byte) in bytes.enumerated() {
      if byte >= 0x20 && byte < 0x7F { continue }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let afterNext = index + 2 < bytes.count ? bytes[index + 2] : 0
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0x7F: return index
      case 0xC2 where next < 0xA0 && next != 0x85: return index
      case 0xEF where next == 0xBB && afterNext == 0xBF: return index
      case 0xEF where next == 0xBF && afterNext >= 0xBE: return index
      default: continue
      }
    }
    return nil
  }
}
