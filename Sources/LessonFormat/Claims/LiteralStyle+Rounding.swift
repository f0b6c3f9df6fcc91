extension LiteralStyle {
  /// Powers of ten that a number without one still shows in full.
  private static let plainRange = -7...15

  /// A value as this style shows it, with so many digits behind the point.
  func rounding(_ value: ExactDecimal, decimals: Int) -> RoundedNumber {
    let scaled = value.scaled(by: -(unit?.power ?? 0))
    guard scale != .none else { return RoundedNumber(scaled.rounded(to: -decimals), exponent: nil) }
    var power = exponent(for: scaled)
    var mantissa = scaled.scaled(by: -power).rounded(to: -decimals)
    // 9.99 becomes 10.0 where it is rounded: one digit before the point again is 1.00.
    if isNormalized, mantissa.leadingExponent == 1 {
      power += 1
      mantissa = scaled.scaled(by: -power).rounded(to: -decimals)
    }
    return RoundedNumber(mantissa, exponent: power)
  }

  /// A value as this style shows it, with so many digits in all, zeros at the end dropped.
  func shortening(_ value: ExactDecimal, toSignificant count: Int) -> RoundedNumber {
    let short = value.scaled(by: -(unit?.power ?? 0)).shortened(toSignificant: count)
    let isPlain = scale == .none && Self.plainRange.contains(short.leadingExponent ?? 0)
    guard !isPlain else { return RoundedNumber(short, exponent: nil) }
    let power = exponent(for: short)
    return RoundedNumber(short.scaled(by: -power), exponent: power)
  }

  /// The power of ten that a number is shown with: its own, or the one written where the author chose another.
  private func exponent(for number: ExactDecimal) -> Int {
    guard let lead = number.leadingExponent else { return exponent }
    let keepsWritten = scale != .none && !isNormalized && abs(lead - exponent) < 9
    return keepsWritten ? exponent : lead
  }
}
