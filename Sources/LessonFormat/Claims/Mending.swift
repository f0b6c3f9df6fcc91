/// A literal in the place of one that does not hold.
struct Mending {
  /// The bytes of the text to replace.
  let range: Range<Int>
  /// What stands there instead.
  let replacement: String
  /// What stood there, with its unit.
  let oldValue: ExactDecimal
  /// What stands there now, with its unit.
  let newValue: ExactDecimal

  /// How many digits more than written are tried where a tolerance needs them.
  private static let moreDigits = 20
  /// The most digits of a literal; what is longer belongs in another style.
  private static let digitLimit = 40

  /// Finds the literal that would hold, in the style and precision that the author wrote.
  ///
  /// Nil for relations and words, which are never rewritten, and where no literal of the style would do.
  init?(_ statement: Statement, value: Double) {
    guard let literal = statement.mendable, let exact = ExactDecimal(value) else { return nil }
    let start = Self.decimals(for: exact, like: literal)
    for decimals in start...start + Self.moreDigits {
      let number = literal.style.rounding(exact, decimals: decimals)
      guard number.whole.count + number.fraction.count <= Self.digitLimit else { return nil }
      var candidate = literal
      candidate.value = number.value.scaled(by: literal.style.unit?.power ?? 0)
      guard let allowed = Interval(statement.replacing(candidate)), allowed.contains(value) else { continue }
      range = literal.range
      replacement = literal.style.write(number)
      oldValue = literal.value
      newValue = candidate.value
      return
    }
    return nil
  }

  /// The decimals that the author wrote, or as many significant digits where those would show a bare zero.
  private static func decimals(for value: ExactDecimal, like literal: NumericLiteral) -> Int {
    let style = literal.style
    let written = style.rounding(value, decimals: style.decimals)
    guard written.isZero, !literal.value.isZero, let lead = value.leadingExponent else {
      return style.decimals
    }
    let mantissaLead = lead - (style.unit?.power ?? 0) - (written.exponent ?? 0)
    return min(max(style.decimals, literal.significantDigits - 1 - mantissaLead), digitLimit)
  }
}

extension Statement {
  /// The literal that may be rewritten.
  fileprivate var mendable: NumericLiteral? {
    switch self {
    case .rounds(let literal), .within(_, let literal): literal
    case .about, .almost, .compares, .between, .tuple, .words: nil
    }
  }

  /// The same statement about another number.
  fileprivate func replacing(_ literal: NumericLiteral) -> Statement {
    switch self {
    case .within(let tolerance, _): .within(tolerance, literal)
    case .rounds, .about, .almost, .compares, .between, .tuple, .words: .rounds(literal)
    }
  }
}
