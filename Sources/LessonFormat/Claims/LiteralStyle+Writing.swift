extension LiteralStyle {
  /// A number in this style, without its unit.
  func write(_ number: RoundedNumber) -> String {
    let mantissa = sign(of: number) + number.digits(separator: separator)
    guard let exponent = number.exponent else { return mantissa }
    switch scale {
    case .none: return mantissa + defaultTimes + power(exponent, .caret)
    case .letter(let letter, let hasPlus, let width):
      return mantissa + letter + letterExponent(exponent, hasPlus: hasPlus, width: width)
    case .power(let times, let notation): return mantissa + times + power(exponent, notation)
    case .barePower(let notation):
      let isBare = number.whole == "1" && number.fraction.isEmpty
      return (isBare ? sign(of: number) + "10" : mantissa + defaultTimes) + power(exponent, notation)
    }
  }

  private var defaultTimes: String { isTeX ? "\\times10" : "×10" }

  private func sign(of number: RoundedNumber) -> String {
    if number.isNegative { return minus ?? defaultMinus }
    return hasPlus && !number.isZero ? "+" : ""
  }

  /// TeX sets a hyphen as a minus, and a number that a program could read keeps to what programs read.
  private var defaultMinus: String {
    if case .letter = scale { return "-" }
    return isTeX ? "-" : "\u{2212}"
  }

  private func letterExponent(_ exponent: Int, hasPlus: Bool, width: Int) -> String {
    let digits = String(exponent.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    let sign = exponent < 0 ? exponentMinus ?? "-" : hasPlus ? "+" : ""
    return sign + zeros + digits
  }

  private func power(_ exponent: Int, _ notation: PowerNotation) -> String {
    let sign = exponent < 0 ? exponentMinus ?? (isTeX ? "-" : "\u{2212}") : ""
    let written = sign + String(exponent.magnitude)
    switch notation {
    case .superscript: return Superscript.text(exponent)
    case .braces: return "^{\(written)}"
    // TeX raises one character only.
    case .caret: return isTeX && written.count > 1 ? "^{\(written)}" : "^\(written)"
    }
  }
}
