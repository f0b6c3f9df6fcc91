import SourceText

/// The shape of an inserted value: a number of zeros that stands for all of its style.
///
/// `0`, `0.00`, `0,000`, `0,000.0`, `0%`, `0.0 %`, `0.00e0`, `0.00e+00`, `0.00×10^0` and `0.0 billion` are shapes.
/// So is everything else that a claim could say of zero.
struct ValueShape {
  /// The most digits behind the point.
  private static let decimalLimit = 12

  /// How numbers are written.
  let style: LiteralStyle

  /// Reads a title.
  init(_ title: String) throws(ClaimTextError) {
    let help = "write a shape such as 0.00, 0.0%, 0,000 or 0.00e0"
    var scanner = try ClaimScanner(title, isTeX: false)
    scanner.readsShape = true
    let literal = try scanner.takeLiteral()
    scanner.skipSpace()
    guard scanner.isAtEnd, let literal, literal.value.isZero, literal.style.minus == nil,
      !literal.style.hasPlus,
      literal.style.exponent == 0
    else {
      throw ClaimTextError("the title “\(excerpt(title))” is no shape of a number", help: help)
    }
    guard literal.style.decimals <= Self.decimalLimit else {
      throw ClaimTextError(
        "a shape of \(literal.style.decimals) digits behind the point; at most \(Self.decimalLimit) are shown"
      )
    }
    style = literal.style
  }

  /// A number in this shape.
  func format(_ number: ExactDecimal) -> FormattedValue {
    let rounded = style.rounding(number, decimals: style.decimals)
    // Beyond twelve digits another processor may round differently: those are not shown.
    let excess = rounded.value.digits.count - ValueFormat.mostDigits
    let decimals = max(0, style.decimals - max(0, excess))
    let shown = decimals == style.decimals ? rounded : style.rounding(number, decimals: decimals)
    return FormattedValue(shown, style: style)
  }
}
