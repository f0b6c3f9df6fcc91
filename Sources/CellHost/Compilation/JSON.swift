import Glibc

/// The upper levels of a JSON text that a tool of the toolchain wrote; what is deeper is passed over.
///
/// The tree of a program may be deeper than any stack: nothing here calls itself for what is passed over.
indirect enum JSON: Sendable {
  case null
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])
  /// What is too deep to be of interest.
  case deep

  /// Reads a text; nil where it is no JSON.
  init?(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.readValue(depth: 0) else { return nil }
    self = value
  }

  subscript(name: String) -> JSON? {
    if case .object(let entries) = self { entries[name] } else { nil }
  }

  var elements: [JSON]? {
    if case .list(let elements) = self { elements } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0

  /// Levels that are kept.
  private static let mostDepth = 10

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func next() -> UInt8? {
    while place < bytes.count {
      defer { place += 1 }
      if !" \n\r\t".utf8.contains(bytes[place]) { return bytes[place] }
    }
    return nil
  }

  mutating func readValue(depth: Int) -> JSON? {
    guard let first = next() else { return nil }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < Self.mostDepth else { return skipNested() ? .deep : nil }
      return first == UInt8(ascii: "{") ? readObject(depth: depth) : readList(depth: depth)
    case UInt8(ascii: "\""): return readText().map(JSON.text)
    default:
      let start = place - 1
      while place < bytes.count, !",]} \n".utf8.contains(bytes[place]) { place += 1 }
      return Double(String(decoding: bytes[start..<place], as: UTF8.self)).map(JSON.number) ?? .null
    }
  }

  /// Passes over what stands between the bracket that was read and its partner.
  private mutating func skipNested() -> Bool {
    var depth = 1
    while depth > 0, let byte = next() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""): _ = readText()
      default: break
      }
    }
    return depth == 0
  }

  private mutating func readList(depth: Int) -> JSON? {
    var elements: [JSON] = []
    while let byte = next() {
      if byte == UInt8(ascii: "]") { return .list(elements) }
      if byte != UInt8(ascii: ",") { place -= 1 }
      guard let element = readValue(depth: depth + 1) else { return nil }
      elements.append(element)
    }
    return nil
  }

  private mutating func readObject(depth: Int) -> JSON? {
    var entries: [String: JSON] = [:]
    while let byte = next() {
      if byte == UInt8(ascii: "}") { return .object(entries) }
      if byte == UInt8(ascii: ",") { continue }
      guard byte == UInt8(ascii: "\""), let name = readText(), next() == UInt8(ascii: ":"),
        let value = readValue(depth: depth + 1)
      else { return nil }
      entries[name] = value
    }
    return nil
  }

  /// The text up to its closing quote; of escapes, the names and files of interest have none but these.
  private mutating func readText() -> String? {
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), place < bytes.count {
        text.append(bytes[place])
        place += 1
      } else {
        text.append(byte)
      }
    }
    return nil
  }
}
