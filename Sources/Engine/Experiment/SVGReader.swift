/// Reads the elements of an SVG.
struct SVGReader {
  private let bytes: [UInt8]
  private var place = 0
  /// Groups deeper than this are taken as they are.
  private static let deepest = 16

  /// A picture taken apart.
  struct Picture {
    var opening: String
    var elements: [SVGElement]
  }

  /// Reads a picture; nil where the text is no well-formed SVG element.
  static func picture(_ svg: String) -> Picture? {
    var reader = SVGReader(bytes: Array(svg.utf8))
    guard svg.hasPrefix("<svg"), let end = reader.tagEnd(from: 0) else { return nil }
    reader.place = end
    guard let (elements, _) = reader.elements(depth: 0) else { return nil }
    return Picture(opening: reader.text(0, end), elements: elements)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The elements up to the end of what holds them, and whether there is nothing but space between them.
  private mutating func elements(depth: Int) -> (elements: [SVGElement], areAll: Bool)? {
    var elements: [SVGElement] = []
    var areAll = true
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")), let end = tagEnd(from: start) {
      areAll =
        areAll && bytes[place..<start].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      place = end
      if bytes[start...].starts(with: "</".utf8) { return (elements, areAll) }
      guard bytes[end - 2] != UInt8(ascii: "/") else {
        elements.append(.whole(text(start, end)))
        continue
      }
      guard let element = element(from: start, opening: end, depth: depth) else { return nil }
      elements.append(element)
    }
    return nil
  }

  /// The element whose opening tag ends where the reader stands.
  private mutating func element(from start: Int, opening: Int, depth: Int) -> SVGElement? {
    guard depth < Self.deepest else {
      guard skip() else { return nil }
      return .whole(text(start, place))
    }
    guard let (elements, areAll) = elements(depth: depth + 1) else { return nil }
    let tag = text(start, opening)
    let isGroup = (tag.hasPrefix("<g ") || tag == "<g>") && areAll && !elements.isEmpty
    let whole = text(start, place)
    return isGroup ? .group(text: whole, opening: tag, elements: elements) : .whole(whole)
  }

  /// Passes the rest of an element, however deep; false where it does not end.
  private mutating func skip() -> Bool {
    var depth = 1
    while depth > 0 {
      guard let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")), let end = tagEnd(from: start)
      else {
        return false
      }
      if bytes[start...].starts(with: "</".utf8) {
        depth -= 1
      } else if bytes[end - 2] != UInt8(ascii: "/") {
        depth += 1
      }
      place = end
    }
    return true
  }

  /// The place behind the tag that begins at a place; quoted attributes may hold its sign.
  private func tagEnd(from start: Int) -> Int? {
    var isQuoted = false
    for place in start..<bytes.count {
      if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[place] == UInt8(ascii: ">"), !isQuoted { return place + 1 }
    }
    return nil
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
