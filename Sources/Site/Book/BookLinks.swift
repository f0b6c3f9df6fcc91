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

  /// The text of a lesson as it stands in the book.
  func moved(_ html: String, of lesson: Int) -> String {
    let prefix = outline.bookAnchor(of: lesson) + "-"
    var result = ""
    result.reserveCapacity(html.utf8.count)
    // The identifiers within a drawing begin with its own, wherever they stand.
    var drawing: (identifier: String, depth: Int)?
    for piece in MarkupScanner(html) {
      switch piece {
      case .text(let text): result += drawing.map { prefixed(text, $0.identifier, prefix) } ?? String(text)
      case .tag(let text):
        if drawing != nil || text.hasPrefix("<svg") { follow(text, &drawing) }
        if let identifier = drawing?.identifier {
          result += prefixed(text, identifier, prefix)
        } else {
          result += Self.canRefer(text) ? moved(text, prefix, of: lesson) : String(text)
        }
      }
    }
    return result
  }

  private func follow(_ text: Substring, _ drawing: inout (identifier: String, depth: Int)?) {
    guard text.hasPrefix("<svg") || text.hasPrefix("</svg"), let tag = MarkupTag(text), !tag.isEmpty else {
      return
    }
    if let open = drawing {
      drawing = tag.isEnd && open.depth == 1 ? nil : (open.identifier, open.depth + (tag.isEnd ? -1 : 1))
    } else if let identifier = tag["id"] {
      drawing = (identifier, 1)
    }
  }

  private func prefixed(_ text: Substring, _ identifier: String, _ prefix: String) -> String {
    String(text.contains(identifier) ? text.replacing(identifier, with: prefix + identifier) : text)
  }

  /// Most tags name nothing, and need not be taken apart.
  private static func canRefer(_ tag: Substring) -> Bool {
    guard let attribute = tag.firstRange(of: "=") else { return false }
    // Those of mathematics have nothing but classes and styles.
    return !(tag.hasPrefix("<span class") && tag[attribute.upperBound...].firstRange(of: "=") == nil)
  }

  private func moved(_ text: Substring, _ prefix: String, of lesson: Int) -> String {
    guard var tag = MarkupTag(text) else { return String(text) }
    var isChanged = false
    for (place, attribute) in tag.attributes.enumerated() {
      guard let value = attribute.value,
        let moved = moved(attribute.name.lowercased(), value, prefix, of: lesson)
      else { continue }
      tag.attributes[place].value = moved
      isChanged = true
    }
    return isChanged ? tag.text : String(text)
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
