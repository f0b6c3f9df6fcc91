extension Expression {
  /// How many parts it has; a decimal fraction counts as a quotient.
  var size: Int {
    if case .number(let number) = form, number.rounded() != number { return 3 }
    return children.reduce(1) { $0 + $1.size }
  }

  private static func made(_ form: Form) -> Expression { Expression(form, 0..<0) }

  /// Whether nobody would write it shorter: no two signs follow each other, and no 0 or 1 stands for nothing.
  var readsWell: Bool {
    let text = description
    return !["+ -", "- -", "*-", "/-", "--"].contains { text.contains($0) } && isTidy
  }

  private var isTidy: Bool {
    func isNumber(_ part: Expression, _ numbers: Set<Double>) -> Bool {
      if case .number(let number) = part.form { numbers.contains(number) } else { false }
    }
    let isOwnTidy =
      switch form {
      case .product(let factors):
        !factors.enumerated().contains { index, factor in
          // The 1 of a reciprocal is needed.
          let isReciprocal = index == 0 && factors.dropFirst().allSatisfy { $0.operation == .over }
          return isNumber(factor.operand, isReciprocal ? [0] : [0, 1])
        }
      case .power(let base, let exponent): !isNumber(base, [0, 1]) && !isNumber(exponent, [0, 1])
      case .sum(let terms): !terms.contains { isNumber($0.operand, [0]) }
      default: true
      }
    return isOwnTidy && children.allSatisfy(\.isTidy)
  }

  /// Whether a derivative is taken in it.
  var hasDerivative: Bool {
    if case .derivative = form { return true }
    return children.contains(where: \.hasDerivative)
  }

  /// Whether another expression of more than one part is all of it or a part of it.
  func holds(_ other: Expression) -> Bool {
    let text = other.description
    func occurs(in part: Expression) -> Bool {
      part.description == text || part.children.contains(where: occurs)
    }
    return occurs(in: self)
  }

  /// The expression with a factor before it, or a divisor behind.
  func times(_ factor: Expression) -> Expression {
    if case .negation(let inner) = factor.form { return times(inner).negated }
    if factor.form == .number(1) { return self }
    if case .product(let parts) = factor.form, parts.count == 2, parts[1].operation == .over {
      return times(parts[0].operand).over(parts[1].operand)
    }
    if case .product(var own) = form, own.count == 2, own[1].operation == .over {
      own[0].operand = own[0].operand.form == .number(1) ? factor : own[0].operand.times(factor)
      return Self.made(.product(own))
    }
    if case .number = factor.form {
      return Self.made(.product([Factor(.times, factor), Factor(.juxtaposed, self)]))
    }
    return Self.made(.product(plainFactors + [Factor(.times, factor)]))
  }

  private func over(_ divisor: Expression) -> Expression {
    if case .product(var own) = form, own.count == 2, own[1].operation == .over {
      own[1].operand = own[1].operand.times(divisor)
      return Self.made(.product(own))
    }
    return Self.made(.product(plainFactors + [Factor(.over, divisor)]))
  }

  /// The factors of a product without divisors; else the whole as one.
  private var plainFactors: [Factor] {
    if case .product(let factors) = form, !factors.contains(where: { $0.operation == .over }) {
      return factors
    }
    return [Factor(.times, self)]
  }

  /// The expression with a term behind it, or in a like one; `joined` makes one of two like terms.
  func plus(_ term: Expression, joined: (Expression, Expression) -> Expression?) -> Expression {
    var terms = if case .sum(let terms) = form { terms } else { [Term(self)] }
    for index in terms.indices where !terms[index].isSubtracted {
      guard let one = joined(terms[index].operand, term) else { continue }
      terms[index].operand = one
      return terms.count == 1 ? one : Self.made(.sum(terms))
    }
    if case .sum(let others) = term.form { terms += others } else { terms.append(term.asTerm) }
    return Self.made(.sum(terms))
  }

  /// A term with its leading minus as the sign before it.
  private var asTerm: Term {
    switch form {
    case .negation(let inner): return Term(inner, isSubtracted: true)
    case .product(var factors):
      guard case .negation(let inner) = factors[0].operand.form else { return Term(self) }
      factors[0].operand = inner
      return Term(Self.made(.product(factors)), isSubtracted: true)
    default: return Term(self)
    }
  }
}
