/// How tightly operators bind, loosest first.
enum Precedence: Int, Comparable {
  case or, and, not, comparison, sum, product, unary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}

extension Parser {
  /// Reads an expression whose operators bind at least as tightly as given.
  ///
  ///     expression = operand (operator operand)*
  mutating func expression(atLeast lowest: Precedence) throws(ExpressionError) -> Expression {
    var left = try firstOperand(atLeast: lowest)
    while let level = nextPrecedence, level >= lowest {
      left = try chain(at: level, from: left)
    }
    return left
  }

  private mutating func firstOperand(atLeast lowest: Precedence) throws(ExpressionError) -> Expression {
    guard token.kind == .word("not"), lowest <= .not else { return try unary() }
    let start = token.range.lowerBound
    try enter()
    try advance()
    let operand = try expression(atLeast: .not)
    leave()
    return try made(.not(operand), start..<previousEnd)
  }

  private var nextPrecedence: Precedence? {
    switch token.kind {
    case .word("or"): .or
    case .word("and"): .and
    case .word(let name) where allowsJuxtaposition && (name == "if" || !Keyword.all.contains(name)): .product
    case .symbol(.openParenthesis) where allowsJuxtaposition: .product
    case .symbol(let symbol):
      switch symbol {
      case .plus, .minus: .sum
      case .times, .over: .product
      default: Expression.Relation(rawValue: symbol.rawValue).map { _ in .comparison }
      }
    default: nil
    }
  }

  private mutating func chain(
    at level: Precedence, from first: Expression
  ) throws(ExpressionError) -> Expression {
    switch level {
    case .or: return try logic("or", from: first) { .or($0) }
    case .and: return try logic("and", from: first) { .and($0) }
    case .comparison: return try comparison(from: first)
    case .sum: return try sum(from: first)
    default: return try product(from: first)
    }
  }

  private mutating func logic(
    _ word: String, from first: Expression, _ form: ([Expression]) -> Expression.Form
  ) throws(ExpressionError) -> Expression {
    var operands = [first]
    while token.kind == .word(word) {
      try advance()
      operands.append(try expression(atLeast: word == "or" ? .and : .not))
    }
    return try made(form(operands), first.extent.lowerBound..<previousEnd)
  }

  private mutating func comparison(from first: Expression) throws(ExpressionError) -> Expression {
    var comparisons: [Expression.Comparison] = []
    while case .symbol(let symbol) = token.kind, let relation = Expression.Relation(rawValue: symbol.rawValue)
    {
      try advance()
      comparisons.append(Expression.Comparison(relation, try expression(atLeast: .sum)))
    }
    return try made(.comparison(first, comparisons), first.extent.lowerBound..<previousEnd)
  }

  private mutating func sum(from first: Expression) throws(ExpressionError) -> Expression {
    var terms = [Expression.Term(first)]
    while case .symbol(let symbol) = token.kind, symbol == .plus || symbol == .minus {
      try advance()
      terms.append(Expression.Term(try expression(atLeast: .product), isSubtracted: symbol == .minus))
    }
    return try made(.sum(terms), first.extent.lowerBound..<previousEnd)
  }

  private mutating func product(from first: Expression) throws(ExpressionError) -> Expression {
    var factors = [Expression.Factor(.times, first)]
    while nextPrecedence == .product {
      let operation = try nextOperation(after: factors)
      factors.append(Expression.Factor(operation, try unary()))
    }
    return try made(.product(factors), first.extent.lowerBound..<previousEnd)
  }

  private mutating func nextOperation(
    after factors: [Expression.Factor]
  ) throws(ExpressionError) -> Expression.Operation {
    if try take(.times) { return .times }
    if try take(.over) { return .over }
    guard factors.last?.operation != .over else {
      let divisor = lexer.string(factors.last?.operand.extent ?? token.range)
      throw ExpressionError(
        token.range, "a product without a sign after a division can be read in two ways",
        help: "use parentheses: …/(\(divisor.prefix(20))…) or (…/\(divisor.prefix(20)))…")
    }
    return .juxtaposed
  }
}
