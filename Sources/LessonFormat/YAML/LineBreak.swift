/// A line break as YAML 1.1 has it, and the text that it stands for.
struct LineBreak {
  /// The bytes of the break.
  var range: Range<Int>
  /// The text: a line feed, or one of the two Unicode separators, which YAML keeps.
  var text: String

  /// Whether it is a plain line break, which folds to a space.
  var folds: Bool { text == "\n" }

  /// The break at an offset, if one is there.
  init?(in bytes: [UInt8], at offset: Int, before end: Int) {
    guard offset < end else { return nil }
    let next = offset + 1 < end ? bytes[offset + 1] : 0
    let afterNext = offset + 2 < end ? bytes[offset + 2] : 0
    switch (bytes[offset], next, afterNext) {
    case (0x0D, 0x0A, _): self.init(range: offset..<offset + 2, text: "\n")
    case (0x0D, _, _), (0x0A, _, _): self.init(range: offset..<offset + 1, text: "\n")
    case (0xC2, 0x85, _): self.init(range: offset..<offset + 2, text: "\n")
    case (0xE2, 0x80, 0xA8): self.init(range: offset..<offset + 3, text: "\u{2028}")
    case (0xE2, 0x80, 0xA9): self.init(range: offset..<offset + 3, text: "\u{2029}")
    default: return nil
    }
  }

  private init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }
}

extension UInt8 {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
