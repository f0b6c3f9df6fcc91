/// What a document is made of, in order: tags, and what stands between them.
enum MarkupPiece {
  case text(ArraySlice<UInt8>)
  /// A tag, with its own signs.
  case tag(ArraySlice<UInt8>)
}

/// Takes a document apart into tags and texts, whatever it is: what cannot be a tag is text.
///
/// It looks at bytes: a page has ten thousands of tags, of which few are taken apart further.
struct MarkupScanner: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var place = 0

  init(_ document: String) {
    bytes = Array(document.utf8)
  }

  mutating func next() -> MarkupPiece? {
    guard place < bytes.count else { return nil }
    let start = place
    if bytes[start] == UInt8(ascii: "<"), let end = tagEnd(from: start) {
      place = end
      return .tag(bytes[start..<end])
    }
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    return .text(bytes[start..<place])
  }

  /// The place behind the tag that begins at a place; nil where there is none.
  ///
  /// Quoted attributes may hold its sign.
  private func tagEnd(from start: Int) -> Int? {
    guard start + 1 < bytes.count, Self.canBeginTag(bytes[start + 1]) else { return nil }
    if bytes[start...].starts(with: "<!--".utf8) { return commentEnd(from: start + 4) }
    var quote: UInt8?
    for place in (start + 1)..<bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      }
    }
    return nil
  }

  private func commentEnd(from start: Int) -> Int? {
    guard start + 3 <= bytes.count else { return nil }
    return (start...(bytes.count - 3)).first { bytes[$0...].starts(with: "-->".utf8) }.map { $0 + 3 }
  }

  private static func canBeginTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes begin with those of a word.
  func begins(with word: StaticString) -> Bool {
    word.withUTF8Buffer { starts(with: $0) }
  }

  /// Whether the bytes of a word stand somewhere among these.
  func holds(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { holds($0) }
  }

  /// Whether some bytes stand among these.
  func holds(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    return (startIndex...(endIndex - word.count)).contains {
      self[$0] == first && self[$0...].starts(with: word)
    }
  }

  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
