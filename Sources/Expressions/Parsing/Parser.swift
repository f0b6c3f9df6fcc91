/// Reads one expression by precedence climbing.
///
/// What binds equally is gathered in a loop into one node with many operands; recursion happens only where the
/// text nests, and is counted.
struct Parser {
  var lexer: Lexer
  /// The token that comes next.
  private(set) var token: Token
  /// The end of the token before it.
  private(set) var previousEnd: Int
  /// Whether what was read last may be followed by a factor without a sign, as `2` and `(x+1)` may.
  var allowsJuxtaposition = false
  private var depth = 0
  private var parts = 0

  init(_ text: String, from offset: Int = 0) throws(ExpressionError) {
    guard text.utf8.count <= Limits.bytes else {
      throw ExpressionError(0..<1, "this expression is longer than \(Limits.bytes) bytes")
    }
    lexer = Lexer(text, from: offset)
    token = try lexer.next()
    previousEnd = offset
  }

  /// Reads the whole rest of the text.
  mutating func wholeExpression() throws(ExpressionError) -> Expression {
    if case .end = token.kind {
      throw ExpressionError(token.range, "an expression is missing here")
    }
    let expression = try expression(atLeast: .or)
    guard case .end = token.kind else { throw unexpectedToken(isAfterOperand: true) }
    return expression
  }

  mutating func advance() throws(ExpressionError) {
    previousEnd = token.range.upperBound
    token = try lexer.next()
  }

  /// Takes a symbol, if it comes next.
  mutating func take(_ symbol: Token.Symbol) throws(ExpressionError) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    try advance()
    return true
  }

  /// Takes a symbol, or says that it is missing.
  mutating func expect(_ symbol: Token.Symbol, after what: String) throws(ExpressionError) {
    guard try !take(symbol) else { return }
    if case .end = token.kind {
      throw ExpressionError(token.range, "\(symbol.rawValue) is missing after \(what)")
    }
    throw unexpectedToken(expected: symbol.rawValue, isAfterOperand: true)
  }

  /// Counts a part of the expression.
  mutating func made(_ form: Expression.Form, _ range: Range<Int>) throws(ExpressionError) -> Expression {
    parts += 1
    guard parts <= Limits.parts else {
      throw ExpressionError(range, "this expression has more than \(Limits.parts) parts")
    }
    return Expression(form, range)
  }

  /// Enters a level of nesting; `depth` is given back by `leave`.
  mutating func enter() throws(ExpressionError) {
    depth += 1
    guard depth <= Limits.depth else {
      throw ExpressionError(token.range, "this expression nests more than \(Limits.depth) levels deep")
    }
  }

  mutating func leave() {
    depth -= 1
  }
}

extension Parser {
  /// The mistake that the next token is none that can come here.
  func unexpectedToken(expected: String? = nil, isAfterOperand: Bool = false) -> ExpressionError {
    let found = lexer.string(token.range)
    let help: String? =
      switch token.kind {
      case .word, .number, .symbol(.openParenthesis):
        isAfterOperand ? "a product of these two needs a *" : nil
      case .symbol(.times) where lexer.bytes[..<token.range.lowerBound].last == UInt8(ascii: "*"):
        "^ is the power"
      default: nil
      }
    if case .end = token.kind {
      return ExpressionError(token.range, "something is missing after \(found)")
    }
    let wanted = expected.map { " where \($0) is expected" } ?? ""
    return ExpressionError(token.range, "unexpected \(found.prefix(40))\(wanted)", help: help)
  }
}
