/// HTML as it is written: markup comes from literals alone, everything else is escaped.
struct HTMLBuffer {
  /// What was written.
  private(set) var string = ""

  /// Adds markup that stands in the program.
  mutating func markup(_ literal: StaticString) {
    string += literal.description
  }

  /// Adds text, escaped.
  mutating func text(_ text: String) {
    string.appendEscaped(text)
  }

  /// Adds HTML that the typesetter or another part of the program made.
  mutating func fragment(_ html: String) {
    string += html
  }

  /// Opens an element; an attribute without a value is left out.
  mutating func open(_ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
    string += "<"
    string += tag.description
    for (name, value) in attributes {
      guard let value else { continue }
      string += " "
      string += name.description
      string += "=\""
      string.appendEscaped(value)
      string += "\""
    }
    string += ">"
  }

  /// Closes an element.
  mutating func close(_ tag: StaticString) {
    string += "</"
    string += tag.description
    string += ">"
  }

  /// Writes an element that holds text.
  mutating func element(
    _ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ text: String
  ) {
    open(tag, attributes)
    self.text(text)
    close(tag)
  }
}

extension String {
  /// Adds a text with the characters escaped that mean something in HTML, inside and outside of attributes.
  fileprivate mutating func appendEscaped(_ text: String) {
    guard text.utf8.contains(where: Self.isSpecial) else {
      self += text
      return
    }
    var rest = text[...]
    while let place = rest.utf8.firstIndex(where: Self.isSpecial) {
      self += rest[..<place]
      switch rest.utf8[place] {
      case UInt8(ascii: "&"): self += "&amp;"
      case UInt8(ascii: "<"): self += "&lt;"
      case UInt8(ascii: ">"): self += "&gt;"
      default: self += "&quot;"
      }
      rest = rest[rest.utf8.index(after: place)...]
    }
    self += rest
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }
}
