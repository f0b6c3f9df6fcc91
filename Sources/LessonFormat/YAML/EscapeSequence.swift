/// An escape in a double-quoted scalar.
struct EscapeSequence {
  /// What it stands for.
  var text: String
  /// How many bytes it takes, with its backslash.
  var length: Int

  /// Reads the escape whose backslash is at an offset; libyaml has already refused what is none.
  init(in bytes: [UInt8], at offset: Int, before end: Int) {
    let letter = offset + 1 < end ? bytes[offset + 1] : UInt8(ascii: "\\")
    switch letter {
    case UInt8(ascii: "x"): self.init(hexadecimal: bytes, from: offset + 2, digits: 2, before: end)
    case UInt8(ascii: "u"): self.init(hexadecimal: bytes, from: offset + 2, digits: 4, before: end)
    case UInt8(ascii: "U"): self.init(hexadecimal: bytes, from: offset + 2, digits: 8, before: end)
    default:
      self.init(text: Self.letters[letter] ?? String(decoding: [letter], as: UTF8.self), length: 2)
    }
  }

  private init(hexadecimal bytes: [UInt8], from start: Int, digits: Int, before end: Int) {
    let written = bytes[min(start, end)..<min(start + digits, end)]
    let code = UInt32(String(decoding: written, as: UTF8.self), radix: 16)
    let text = code.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "\u{FFFD}"
    self.init(text: text, length: 2 + digits)
  }

  private init(text: String, length: Int) {
    self.text = text
    self.length = length
  }

  private static let letters: [UInt8: String] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t",
    UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r",
    UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
    UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]
}
