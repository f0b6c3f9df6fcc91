/// A formula as it is written on paper: `2*h_2^3 - 1` is 2·h₂³ − 1.
func printed(_ text: String) -> String {
  var result = ""
  var rest = Array(text)[...]
  while let character = rest.popFirst() {
    switch character {
    case "_":
      guard let digits = run(&rest) else { result.append(character); continue }
      result += digits.map { lowered[$0] }
    case "^":
      guard let raised = exponent(&rest) else { result.append(character); continue }
      result += raised
    case "-": result.append("−")
    case "*": result.append("·")
    default: result.append(character)
    }
  }
  return result
}

private let lowered = Array("₀₁₂₃₄₅₆₇₈₉")
private let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

/// Takes the digits that come next, where no letter or point follows that belongs to them.
private func run(_ rest: inout ArraySlice<Character>) -> [Int]? {
  let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
  let next = rest.dropFirst(digits.count).first
  guard !digits.isEmpty, next.map({ !$0.isLetter && $0 != "." && $0 != "_" }) ?? true else { return nil }
  rest = rest.dropFirst(digits.count)
  return digits.compactMap(\.wholeNumberValue)
}

/// Takes a whole exponent, with its sign.
private func exponent(_ rest: inout ArraySlice<Character>) -> String? {
  var after = rest
  let isNegative = after.first == "-" || after.first == "−"
  if isNegative { after = after.dropFirst() }
  guard let digits = run(&after) else { return nil }
  rest = after
  return (isNegative ? "⁻" : "") + String(digits.map { raised[$0] })
}
