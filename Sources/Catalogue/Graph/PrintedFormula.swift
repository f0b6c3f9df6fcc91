import Expressions

/// A formula as it is written on paper: `2*h_2^3 - alpha` is 2·h₂³ − α.
func printed(_ text: String) -> String {
  var printer = FormulaPrinter(rest: Array(text)[...])
  return printer.written()
}

/// Reads a formula piece by piece, and writes each as mathematics has it.
private struct FormulaPrinter {
  var rest: ArraySlice<Character>

  mutating func written() -> String {
    var result = ""
    while let character = rest.first {
      if isDigit(character) {
        result += number()
      } else if character.isLetter {
        result += word()
      } else {
        rest = rest.dropFirst()
        switch character {
        case "_": result += lowered() ?? "_"
        case "^": result += raised() ?? "^"
        case "-": result += "−"
        case "*": result += "·"
        default: result.append(character)
        }
      }
    }
    return result
  }

  /// A name, or a function's name before its arguments, which stays as it is.
  private mutating func word() -> String {
    let word = take { $0.isLetter || isDigit($0) || $0 == "_" }
    return rest.first == "(" ? word : printedName(word)
  }

  /// A number; `2.5e-3` is 2.5×10⁻³.
  private mutating func number() -> String {
    let mantissa = take { isDigit($0) || $0 == "." }
    guard rest.first == "e" else { return mantissa }
    var ahead = self
    ahead.rest = ahead.rest.dropFirst()
    if ahead.rest.first == "+" { ahead.rest = ahead.rest.dropFirst() }
    guard let exponent = ahead.raised() else { return mantissa }
    self = ahead
    return mantissa == "1" || mantissa == "1.0" ? "10" + exponent : "\(mantissa)×10\(exponent)"
  }

  /// The digits of a subscript.
  private mutating func lowered() -> String? {
    let digits = take(isDigit)
    return digits.isEmpty ? nil : loweredDigits(digits)
  }

  /// A whole exponent, with its sign; nil where it is anything else.
  private mutating func raised() -> String? {
    var ahead = self
    let isNegative = ahead.rest.first == "-"
    if isNegative { ahead.rest = ahead.rest.dropFirst() }
    let digits = ahead.take(isDigit)
    guard !digits.isEmpty, ahead.rest.first.map({ !$0.isLetter && $0 != "." }) ?? true else { return nil }
    self = ahead
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (isNegative ? "⁻" : "") + String(digits.compactMap(\.wholeNumberValue).map { raised[$0] })
  }

  private mutating func take(_ belongs: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest.dropFirst(taken.count)
    return String(taken)
  }
}

private func isDigit(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }
