extension Parser {
  /// Reads an operand with its signs.
  ///
  ///     unary = ("-" | "+") unary | power
  mutating func unary() throws(ExpressionError) -> Expression {
    guard case .symbol(let sign) = token.kind, sign == .minus || sign == .plus else { return try power() }
    let start = token.range.lowerBound
    try enter()
    try advance()
    let operand = try unary()
    leave()
    guard sign == .minus else { return operand.enclosed(in: start..<previousEnd) }
    return try made(.negation(operand), start..<previousEnd)
  }

  /// Reads a power, which groups to the right.
  ///
  ///     power = postfix ("^" unary)?
  private mutating func power() throws(ExpressionError) -> Expression {
    let base = try postfix()
    guard token.kind == .symbol(.power) else { return base }
    try enter()
    try advance()
    let exponent = try unary()
    leave()
    allowsJuxtaposition = false
    return try made(.power(base, exponent), base.extent.lowerBound..<previousEnd)
  }

  /// Reads what has no operator.
  ///
  ///     primary = number | text | "true" | "false" | name | name arguments | list
  ///             | "(" expression ")"
  mutating func primary() throws(ExpressionError) -> Expression {
    let start = token
    switch start.kind {
    case .number(let number):
      try advance()
      allowsJuxtaposition = true
      return try made(.number(number), start.range)
    case .text(let text):
      try advance()
      return try made(.text(text), start.range)
    case .word(let word): return try self.word(word)
    case .symbol(.openParenthesis): return try group()
    case .symbol(.openBracket): return try list()
    default: throw unexpectedToken()
    }
  }

  private mutating func group() throws(ExpressionError) -> Expression {
    let start = token.range.lowerBound
    try enter()
    try advance()
    let inner = try expression(atLeast: .or)
    leave()
    try expect(.closeParenthesis, after: "(")
    allowsJuxtaposition = true
    return inner.enclosed(in: start..<previousEnd)
  }

  private mutating func list() throws(ExpressionError) -> Expression {
    let start = token.range.lowerBound
    try enter()
    try advance()
    let entries = try expressions(until: .closeBracket, after: "[")
    leave()
    allowsJuxtaposition = false
    return try made(.list(entries), start..<previousEnd)
  }

  /// Reads expressions between commas, and what closes them.
  mutating func expressions(
    until close: Token.Symbol, after open: String
  ) throws(ExpressionError) -> [Expression] {
    if try take(close) { return [] }
    var expressions: [Expression] = []
    repeat {
      expressions.append(try expression(atLeast: .or))
    } while try take(.comma)
    try expect(close, after: open)
    return expressions
  }
}
