/// Reads claims in words: about texts and about conditions.
enum WordReader {
  private static let denials: Set<String> = ["no", "not", "never", "false"]

  /// A text with its white space folded, as a page shows it.
  static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a text says a value.
  static func says(_ text: String, _ value: String) -> Bool {
    folded(text) == folded(value)
  }

  /// Whether words say that a condition is true: all do but `no`, `not …`, `never` and `false`.
  static func truth(_ text: String) throws(ClaimTextError) -> Bool {
    let words = folded(text).lowercased()
    guard !words.isEmpty else { throw ClaimTextError("the claim says nothing", help: "say “indeed” or “no”") }
    let bare = words.drop { $0.isPunctuation }.reversed().drop { $0.isPunctuation }.reversed()
    return !(denials.contains(String(bare)) || String(bare).hasPrefix("not "))
  }

  /// Whether a text claims a number, which no condition is.
  static func isNumeric(_ text: String, isTeX: Bool) -> Bool {
    (try? ClaimReader.read(text, isTeX: isTeX))?.isNumeric ?? false
  }
}
