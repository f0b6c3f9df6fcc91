/// A name in plain text, as it looks in mathematics: `alpha` is α, `yhat` is ŷ, `m_2` and `b1` have lowered digits.
public func printedName(_ name: String) -> String {
  if let letter = plainLetter(name) { return letter }
  // Combining marks, which stand above the letter before them.
  for (suffix, mark) in [("hat", "\u{302}"), ("bar", "\u{304}"), ("tilde", "\u{303}")] {
    if name.hasSuffix(suffix), let letter = plainLetter(String(name.dropLast(suffix.count))) {
      return letter + mark
    }
  }
  let digits = String(name.reversed().prefix { $0.isASCII && $0.isWholeNumber }.reversed())
  var head = name.dropLast(digits.count)
  if head.hasSuffix("_") { head = head.dropLast() }
  guard !digits.isEmpty, !head.isEmpty else { return name }
  return printedName(String(head)) + loweredDigits(digits)
}

/// Digits below the line.
public func loweredDigits(_ digits: String) -> String {
  let lowered = Array("₀₁₂₃₄₅₆₇₈₉")
  return String(digits.map { digit in digit.wholeNumberValue.map { lowered[$0] } ?? digit })
}

/// A single letter, by itself or by its Greek name.
private func plainLetter(_ name: String) -> String? {
  if name.count == 1 { return name }
  if name == "epsilon" { return "ε" }
  return GreekLetters.names.first { $0.value == name }.map { String($0.key) }
}
