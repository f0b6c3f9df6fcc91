/// A tag of HTML or SVG, taken apart.
struct MarkupTag {
  /// An attribute; without a value it is only there.
  struct Attribute {
    var name: String
    var value: String?
  }

  /// The element's name as it is written.
  var name: String
  var attributes: [Attribute] = []
  /// Whether the tag ends the element.
  var isEnd = false
  /// Whether the element ends with its tag, as in XML.
  var isEmpty = false

  /// The value of an attribute as it is written; nil where there is none.
  subscript(name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      if let place = attributes.firstIndex(where: { $0.name == name }) {
        if newValue == nil { attributes.remove(at: place) } else { attributes[place].value = newValue }
      } else if let newValue {
        attributes.append(Attribute(name: name, value: newValue))
      }
    }
  }

  /// The tag as it is written.
  var text: String {
    var text = isEnd ? "</\(name)" : "<\(name)"
    for attribute in attributes {
      text += " \(attribute.name)"
      if let value = attribute.value { text += "=\"\(value)\"" }
    }
    return text + (isEmpty ? "/>" : ">")
  }
}

/// What a document is made of, in order: tags, and what stands between them.
enum MarkupPiece {
  case text(Substring)
  /// A tag, with its own text.
  case tag(Substring)
}

/// Takes a document apart into tags and texts, whatever it is: what cannot be a tag is text.
struct MarkupScanner: Sequence, IteratorProtocol {
  private var rest: Substring

  init(_ document: some StringProtocol) {
    rest = Substring(document)
  }

  mutating func next() -> MarkupPiece? {
    guard let first = rest.utf8.first else { return nil }
    if first == UInt8(ascii: "<"), let end = tagEnd() { return .tag(take(to: end)) }
    let body = rest.utf8.dropFirst()
    return .text(take(to: body.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex))
  }

  private mutating func take(to end: Substring.Index) -> Substring {
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  /// The place behind the tag at the start; nil where there is none.
  ///
  /// Quoted attributes may hold its sign.
  private func tagEnd() -> Substring.Index? {
    let bytes = rest.utf8
    if rest.hasPrefix("<!--") { return rest.dropFirst(4).firstRange(of: "-->")?.upperBound }
    var quote: UInt8?
    var place = bytes.index(after: bytes.startIndex)
    guard place < bytes.endIndex, Self.canBeginTag(bytes[place]) else { return nil }
    while place < bytes.endIndex {
      let byte = bytes[place]
      bytes.formIndex(after: &place)
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place
      }
    }
    return nil
  }

  private static func canBeginTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }
}

extension MarkupTag {
  /// Reads a tag with its signs; nil where it is a comment or a declaration.
  init?(_ text: Substring) {
    var rest = text.dropFirst().dropLast()
    guard let first = rest.first, first != "!", first != "?" else { return nil }
    isEnd = first == "/"
    if isEnd { rest = rest.dropFirst() }
    if rest.last == "/" {
      isEmpty = true
      rest = rest.dropLast()
    }
    name = String(rest.prefix { !$0.isWhitespace })
    rest = rest.dropFirst(name.count)
    while let attribute = Self.attribute(&rest) { attributes.append(attribute) }
  }

  private static func attribute(_ rest: inout Substring) -> Attribute? {
    rest = rest.drop { $0.isWhitespace }
    let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
    guard !name.isEmpty else { return nil }
    rest = rest[name.endIndex...].drop { $0.isWhitespace }
    guard rest.first == "=" else { return Attribute(name: String(name), value: nil) }
    rest = rest.dropFirst().drop { $0.isWhitespace }
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest[value.endIndex...]
      return Attribute(name: String(name), value: String(value.replacing("\"", with: "&quot;")))
    }
    let value = rest.dropFirst().prefix { $0 != quote }
    rest = rest[value.endIndex...].dropFirst()
    return Attribute(name: String(name), value: String(value.replacing("\"", with: "&quot;")))
  }
}
