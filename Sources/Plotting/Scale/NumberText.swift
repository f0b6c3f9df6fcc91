/// Numbers as they are printed in a chart: a real minus sign, separators, no noise of binary fractions.
package enum NumberText {
  static let minus = "\u{2212}"

  /// Where plain digits end and powers of ten begin.
  private static let plainExponents = -4...6

  private static let notFinite = "not finite"

  /// A number with so many digits after the decimal point.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return notFinite }
    let digits = DecimalDigits(value).rounded(toDecimals: decimals)
    let fraction = decimals > 0 ? "." + digits.fraction(decimals) : ""
    return sign(of: value, digits) + grouped(digits.whole) + fraction
  }

  /// A number as a few digits times a power of ten.
  package static func scientific(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return notFinite }
    let digits = DecimalDigits(value).rounded(toSignificant: decimals + 1)
    guard !digits.digits.isEmpty else { return "0" }
    let first = String(digits.digits[0])
    let rest = digits.digits.dropFirst().map(String.init).joined()
    let zeros = String(repeating: "0", count: max(0, decimals - rest.count))
    let mantissa = decimals > 0 ? "\(first).\(rest)\(zeros)" : first
    let power = powerOfTen(digits.exponent)
    return sign(of: value, digits) + (mantissa == "1" ? power : "\(mantissa)×\(power)")
  }

  /// A number with at most so many digits, and no more than it needs.
  package static func short(_ value: Double, digits count: Int = 4) -> String {
    guard value.isFinite else { return notFinite }
    let digits = DecimalDigits(value).rounded(toSignificant: count)
    guard plainExponents.contains(digits.exponent) else {
      return scientific(value, decimals: max(0, digits.digits.count - 1))
    }
    // A whole number keeps all its digits: 12,345 must not read 12,340.
    let whole = DecimalDigits(value)
    let kept = whole.decimals == 0 && whole.exponent < 7 ? whole : digits
    let fraction = kept.decimals > 0 ? "." + kept.fraction(kept.decimals) : ""
    return sign(of: value, kept) + grouped(kept.whole) + fraction
  }

  /// A whole number with separators.
  package static func grouped(_ count: Int) -> String {
    (count < 0 ? minus : "") + grouped(String(count.magnitude))
  }

  /// Ten to a whole power, its exponent raised.
  static func powerOfTen(_ exponent: Int) -> String {
    "10" + superscript(exponent)
  }

  private static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let raised = String(number.magnitude).utf8.map { digits[Int($0 - UInt8(ascii: "0"))] }
    return (number < 0 ? "⁻" : "") + String(raised)
  }

  /// Commas between groups of three, from five digits on: a year stays a year.
  private static func grouped(_ digits: String) -> String {
    guard digits.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }

  private static func sign(of value: Double, _ digits: DecimalDigits) -> String {
    value < 0 && !digits.digits.isEmpty ? minus : ""
  }
}
