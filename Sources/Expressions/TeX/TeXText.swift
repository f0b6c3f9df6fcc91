/// Pieces of TeX that KaTeX reads as they are meant.
enum TeXText {
  /// A text as `\text{…}`, with everything escaped that TeX would interpret.
  static func quoted(_ text: String) -> String {
    "\\text{\(escaped(text))}"
  }

  /// A name in upright letters.
  static func upright(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
    return isPlain ? "\\mathrm{\(escaped(name).replacingSpaces)}" : quoted(name)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "#", "$", "%", "&", "_", "{", "}": result += "\\\(scalar)"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\\": result += "\\textbackslash{}"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A number, in powers of ten where it is very small or very large.
  static func number(_ number: Double, digits: Int) -> String {
    power(formatSignificant(number, digits))
  }

  /// A number in a formula, where short numbers below 0.01 and from a million on read best as powers of ten.
  static func literal(_ number: Double, digits: Int) -> String {
    guard number.isFinite, number != 0 else { return self.number(number, digits: digits) }
    let decimal = DecimalDigits(number, significant: digits)
    let isLong = decimal.exponent >= 6 && decimal.withoutTrailingZeros.count + 2 <= decimal.exponent
    guard decimal.exponent < -2 || isLong,
      let parts = scientificParts(number, decimal.withoutTrailingZeros.count - 1)
    else { return self.number(number, digits: digits) }
    let power = "10^{\(parts.exponent)}"
    switch parts.mantissa {
    case "1": return power
    case "−1": return "-" + power
    default: return "\(parts.mantissa.replacing("−", with: "-")) \\times \(power)"
    }
  }

  private static func power(_ text: String) -> String {
    let text = text.replacing("−", with: "-").replacing("∞", with: "\\infty")
    guard text.contains("^") else { return text == "NaN" ? "\\text{NaN}" : text }
    return text.replacing("×", with: " \\times ").replacing("^", with: "^{") + "}"
  }
}

extension String {
  /// Spaces that upright letters in mathematics would lose.
  fileprivate var replacingSpaces: String { replacing(" ", with: "\\ ") }
}
