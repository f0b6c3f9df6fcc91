import Expressions

/// A column of numbers as a table prints them, with 12 significant digits at most.
///
/// Powers of ten are raised. Thousands are set apart where a number has five digits or more before the point, so that
/// long ones can be read and years stay years.
public func printedNumbers(_ numbers: [Double]) -> [String] {
  let texts = numbers.map { formatSignificant($0, 12) }
  let hasLongOnes = texts.contains { wholeDigits($0) >= 5 }
  return texts.map { withRaisedPower($0) ?? (hasLongOnes ? withSeparators($0) : $0) }
}

/// A number with so many significant digits at most, its power of ten raised.
public func printed(_ number: Double, digits: Int) -> String {
  let text = formatSignificant(number, digits)
  return withRaisedPower(text) ?? text
}

/// The text with the exponent of its power of ten raised; nil where it has none.
private func withRaisedPower(_ text: String) -> String? {
  guard let power = text.firstRange(of: "10^") else { return nil }
  return text[..<power.lowerBound] + "10" + text[power.upperBound...].map(raised)
}

/// How many digits stand before the point.
private func wholeDigits(_ text: String) -> Int {
  text.contains("^") ? 0 : text.prefix { $0 != "." }.count { $0.isNumber }
}

private func withSeparators(_ text: String) -> String {
  let sign = text.hasPrefix("−") ? "−" : ""
  let whole = text.dropFirst(sign.count).prefix { $0 != "." }
  let rest = text.dropFirst(sign.count + whole.count)
  guard whole.count > 3, whole.allSatisfy(\.isNumber) else { return text }
  var grouped = ""
  for (index, digit) in whole.enumerated() {
    if index > 0 && (whole.count - index) % 3 == 0 { grouped += "," }
    grouped.append(digit)
  }
  return sign + grouped + rest
}

private func raised(_ character: Character) -> Character {
  switch character {
  case "−": "⁻"
  case "0": "⁰"
  case "1": "¹"
  case "2": "²"
  case "3": "³"
  case "4": "⁴"
  case "5": "⁵"
  case "6": "⁶"
  case "7": "⁷"
  case "8": "⁸"
  case "9": "⁹"
  default: character
  }
}
