import Mathematics

/// Computes expressions over numbers that may carry derivatives.
struct Evaluator<S: ExpressionScalar> {
  let scope: any Scope
  /// Names that carry derivatives, or that only this evaluation knows; they come before the scope's.
  var seeds: [String: Quantity<S>] = [:]
  /// The field that moves of a seeded record of which one field moves alone; its neighbours follow their formulas.
  var movingFields: [String: String] = [:]
  /// Whether names are looked through to their formulas, because derivatives are wanted.
  var looksThroughDefinitions = false
  /// What names came to when they were looked through.
  var definitions: [String: Quantity<S>] = [:]
  /// The definitions and functions that are being evaluated within each other.
  var nesting = 0
  /// The expressions that are being evaluated within each other.
  var depth = 0
  /// The entries that were computed so far.
  var work = 0
  let functions = S.functions

  init(scope: any Scope) {
    self.scope = scope
  }

  mutating func evaluate(_ expression: Expression) throws(ExpressionError) -> Quantity<S> {
    depth += 1
    defer { depth -= 1 }
    // Every part counts as work, or derivatives within the subscripts of derivatives would take for ever.
    try spend(1, at: expression.range)
    guard depth <= Limits.evaluationDepth else {
      throw ExpressionError(
        expression.range, "expressions and definitions nest more than \(Limits.evaluationDepth) levels deep")
    }
    switch expression.form {
    case .number(let number): return .number(S(number))
    case .text(let text): return .text(text)
    case .boolean(let boolean): return .boolean(boolean)
    case .path(let path): return try evaluate(path)
    case .sum(let terms): return try sum(terms)
    case .product(let factors): return try product(factors)
    case .power(let base, let exponent): return try power(base, exponent)
    case .negation(let operand): return try negation(operand)
    case .call(let name, let nameRange, let arguments):
      return try call(name, nameRange, arguments, at: expression.range)
    default: return try evaluateRarer(expression)
    }
  }

  private mutating func evaluateRarer(_ expression: Expression) throws(ExpressionError) -> Quantity<S> {
    switch expression.form {
    case .list(let entries): return try list(entries, at: expression.range)
    case .conditional(let condition, let first, let second):
      return try conditional(condition, first, second)
    case .derivative(let body, let variable):
      return try derivative(of: body, by: variable, at: expression.range)
    case .comparison(let first, let comparisons): return .boolean(try compare(first, comparisons))
    case .not(let operand): return .boolean(try !condition(operand))
    case .and(let operands):
      for operand in operands where try !condition(operand) { return .boolean(false) }
      return .boolean(true)
    case .or(let operands):
      for operand in operands where try condition(operand) { return .boolean(true) }
      return .boolean(false)
    default:
      throw ExpressionError(expression.range, "this form of expression has no value")
    }
  }

  /// Counts what was computed.
  mutating func spend(_ entries: Int, at range: Range<Int>) throws(ExpressionError) {
    work += entries
    guard entries <= Limits.entries else {
      throw ExpressionError(range, "this has \(entries) entries; at most \(Limits.entries) are possible")
    }
    guard work <= Limits.work else {
      throw ExpressionError(range, "this expression takes more than \(Limits.work) steps")
    }
  }

  mutating func condition(_ expression: Expression) throws(ExpressionError) -> Bool {
    let value = try evaluate(expression)
    guard case .boolean(let boolean) = value else {
      throw ExpressionError(
        expression.extent, "a condition is needed, and this is \(value.kind)", help: "for example x > 0")
    }
    return boolean
  }
}

extension Expression {
  /// The value in a scope.
  public func evaluate(in scope: some Scope) throws(ExpressionError) -> Value {
    var evaluator = Evaluator<Double>(scope: scope)
    return try evaluator.evaluate(self).value
  }
}
