/// A page as a strict reader sees it: its elements, and everything that is not well-formed.
///
/// Browsers forgive; this does not, so that a missing end tag or an unescaped character is found.
struct HTMLDocument {
  struct Element {
    var tag: String
    var attributes: [String: String] = [:]
    /// The text inside, that of inner elements too.
    var text = ""
    var parent: Int?

    var classes: [String] { attributes["class"]?.split(separator: " ").map(String.init) ?? [] }
  }

  private(set) var elements: [Element] = []
  private(set) var problems: [String] = []
  private var open: [Int] = []

  private static let void: Set = ["meta", "link", "br", "hr", "img", "input"]

  init(_ bytes: [UInt8]) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  init(_ html: String) {
    var rest = html[...]
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst("<!DOCTYPE html>".count) }
    while !rest.isEmpty {
      let text = rest.prefix { $0 != "<" }
      append(text: text)
      rest = rest[text.endIndex...]
      guard !rest.isEmpty else { break }
      rest = readTag(rest)
    }
    for index in open { problems.append("<\(elements[index].tag)> is never closed") }
    for (id, uses) in Dictionary(grouping: elements.compactMap { $0.attributes["id"] }, by: \.self)
    where uses.count > 1 {
      problems.append("the id \(id) is used \(uses.count) times")
    }
  }

  /// The elements with a class.
  func elements(ofClass name: String) -> [Element] { elements.filter { $0.classes.contains(name) } }

  /// The elements of a kind.
  func elements(_ tag: String) -> [Element] { elements.filter { $0.tag == tag } }

  /// The element with an identifier.
  func element(_ id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

  /// The elements directly inside an element and further down.
  func isInside(_ element: Element, _ isAncestor: (Element) -> Bool) -> Bool {
    var parent = element.parent
    while let index = parent {
      if isAncestor(elements[index]) { return true }
      parent = elements[index].parent
    }
    return false
  }

  private mutating func append(text: Substring) {
    guard !text.isEmpty else { return }
    let decoded = decode(text)
    for index in open { elements[index].text += decoded }
  }

  private mutating func decode(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let place = rest.firstIndex(of: "&") {
      result += rest[..<place]
      let entity = rest[place...].prefix { $0 != ";" }
      switch entity {
      case "&amp": result += "&"
      case "&lt": result += "<"
      case "&gt": result += ">"
      case "&quot": result += "\""
      case "&#39", "&#x27": result += "'"
      case _ where entity.hasPrefix("&#"): result += "?"
      default: problems.append("an unescaped & in “\(text.prefix(60))”")
      }
      rest = rest[entity.endIndex...].dropFirst()
    }
    return result + rest
  }

  private mutating func readTag(_ text: Substring) -> Substring {
    var rest = text.dropFirst()
    if rest.first == "/" {
      let name = rest.dropFirst().prefix { $0 != ">" }
      close(String(name))
      return rest[name.endIndex...].dropFirst()
    }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    guard !name.isEmpty else {
      problems.append("an unescaped < in “\(text.prefix(60))”")
      return rest
    }
    var element = Element(tag: String(name), parent: open.last)
    rest = rest[name.endIndex...]
    rest = readAttributes(rest, into: &element)
    let closesItself = rest.first == "/"
    if closesItself { rest = rest.dropFirst() }
    if rest.first != ">" { problems.append("<\(name)> does not end: “\(rest.prefix(40))”") }
    elements.append(element)
    if !closesItself, !Self.void.contains(element.tag) { open.append(elements.count - 1) }
    return rest.dropFirst()
  }

  private mutating func readAttributes(_ text: Substring, into element: inout Element) -> Substring {
    var rest = text
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first, first != ">", first != "/" else { return rest }
      let name = rest.prefix { $0 != "=" && $0 != ">" && !$0.isWhitespace }
      rest = rest[name.endIndex...]
      var value = ""
      if rest.hasPrefix("=\"") || rest.hasPrefix("='") {
        let quote = rest[rest.index(after: rest.startIndex)]
        let content = rest.dropFirst(2).prefix { $0 != quote }
        value = decode(content)
        rest = rest[content.endIndex...].dropFirst()
      }
      if element.attributes.updateValue(value, forKey: String(name)) != nil {
        problems.append("<\(element.tag)> has \(name) twice")
      }
    }
  }

  private mutating func close(_ name: String) {
    guard let last = open.popLast() else {
      problems.append("</\(name)> closes nothing")
      return
    }
    if elements[last].tag != name {
      problems.append("</\(name)> closes <\(elements[last].tag)>: “\(elements[last].text.prefix(60))”")
    }
  }
}
