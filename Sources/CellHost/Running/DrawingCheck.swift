/// Checks that a picture is one that `Plotting` could have drawn, before it becomes part of a page.
///
/// A program may write whatever it likes on its channel. Only elements, attributes and styles that drawings have are let
/// through, and no name that is not the picture's own.
struct DrawingCheck {
  private var scanner: ByteScanner
  private let identifier: String
  /// The elements that are open.
  private var open: [String] = []

  private init(_ svg: String, identifier: String) {
    scanner = ByteScanner(svg)
    self.identifier = identifier
  }

  /// Whether a text is a drawing whose names all begin with an identifier.
  static func passes(_ svg: String, identifier: String) -> Bool {
    var check = DrawingCheck(svg, identifier: identifier)
    guard svg.hasPrefix("<svg "), check.readTag() else { return false }
    while !check.open.isEmpty {
      guard check.readText(), check.readTag() else { return false }
    }
    return check.scanner.rest.allSatisfy { $0 == UInt8(ascii: "\n") }
  }

  private static let elements: Set = [
    "svg", "title", "desc", "style", "g", "path", "text", "tspan", "clipPath", "rect",
  ]
  private static let wordElements: Set = ["title", "desc", "text", "tspan"]
  private static let attributes: Set = [
    "aria-labelledby", "clip-path", "d", "data-frames", "data-still", "display", "dx", "dy", "fill",
    "fill-opacity",
    "font-family", "font-size", "font-variant-numeric", "font-weight", "height", "id", "paint-order", "role",
    "shape-rendering", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-width",
    "style",
    "text-anchor", "transform", "viewBox", "width", "x", "xmlns", "y",
  ]

  /// Reads a tag that opens or closes an element.
  private mutating func readTag() -> Bool {
    guard scanner.skip("<") else { return false }
    if scanner.skip("/") {
      let name = scanner.word()
      return scanner.skip(">") && open.popLast() == name
    }
    let name = scanner.word()
    guard Self.elements.contains(name), open.isEmpty == (name == "svg") else { return false }
    while scanner.skip(" ") {
      guard readAttribute(of: name) else { return false }
    }
    if scanner.skip("/>") { return !open.isEmpty }
    open.append(name)
    return scanner.skip(">")
  }

  private mutating func readAttribute(of element: String) -> Bool {
    let name = scanner.word()
    guard Self.attributes.contains(name), scanner.skip("=\"") else { return false }
    let value = scanner.text(to: "\"")
    guard scanner.skip("\"") else { return false }
    switch name {
    case "xmlns": return value == "http://www.w3.org/2000/svg"
    case "id": return value == identifier || value.hasPrefix("\(identifier)-") && Self.isPlain(value)
    case "style": return element == "svg" && isSize(value)
    case "clip-path": return value.hasPrefix("url(#\(identifier)-") && Self.isPlain(value)
    default: return Self.isPlain(value) && !value.contains("url")
    }
  }

  /// Whether a value has no characters but those that drawings need.
  private static func isPlain(_ value: String) -> Bool {
    value.utf8.allSatisfy { byte in
      ByteScanner.isWord(byte) || " .,#()%'_+".utf8.contains(byte)
    }
  }

  /// How a drawing says that it may be made smaller.
  private func isSize(_ style: String) -> Bool {
    style.split(separator: ";").allSatisfy { part in
      part == "max-width:100%" || part == "height:auto"
        || part.hasPrefix("min-width:") && Self.isPlain(String(part.dropFirst("min-width:".count)))
    }
  }

  private mutating func readText() -> Bool {
    let text = scanner.text(to: "<")
    guard let element = open.last, !Self.wordElements.contains(element) else { return true }
    if element == "style" { return DrawingStyle.passes(text, identifier: identifier) }
    return text.utf8.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }
  }
}
