extension Parser {
  /// Reads what begins with a word: a keyword, a name, or a call.
  mutating func word(_ word: String) throws(ExpressionError) -> Expression {
    let range = token.range
    switch word {
    case "true", "false":
      try advance()
      return try made(.boolean(word == "true"), range)
    case "and", "or", "not": throw unexpectedToken()
    default: break
    }
    try advance()
    guard token.kind == .symbol(.openParenthesis) else {
      if word == "if" { throw ExpressionError(range, "if is written if(condition, value, other value)") }
      return try made(.path(Path(root: .name(word), rootRange: range, steps: [])), range)
    }
    let arguments = try self.arguments()
    allowsJuxtaposition = true
    return try call(word, range, arguments)
  }

  /// Reads arguments in parentheses.
  mutating func arguments() throws(ExpressionError) -> [Expression] {
    try enter()
    try advance()
    let arguments = try expressions(until: .closeParenthesis, after: "(")
    leave()
    return arguments
  }

  private mutating func call(
    _ name: String, _ nameRange: Range<Int>, _ arguments: [Expression]
  ) throws(ExpressionError) -> Expression {
    let range = nameRange.lowerBound..<previousEnd
    switch name {
    case "if":
      guard arguments.count == 3 else {
        throw ExpressionError(
          range, "if takes 3 arguments, not \(arguments.count)",
          help: "if(condition, value where it holds, value where it does not)")
      }
      return try made(.conditional(arguments[0], arguments[1], arguments[2]), range)
    case "d":
      guard arguments.count == 2, case .path(let variable) = arguments[1].form, variable.rootName != nil
      else {
        throw ExpressionError(
          arguments.count == 2 ? arguments[1].extent : range,
          "d takes an expression and the name that it is differentiated by", help: "for example d(x^2, x)")
      }
      return try made(.derivative(arguments[0], variable), range)
    default: return try made(.call(name, nameRange, arguments), range)
    }
  }
}
