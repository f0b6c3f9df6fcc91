/// Says in our words what KaTeX's messages mean, and how to mend the mistake.
enum KaTeXFailure {
  /// The words for one kind of message: how it begins, and what is said of the rest.
  struct Rule: Sendable {
    let start: String
    let explain: @Sendable (_ rest: String) -> TypesettingError

    init(_ start: String, _ explain: @escaping @Sendable (_ rest: String) -> TypesettingError) {
      self.start = start
      self.explain = explain
    }

    init(_ start: String, _ message: String, help: String? = nil) {
      self.init(start) { _ in TypesettingError(message, help: help) }
    }
  }

  /// The words for a message, which is KaTeX's without the excerpt.
  static func explain(_ message: String) -> TypesettingError {
    let message = oneLine(message)
    for rule in rules where message.hasPrefix(rule.start) {
      return rule.explain(String(message.dropFirst(rule.start.count)))
    }
    return TypesettingError("KaTeX cannot read the formula: \(message)")
  }

  /// Messages quote the formula: they are cut, and show no character that would break or turn a line.
  private static func oneLine(_ message: String) -> String {
    let longest = 160
    let visible = message.unicodeScalars.prefix(longest).map(visible).joined()
    return message.unicodeScalars.count > longest ? visible + "…" : visible
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default:
      return String(scalar)
    }
  }

  private static let rules = structure + scripts + commands + environments + limits
}

extension KaTeXFailure {
  /// The first text in quotation marks.
  static func quotation(in text: String) -> String {
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : text
  }

  /// A text without the quotation marks around it.
  static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// What is said of "'x', got 'y'".
  static func mismatch(_ rest: String) -> TypesettingError {
    let wanted = quotation(in: rest)
    let found = rest.split(separator: ", got ", maxSplits: 1).last.map { unquoted(String($0)) } ?? rest
    return TypesettingError(
      found == "EOF" ? "the formula ends where \(wanted) belongs" : "\(found) stands where \(wanted) belongs")
  }

  /// "argument to '\frac'" with the words in the order of a sentence.
  static func role(_ rest: String) -> String {
    rest.contains("argument to") ? "an argument of \(quotation(in: rest))" : "a group (\(rest))"
  }
}
