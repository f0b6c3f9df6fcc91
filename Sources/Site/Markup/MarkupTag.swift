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

extension MarkupTag {
  /// Reads a tag with its signs; nil where it is a comment or a declaration.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes.text.dropFirst().dropLast()
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
