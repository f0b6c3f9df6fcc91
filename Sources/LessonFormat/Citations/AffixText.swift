/// What an author writes around a key, as it is shown.
enum AffixText {
  /// Words that begin a place in a work.
  private static let places: Set<String> = [
    "p.", "pp.", "page", "pages", "ch.", "chap.", "chapter", "chapters", "sec.", "section", "sections", "§",
    "§§",
    "fig.", "figure", "figures", "table", "tables", "eq.", "equation", "equations", "vol.", "volume", "part",
    "line", "lines", "note", "notes", "appendix", "theorem", "lemma", "n.", "no.", "number",
  ]

  /// What stands before a key, without the spaces around it.
  static func prefix(_ text: String) -> String { collapsed(text) }

  /// What stands behind a key, with a comma before a place in the work and a space before other words.
  static func suffix(_ text: String) -> String {
    let text = collapsed(text)
    guard let first = text.first else { return "" }
    if first == "," {
      let rest = collapsed(String(text.dropFirst()))
      return rest.isEmpty ? "" : ", \(rest)"
    }
    let word = text.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let isPlace = places.contains(word) || first == "§" || first.isNumber
    return isPlace ? ", \(text)" : " \(text)"
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
