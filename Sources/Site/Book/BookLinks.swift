/// Moves a lesson's text into the book: its identifiers become those of the whole, and its links stay within where they
/// can.
///
/// It reads the text that the page shows, so that whatever a page can hold is moved in the same way.
struct BookLinks: Sendable {
  private let outline: Outline
  /// The lessons of the book by the addresses of their pages from the top of the site.
  private let lessons: [String: Int]

  init(_ outline: Outline) {
    self.outline = outline
    lessons = Dictionary(
      outline.order.map { (relativeURL(from: Outline.book, to: outline.pages[$0]), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static let identifiers: Set = ["id", "for", "name"]
  private static let references: Set = [
    "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "headers", "list",
  ]

  /// A drawing that is being read: the identifiers within it begin with its own, wherever they stand.
  private struct Drawing {
    let identifier: String
    /// How many elements of its kind are open.
    var depth: Int
  }

  /// The text of a lesson as it stands in the book.
  func moved(_ html: String, of lesson: Int) -> String {
    let prefix = outline.bookAnchor(of: lesson) + "-"
    var result: [UInt8] = []
    result.reserveCapacity(html.utf8.count)
    var drawing: Drawing?
    for piece in MarkupScanner(html) {
      switch piece {
      case .text(let text): result += drawing.map { prefixed(text, $0.identifier, prefix) } ?? text
      case .tag(let tag):
        // The last tag of a drawing ends it, and has no identifiers.
        if drawing != nil || tag.begins(with: "<svg") { follow(tag, &drawing) }
        if let drawing {
          result += prefixed(tag, drawing.identifier, prefix)
        } else if Self.canRefer(tag) {
          result += moved(tag, prefix, of: lesson)
        } else {
          result += tag
        }
      }
    }
    return result[...].text
  }

  private func follow(_ bytes: ArraySlice<UInt8>, _ drawing: inout Drawing?) {
    guard bytes.begins(with: "<svg") || bytes.begins(with: "</svg"), let tag = MarkupTag(bytes), !tag.isEmpty
    else { return }
    if let open = drawing {
      drawing?.depth += tag.isEnd ? -1 : 1
      if open.depth == 1, tag.isEnd { drawing = nil }
    } else if let identifier = tag["id"], !identifier.isEmpty {
      drawing = Drawing(identifier: identifier, depth: 1)
    }
  }

  private func prefixed(_ bytes: ArraySlice<UInt8>, _ identifier: String, _ prefix: String) -> ArraySlice<
    UInt8
  > {
    guard bytes.holds(identifier.utf8) else { return bytes }
    return Array(bytes.text.replacing(identifier, with: prefix + identifier).utf8)[...]
  }

  private static let attributes = (identifiers.union(references).union(["href", "src"])).map {
    Array("\($0)=".utf8)
  }

  /// Which bytes one of those attributes begins with.
  private static let initials = (0..<256).map { byte in attributes.contains { $0.first == UInt8(byte) } }

  /// Whether a tag has an attribute that matters here; of the tags of mathematics none has.
  private static func canRefer(_ tag: ArraySlice<UInt8>) -> Bool {
    for place in tag.indices.dropLast() where tag[place] <= UInt8(ascii: " ") {
      let rest = tag[(place + 1)...]
      guard initials[Int(rest[place + 1])] else { continue }
      if attributes.contains(where: { rest.starts(with: $0) }) { return true }
    }
    return false
  }

  private func moved(_ bytes: ArraySlice<UInt8>, _ prefix: String, of lesson: Int) -> ArraySlice<UInt8> {
    guard var tag = MarkupTag(bytes) else { return bytes }
    var isChanged = false
    for (place, attribute) in tag.attributes.enumerated() {
      guard let value = attribute.value,
        let moved = moved(attribute.name.lowercased(), value, prefix, of: lesson)
      else { continue }
      tag.attributes[place].value = moved
      isChanged = true
    }
    return isChanged ? Array(tag.text.utf8)[...] : bytes
  }

  /// The value of an attribute in the book; nil where it stays as it is.
  private func moved(_ name: String, _ value: String, _ prefix: String, of lesson: Int) -> String? {
    if Self.identifiers.contains(name) { return prefix + value }
    if Self.references.contains(name) {
      return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
    }
    guard name == "href" || name == "src" else { return nil }
    if value.hasPrefix("#") {
      return value == "#" ? fragmentURL(outline.bookAnchor(of: lesson)) : "#" + prefix + value.dropFirst()
    }
    guard let path = path(value, from: outline.pages[lesson]) else { return nil }
    let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let target = lessons[String(parts[0])] else { return path }
    let anchor = outline.bookAnchor(of: target)
    return fragmentURL(parts.count == 2 && !parts[1].isEmpty ? "\(anchor)-" : anchor)
      + (parts.count == 2 ? parts[1] : "")
  }

  /// The address of a file of the site from its top, for one that a page knows relative to itself; nil for another site's.
  private func path(_ address: String, from page: String) -> String? {
    let start = address.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
    guard !start.contains(":"), !address.hasPrefix("/") else { return nil }
    var folders = relativeURL(from: Outline.book, to: page).split(separator: "/").dropLast().map(String.init)
    var rest = address[...]
    while rest.hasPrefix("../") {
      rest = rest.dropFirst(3)
      if !folders.isEmpty { folders.removeLast() }
    }
    return (folders + [String(rest)]).joined(separator: "/")
  }
}
