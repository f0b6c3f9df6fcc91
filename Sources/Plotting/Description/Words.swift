/// Small pieces of English.
enum Words {
  /// “1 point”, “2 points”, “3 classes”.
  static func count(_ count: Int, _ noun: String) -> String {
    let ending = noun.hasSuffix("s") || noun.hasSuffix("x") ? "es" : "s"
    return "\(NumberText.grouped(count)) \(noun)\(count == 1 ? "" : ending)"
  }

  /// “a, b and c”.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The text with a capital at its start.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A number as it is read out.
  static func number(_ value: Double) -> String {
    NumberText.short(value)
  }
}
