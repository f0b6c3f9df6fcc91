/// Reads a text byte for byte.
struct ByteScanner {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// What has not been read.
  var rest: ArraySlice<UInt8> { bytes[place...] }

  /// Reads a text where it stands next.
  mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  /// Reads letters, digits and hyphens.
  mutating func word() -> String {
    text(while: Self.isWord)
  }

  /// Reads what stands before a character, or before the end.
  mutating func text(to character: Unicode.Scalar) -> String {
    text { $0 != UInt8(ascii: character) }
  }

  private mutating func text(while isPart: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, isPart(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
