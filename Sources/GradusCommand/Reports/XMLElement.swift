/// An element of an XML document.
struct XMLElement {
  let name: String
  var attributes: [(String, String)]
  /// The text in it, before its children.
  var content: String
  var children: [XMLElement] = []

  init(_ name: String, _ attributes: [(String, String)] = [], text: String = "") {
    self.name = name
    self.attributes = attributes
    content = text
  }

  /// The element with all in it, each on lines of its own.
  func text(indent: String = "") -> String {
    let list = attributes.map { " \($0.0)=\"\(Self.escaped(attribute: $0.1))\"" }.joined()
    guard !content.isEmpty || !children.isEmpty else { return "\(indent)<\(name)\(list)/>\n" }
    let inner = children.map { $0.text(indent: indent + "  ") }.joined()
    let end = inner.isEmpty ? "" : "\n\(inner)\(indent)"
    return "\(indent)<\(name)\(list)>\(Self.escaped(content))\(end)</\(name)>\n"
  }

  /// Text between tags.
  ///
  /// A carriage return would be read as a line feed, and `]]>` may stand in no text. What no document may hold, not
  /// even as a reference, becomes a sign.
  private static func escaped(_ text: String) -> String {
    text.escaping { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\r": "&#13;"
      case "\t", "\n": nil
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      case "\u{7F}"..."\u{9F}": "&#\(scalar.value);"
      default: nil
      }
    }
  }

  /// Text between quotes, where white space would be read as spaces.
  private static func escaped(attribute: String) -> String {
    escaped(attribute).escaping { scalar in
      switch scalar {
      case "\"": "&quot;"
      case "\t": "&#9;"
      case "\n": "&#10;"
      default: nil
      }
    }
  }
}
