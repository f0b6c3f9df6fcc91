extension TeXWriter {
  func sum(_ terms: [Expression.Term]) -> String {
    var tex = ""
    for (index, term) in terms.enumerated() {
      if index > 0 { tex += term.isSubtracted ? " - " : " + " }
      let operand = write(term.operand, in: .product)
      // Two signs in a row are never written on paper.
      tex += index > 0 && operand.hasPrefix("-") ? enclosed(operand) : operand
    }
    return tex
  }

  /// What is divided becomes the numerator of a fraction.
  func product(_ factors: [Expression.Factor]) -> String {
    // Each operand is written once: twice would double the work with every fraction within a fraction.
    let first = write(factors[0].operand)
    var tex = enclosed(first, of: factors[0].operand, in: .product)
    var last = factors[0].operand
    for (index, factor) in factors.enumerated().dropFirst() {
      switch factor.operation {
      case .over:
        let numerator = index == 1 ? first : tex
        tex = "\\frac{\(numerator)}{\(write(factor.operand))}"
      case .times, .juxtaposed:
        let right = signless(factor.operand)
        tex += sign(of: factor, after: last, before: right) + right
      }
      last = factor.operand
    }
    return tex
  }

  /// A dot where the factors would run into one number or look like a call, else a thin space or nothing.
  private func sign(of factor: Expression.Factor, after last: Expression, before right: String) -> String {
    let startsWithDigit = right.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    if startsWithDigit { return " \\cdot " }
    if factor.operation == .juxtaposed { return " " }
    let looksLikeCall = if case .path = last.form { right.hasPrefix("\\left(") } else { false }
    return looksLikeCall ? " \\cdot " : " \\, "
  }

  func derivative(of body: Expression, by variable: Path) -> String {
    let below = "\\partial \(write(variable))"
    if case .path = body.form { return "\\frac{\\partial \(write(body))}{\(below)}" }
    return "\\frac{\\partial}{\(below)} \(enclosed(write(body)))"
  }
}
