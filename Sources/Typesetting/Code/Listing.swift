/// A piece of code in a language.
struct Listing {
  let source: String
  let language: String

  /// The key of its fragment.
  func key(version: String) -> String {
    FragmentKey.text("code", version, JavaScriptLibrary.code.identity, language, source)
  }

  /// Whether the script is to be asked at all.
  var isWorthHighlighting: Bool {
    !source.isEmpty && !Self.plainLanguages.contains(language.lowercased()) && HighlightingCost.allows(source)
  }

  private static let plainLanguages: Set<String> = ["", "text", "txt", "plain", "plaintext", "nohighlight"]

  /// The code as HTML, with highlight.js's classes where it knows the language.
  func highlight(on engines: EnginePool) throws(TypesettingError) -> String {
    // Colours are an extra: code that highlight.js fails at is shown without them.
    guard case .value(let answer) = try engines.call(source, language), answer.utf8.first == UInt8(ascii: "=")
    else { return escaped }
    return String(answer.unicodeScalars.dropFirst())
  }

  /// The code as HTML without colours.
  var escaped: String {
    var html = ""
    html.reserveCapacity(source.utf8.count)
    for character in source.unicodeScalars {
      switch character {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      default: html.unicodeScalars.append(character)
      }
    }
    return html
  }
}
