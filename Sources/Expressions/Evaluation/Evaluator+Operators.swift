import Mathematics

extension Evaluator {
  mutating func sum(_ terms: [Expression.Term]) throws(ExpressionError) -> Quantity<S> {
    var left = try evaluate(terms[0].operand)
    for index in terms.indices.dropFirst() {
      let right = try evaluate(terms[index].operand)
      let between = Operands(
        left: terms[0].operand.extent.lowerBound..<terms[index - 1].operand.extent.upperBound,
        right: terms[index].operand.extent, sign: terms[index].isSubtracted ? "−" : "+")
      left =
        terms[index].isSubtracted
        ? try joined(left, right, between) { $0 - $1 }
        : try joined(left, right, between) { $0 + $1 }
    }
    return left
  }

  mutating func product(_ factors: [Expression.Factor]) throws(ExpressionError) -> Quantity<S> {
    var left = try evaluate(factors[0].operand)
    for index in factors.indices.dropFirst() {
      let right = try evaluate(factors[index].operand)
      let isDivision = factors[index].operation == .over
      let between = Operands(
        left: factors[0].operand.extent.lowerBound..<factors[index - 1].operand.extent.upperBound,
        right: factors[index].operand.extent, sign: isDivision ? "/" : "*")
      left =
        isDivision
        ? try joined(left, right, between) { $0 / $1 }
        : try joined(left, right, between) { $0 * $1 }
    }
    return left
  }

  mutating func power(_ base: Expression, _ exponent: Expression) throws(ExpressionError) -> Quantity<S> {
    let left = try evaluate(base)
    let right = try evaluate(exponent)
    let between = Operands(left: base.extent, right: exponent.extent, sign: "^")
    return try joined(left, right, between) { S.pow($0, $1) }
  }

  mutating func negation(_ operand: Expression) throws(ExpressionError) -> Quantity<S> {
    let value = try evaluate(operand)
    guard let negative = value.mapped({ -$0 }) else {
      throw ExpressionError(operand.extent, "\(value.kind) has no negative")
    }
    try spend(negative.size, at: operand.extent)
    return negative
  }

  /// Joins two values, and sees to it that finite numbers stay finite.
  @inline(__always)
  private mutating func joined(
    _ left: Quantity<S>, _ right: Quantity<S>, _ operands: Operands, _ rule: (S, S) -> S
  ) throws(ExpressionError) -> Quantity<S> {
    if case .number(let first) = left, case .number(let second) = right {
      let result = rule(first, second)
      if result.isFinite { return .number(result) }
    }
    guard let result = left.joined(with: right, rule) else { throw operands.misfit(left, right) }
    try spend(result.size, at: operands.whole)
    if !result.isFinite { try operands.judge(result, left.unlabelled, right.unlabelled) }
    return result
  }
}

/// The places of an operator's operands, for the mistakes that they make together.
struct Operands {
  var left: Range<Int>
  var right: Range<Int>
  var sign: String

  var whole: Range<Int> { left.lowerBound..<right.upperBound }

  func misfit<S>(_ left: Quantity<S>, _ right: Quantity<S>) -> ExpressionError {
    ExpressionError(self.left, "\(left.kind) and \(right.kind) do not fit around \(sign)")
  }

  /// Throws where finite numbers gave something that is not finite, or numbers gave NaN.
  func judge<S>(
    _ result: Quantity<S>, _ left: Quantity<S>, _ right: Quantity<S>
  ) throws(ExpressionError) {
    guard let fault = Fault(result, from: [left, right]) else { return }
    let (first, second) = (left.entry(fault.index), right.entry(fault.index))
    let shown = "\(formatSignificant(first, 12)) \(sign) \(formatSignificant(second, 12))"
    let reason =
      switch fault.kind {
      case .derivative: "has no derivative"
      case .undefined where sign == "/" && second == 0: "divides by zero"
      case .undefined: "has no value"
      case .overflow where (sign == "/" && second == 0) || (sign == "^" && first == 0): "divides by zero"
      case .overflow: "is too large for a number"
      }
    throw ExpressionError(whole, "\(shown) \(reason)")
  }
}

extension Quantity {
  /// The number at an index, or the only one.
  func entry(_ index: Int) -> Double {
    guard let entries, !entries.isEmpty else { return .nan }
    return entries[entries.count == 1 ? 0 : min(index, entries.count - 1)].primal
  }
}
