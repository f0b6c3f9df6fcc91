import Expressions

/// Shows a computed value beside the claim that it breaks.
enum ComputedText {
  /// The fewest digits: more than most claims have.
  private static let fewestDigits = 6
  /// The most: beyond them another processor may round differently.
  private static let mostDigits = 12

  /// A number in the style of a literal, with a few more digits.
  static func text(_ number: Double, like literal: NumericLiteral) -> String {
    guard let exact = ExactDecimal(number) else { return nonFinite(number) }
    let digits = min(max(fewestDigits, literal.significantDigits + 3), mostDigits)
    return literal.style.write(literal.style.shortening(exact, toSignificant: digits))
      + literal.style.unitText
  }

  /// A value in the style of the entry that claims it.
  static func text(_ value: Value, like statement: Statement) -> String {
    switch value {
    case .number(let number):
      var plain = NumericLiteral(
        value: ExactDecimal(digits: [], exponent: 0), style: LiteralStyle(), range: 0..<0)
      if let literal = statement.literal { plain = literal }
      return text(number, like: plain)
    case .boolean(let truth): return "\(truth)"
    case .text(let text): return "“\(excerpt(text))”"
    case .vector, .matrix, .list, .record, .function: return "several values"
    }
  }

  /// An infinity, or what is no number at all.
  static func nonFinite(_ number: Double) -> String {
    if number.isNaN { return "not a number" }
    return number < 0 ? "\u{2212}∞" : "∞"
  }
}
