/// Reads the title of a claim, `±0.5` or `±2%`.
enum ToleranceReader {
  private static let help = "write ±0.5 or ±2%"

  /// Reads a title.
  static func read(_ title: String) throws(ClaimTextError) -> Tolerance {
    var scanner = try ClaimScanner(title, isTeX: false)
    let isMarked =
      scanner.take("\u{B1}") || scanner.take("+-") || scanner.take("+/-") || scanner.takeCommand("\\pm")
    scanner.skipSpace()
    guard isMarked, let literal = try scanner.takeLiteral() else {
      throw ClaimTextError("the title “\(excerpt(title))” is no tolerance", help: help)
    }
    scanner.skipSpace()
    guard scanner.isAtEnd, literal.style.minus == nil, !literal.style.hasPlus else {
      throw ClaimTextError("the title “\(excerpt(title))” is no tolerance", help: help)
    }
    switch literal.style.unit {
    case .percent: return .relative(literal.value)
    case nil: return .absolute(literal.value)
    case .word:
      throw ClaimTextError("a tolerance has no word: it counts in the unit of the number", help: help)
    }
  }
}
