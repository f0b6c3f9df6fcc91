/// A number cut to the digits that are shown.
struct RoundedNumber {
  /// Whether it is below zero; a zero never is.
  let isNegative: Bool
  /// The digits before the point.
  let whole: String
  /// The digits behind it.
  let fraction: String
  /// The power of ten that it is multiplied by, where one is shown.
  let exponent: Int?
  /// The exact value of all of these.
  let value: ExactDecimal

  /// Takes the digits of a mantissa.
  init(_ mantissa: ExactDecimal, exponent: Int?) {
    let mantissa = mantissa.extended(to: 0)
    let decimals = -mantissa.exponent
    let zeros = [UInt8](repeating: 0, count: max(0, decimals + 1 - mantissa.digits.count))
    let digits = (zeros + mantissa.digits).map { $0 + UInt8(ascii: "0") }
    self.isNegative = mantissa.isNegative && !mantissa.isZero
    self.whole = String(decoding: digits.dropLast(decimals), as: UTF8.self)
    self.fraction = String(decoding: digits.suffix(decimals), as: UTF8.self)
    self.exponent = exponent
    self.value = mantissa.scaled(by: exponent ?? 0)
  }

  /// Whether every digit is zero.
  var isZero: Bool { (whole + fraction).utf8.allSatisfy { $0 == UInt8(ascii: "0") } }

  /// The digits with a separator before each three, and the fraction.
  func digits(separator: String?) -> String {
    (separator.map { grouped($0) } ?? whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private func grouped(_ separator: String) -> String {
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { result += separator }
      result.append(digit)
    }
    return result
  }
}
