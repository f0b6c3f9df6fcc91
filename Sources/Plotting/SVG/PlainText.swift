/// Text on its way into XML.
enum PlainText {
  /// Text without what XML forbids: control characters become spaces, and what is too long is cut.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(Limits.charactersInText) {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0: result.append(" ")
      // Marks that turn the direction of text around could make a label lie; noncharacters are no XML.
      case 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: continue
      default: result.append(scalar)
      }
    }
    if text.unicodeScalars.count > Limits.charactersInText { result.append("…") }
    return String(result)
  }

  /// Text in which nothing is read as markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
