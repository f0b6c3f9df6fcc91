extension ClaimScanner {
  /// Takes a power of ten behind a mantissa, or the one that the digits begin: `e-4`, `×10^22`, `10^22`.
  mutating func takeScale(_ digits: inout [UInt8], _ style: inout LiteralStyle) throws(ClaimTextError) {
    if digits == [1, 0], style.decimals == 0, let notation = try takePower(&style) {
      digits = [1]
      style.scale = .barePower(notation)
      style.isNormalized = true
      return
    }
    let start = position
    if takeLetterExponent(&style) { return }
    skipSpace()
    if takeTimes() {
      skipSpace()
      if take("10") {
        let times = text(from: start)
        if let notation = try takePower(&style) {
          style.scale = .power(times: times, notation)
          return
        }
      }
    }
    position = start
  }

  private mutating func takeLetterExponent(_ style: inout LiteralStyle) -> Bool {
    let start = position
    guard let letter = ["e", "E"].first(where: { take($0) }) else { return false }
    let sign = takeSign()
    let written = takeDigits()
    guard !written.isEmpty else {
      position = start
      return false
    }
    setExponent(written, sign, &style)
    style.scale = .letter(letter, hasPlus: sign == "+", width: written.count)
    return true
  }

  private mutating func takeTimes() -> Bool {
    take("\u{D7}") || take("\u{B7}") || take("\u{22C5}") || takeCommand("\\times") || takeCommand("\\cdot")
  }

  /// Takes what stands behind the ten; nil, and nothing taken, where it is no exponent.
  private mutating func takePower(_ style: inout LiteralStyle) throws(ClaimTextError) -> LiteralStyle
    .PowerNotation?
  {
    let start = position
    if take("^") {
      let hasBrace = take("{")
      let sign = takeSign()
      let written = takeDigits()
      if !written.isEmpty, !hasBrace || take("}") {
        if isTeX, !hasBrace, sign != nil || written.count > 1 {
          throw ClaimTextError(
            "in mathematics 10^22 shows as 10²2", help: "the exponent goes in braces: 10^{22}")
        }
        setExponent(written, sign, &style)
        return hasBrace ? .braces : .caret
      }
    } else if takeSuperscript(&style) {
      return .superscript
    }
    position = start
    return nil
  }

  private mutating func takeSuperscript(_ style: inout LiteralStyle) -> Bool {
    let sign = ["\u{207A}", "\u{207B}"].first { take($0) }
    var written: [UInt8] = []
    while let next, let digit = Superscript.digits.firstIndex(of: next) {
      written.append(UInt8(digit))
      position += 1
    }
    guard !written.isEmpty else { return false }
    setExponent(written, sign == "\u{207A}" ? "+" : sign, &style)
    return true
  }

  private func setExponent(_ digits: [UInt8], _ sign: String?, _ style: inout LiteralStyle) {
    // Nine digits cannot overflow, and the limit on exponents refuses what they cut off.
    let size = digits.drop { $0 == 0 }.prefix(9).reduce(0) { $0 * 10 + Int($1) }
    let isNegative = sign != nil && sign != "+"
    style.exponent = isNegative ? -size : size
    style.exponentMinus = isNegative ? sign : nil
  }
}

/// Exponents in Unicode's raised digits.
enum Superscript {
  /// The raised digits from 0 to 9.
  static let digits: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// A number in raised digits.
  static func text(_ number: Int) -> String {
    var result = number < 0 ? "⁻" : ""
    for byte in String(number.magnitude).utf8 {
      result.unicodeScalars.append(digits[min(Int(byte &- UInt8(ascii: "0")), digits.count - 1)])
    }
    return result
  }
}
