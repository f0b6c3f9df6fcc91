/// Turns expressions into scalar formulas: vectors into their entries, definitions into what they stand for.
///
/// Nothing is simplified, so that a formula has values exactly where its expression has.
struct Elaborator {
  let algebra: Algebra
  var setting: AlgebraSetting
  /// Where in the text each function and operator was met first.
  var places: [NodeID: Range<Int>] = [:]
  /// The functions that the expressions use.
  var functions: Set<String> = []
  /// Whether the expressions write fractions as decimals.
  var usesDecimals = false
  /// The formulas of which derivatives were taken: a derivative is spoken of only where its formula has a value.
  var differentiated: [NodeID] = []
  /// Definitions that were looked through before.
  var known: [String: Shaped] = [:]
  /// Definitions that are being looked through, within each other.
  var nesting = 0
  /// Whether a comparison met vectors since somebody asked.
  var comparesVectors = false
  private var depth = 0

  init(algebra: Algebra, setting: AlgebraSetting) {
    self.algebra = algebra
    self.setting = setting
  }

  mutating func elaborate(_ expression: Expression) throws(ExpressionError) -> Shaped {
    depth += 1
    defer { depth -= 1 }
    try spend(1, at: expression.range)
    guard depth <= Limits.evaluationDepth else {
      throw ExpressionError(
        expression.range, "expressions and definitions nest more than \(Limits.evaluationDepth) levels deep")
    }
    switch expression.form {
    case .number(let number): return .number(literal(number))
    case .path(let path): return try elaborate(path)
    case .sum(let terms): return try sum(terms)
    case .product(let factors): return try product(factors)
    case .power(let base, let exponent): return try power(base, exponent, at: expression.range)
    case .negation(let operand):
      return try numeric(operand).mapped { algebra.rawNegative($0) }
    case .call(let name, let range, let arguments):
      return try call(name, range, arguments, at: expression.range)
    case .list(let entries): return try list(entries, at: expression.range)
    case .conditional(let condition, let first, let second):
      return try conditional(condition, first, second, at: expression.range)
    case .derivative(let body, let variable):
      return try derivative(of: body, by: variable, at: expression.range)
    case .text:
      throw ExpressionError(expression.range, "a text has no place in algebra")
    default: return .condition(try condition(expression))
    }
  }

  /// Elaborates what must be a number, a vector or a matrix.
  mutating func numeric(_ expression: Expression) throws(ExpressionError) -> Shaped {
    let shaped = try elaborate(expression)
    if case .condition = shaped {
      throw ExpressionError(expression.extent, "a number is needed here, and this is a condition")
    }
    return shaped
  }

  /// Elaborates what must be a number.
  mutating func number(_ expression: Expression) throws(ExpressionError) -> NodeID {
    let shaped = try elaborate(expression)
    guard case .number(let id) = shaped else {
      throw ExpressionError(expression.extent, "a number is needed here, and this is \(shaped.kind)")
    }
    return id
  }

  /// Counts steps; a formula too large for algebra is an error at its place.
  func spend(_ steps: Int, at range: Range<Int>) throws(ExpressionError) {
    do {
      try algebra.spend(steps)
    } catch {
      throw ExpressionError(range, "this formula is too large for algebra")
    }
  }

  /// Remembers where a formula stands in the text.
  mutating func placed(_ id: NodeID, at range: Range<Int>) -> NodeID {
    // Within a definition the place is in another text, and the name's place is what the author sees.
    if nesting == 0, places[id] == nil { places[id] = range }
    return id
  }

  private mutating func literal(_ number: Double) -> NodeID {
    guard let rational = Rational(decimal: number) else { return algebra.node(.decimal(number)) }
    if !rational.isInteger { usesDecimals = true }
    return algebra.number(rational)
  }
}
