import Glibc

/// A number's decimal digits, rounded correctly from its exact value.
struct DecimalDigits {
  /// The digits, the first of which is not 0 unless the number is.
  var digits: [UInt8]
  /// The power of ten that the first digit stands for.
  var exponent: Int

  /// The digits of a finite number, rounded to so many.
  ///
  /// The C library rounds the exact binary value (an exact half to even). Only the digits of its output are read,
  /// so that no locale's decimal sign matters.
  init(_ number: Double, significant count: Int) {
    let precision = min(max(count, 1), 800) - 1
    var buffer = [CChar](repeating: 0, count: precision + 16)
    let capacity = buffer.count
    let length = withVaList([Int32(precision), number.magnitude]) {
      vsnprintf(&buffer, capacity, "%.*e", $0)
    }
    let text = buffer.prefix(min(max(Int(length), 0), capacity)).map { UInt8(bitPattern: $0) }
    let mark = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
    digits = text[..<mark].filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    exponent = Int(String(decoding: text[mark...].dropFirst(), as: UTF8.self)) ?? 0
  }

  /// The digits without zeros at the end; one is left.
  var withoutTrailingZeros: ArraySlice<UInt8> {
    var end = digits.endIndex
    while end > 1, digits[end - 1] == UInt8(ascii: "0") { end -= 1 }
    return digits[..<end]
  }
}

/// A number to so many significant digits, without zeros at the end: `0.576`, `−3`, `1.23×10^−5`.
///
/// Powers of ten are written out below 10⁻⁴ and from 10¹⁵ on. The minus sign is the real one, U+2212.
public func formatSignificant(_ number: Double, _ digits: Int) -> String {
  if let special = formatSpecial(number) { return special }
  let decimal = DecimalDigits(number, significant: digits)
  let sign = number < 0 ? "−" : ""
  let shown = decimal.withoutTrailingZeros
  if decimal.exponent < -4 || decimal.exponent >= 15 {
    let mantissa = pointed(shown, pointAfter: 1)
    let power = "10^\(decimal.exponent < 0 ? "−" : "")\(abs(decimal.exponent))"
    return sign + (mantissa == "1" ? power : "\(mantissa)×\(power)")
  }
  return sign + pointed(shown, pointAfter: decimal.exponent + 1)
}

/// A number with so many digits after the point: `0.58`, `−2.450`.
public func formatFixed(_ number: Double, _ decimals: Int) -> String {
  if let special = formatSpecial(number) { return special }
  let precision = min(max(decimals, 0), 400)
  var buffer = [CChar](repeating: 0, count: 330 + precision)
  let capacity = buffer.count
  let length = withVaList([Int32(precision), number.magnitude]) {
    vsnprintf(&buffer, capacity, "%.*f", $0)
  }
  let text = buffer.prefix(min(max(Int(length), 0), capacity)).map { UInt8(bitPattern: $0) }
  let digits = text.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  let isZero = digits.allSatisfy { $0 == UInt8(ascii: "0") }
  return (number < 0 && !isZero ? "−" : "") + pointed(digits[...], pointAfter: digits.count - precision)
}

/// A number as a mantissa with so many digits after the point and a power of ten: `1.230×10^−5`.
public func formatScientific(_ number: Double, _ decimals: Int) -> String {
  guard let parts = scientificParts(number, decimals) else { return formatSpecial(number) ?? "0" }
  return "\(parts.mantissa)×10^\(parts.exponent < 0 ? "−" : "")\(abs(parts.exponent))"
}

/// The mantissa, with so many digits after the point, and the power of ten of a number; nil unless it is finite.
public func scientificParts(_ number: Double, _ decimals: Int) -> (mantissa: String, exponent: Int)? {
  guard number.isFinite else { return nil }
  let decimal = DecimalDigits(number, significant: min(max(decimals, 0), 790) + 1)
  return ((number < 0 ? "−" : "") + pointed(decimal.digits[...], pointAfter: 1), decimal.exponent)
}

private func formatSpecial(_ number: Double) -> String? {
  if number.isNaN { return "NaN" }
  if number.isInfinite { return number < 0 ? "−∞" : "∞" }
  return nil
}

/// Digits with the point after so many of them, filled up with zeros on either side.
private func pointed(_ digits: ArraySlice<UInt8>, pointAfter count: Int) -> String {
  let text = String(decoding: digits, as: UTF8.self)
  if count <= 0 { return "0." + String(repeating: "0", count: -count) + text }
  if count >= digits.count { return text + String(repeating: "0", count: count - digits.count) }
  return "\(text.prefix(count)).\(text.dropFirst(count))"
}
