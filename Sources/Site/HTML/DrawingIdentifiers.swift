/// Keeps the identifiers inside drawings apart where the same drawing comes twice on a page.
struct DrawingIdentifiers {
  private var uses: [String: Int] = [:]

  /// The drawing with identifiers that no drawing before it has.
  mutating func unique(_ svg: String) -> String {
    guard let identifier = attribute("id", ofRootOf: svg) else { return svg }
    let use = uses[identifier, default: 0] + 1
    uses[identifier] = use
    guard use > 1 else { return svg }
    // Every identifier in a drawing begins with that of its root, and nothing else on the page does.
    return replacing(identifier, by: "\(identifier)-copy-\(use)", in: svg)
  }

  private func replacing(_ old: String, by new: String, in text: String) -> String {
    let bytes = Array(text.utf8)
    let pattern = Array(old.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var place = 0
    while place < bytes.count {
      if bytes[place] == pattern[0], bytes[place...].starts(with: pattern) {
        result += new.utf8
        place += pattern.count
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// An attribute of a drawing's `<svg>` element.
func attribute(_ name: String, ofRootOf svg: String) -> String? {
  let root = svg.prefix { $0 != ">" }.utf8
  let opening = Array(" \(name)=\"".utf8)
  var rest = root[...]
  while let space = rest.firstIndex(of: UInt8(ascii: " ")) {
    rest = rest[space...]
    if rest.starts(with: opening) {
      let value = rest.dropFirst(opening.count).prefix { $0 != UInt8(ascii: "\"") }
      return value.isEmpty ? nil : String(value)
    }
    rest = rest.dropFirst()
  }
  return nil
}
