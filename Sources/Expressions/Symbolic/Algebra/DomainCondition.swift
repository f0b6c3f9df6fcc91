/// What must hold for a part of a formula to have a value.
struct DomainCondition: Hashable {
  enum Kind: Hashable {
    case nonzero, nonnegative, positive
    /// From −1 to 1.
    case withinOne
  }

  var kind: Kind
  var formula: NodeID
}

extension Algebra {
  /// What a formula needs to have a value, apart from what is known to hold, in canonical form and in order.
  ///
  /// What stands in only one branch of an `if` is counted as well.
  func domainConditions(of root: NodeID) throws(AlgebraLimit) -> [DomainCondition] {
    var conditions: [DomainCondition] = []
    for id in reachable(from: [root]) {
      switch self[id] {
      case .power(let base, let exponent):
        conditions += try neededByPower(try canonical(base), try canonical(exponent))
      case .call(let kernel, let arguments):
        switch kernel {
        case .log, .log10, .log2: conditions += try needed(.positive, try canonical(arguments[0]))
        case .asin, .acos:
          conditions += [DomainCondition(kind: .withinOne, formula: try canonical(arguments[0]))]
        default: break
        }
      default: break
      }
    }
    return conditions.uniqued
  }

  /// What a formula needs to have a value, apart from points without breadth such as the zeros of a denominator.
  func broadConditions(of root: NodeID) throws(AlgebraLimit) -> Set<DomainCondition> {
    var conditions: Set<DomainCondition> = []
    for condition in try domainConditions(of: root) {
      if mayVanishWidely(condition.formula) {
        conditions.insert(condition)
      } else if condition.kind != .nonzero, !isNonnegative(condition.formula) || condition.kind == .withinOne
      {
        // Where the formula is 0 has no breadth.
        let kind = condition.kind == .positive ? .nonnegative : condition.kind
        conditions.insert(DomainCondition(kind: kind, formula: condition.formula))
      }
    }
    return conditions
  }

  private func neededByPower(_ base: NodeID, _ exponent: NodeID) throws(AlgebraLimit) -> [DomainCondition] {
    guard let number = rational(exponent) else { return try needed(.positive, base) }
    if number.isInteger { return number.isNegative ? try needed(.nonzero, base) : [] }
    return try needed(number.isNegative ? .positive : .nonnegative, base)
  }

  private func needed(
    _ kind: DomainCondition.Kind, _ formula: NodeID
  ) throws(AlgebraLimit) -> [DomainCondition] {
    let bounds = bounds(of: formula)
    let isKnown =
      switch kind {
      case .nonzero: bounds.isPositive || bounds.isNegative || nonzero.contains(formula)
      case .nonnegative: bounds.isNonnegative
      case .positive: bounds.isPositive
      case .withinOne: false
      }
    if isKnown { return [] }
    switch self[formula] {
    case .number(let number) where !number.isZero && kind == .nonzero: return []
    case .product(let factors) where kind == .nonzero:
      return try factors.mapped { factor throws(AlgebraLimit) in try needed(.nonzero, factor) }.flatMap { $0 }
    case .power(let base, let exponent) where kind == .nonzero && rational(exponent) != nil:
      return try needed(.nonzero, base)
    case .power(let base, let exponent):
      // The reciprocal and the odd powers of a number have its sign.
      guard let number = rational(exponent), number.isInteger, !number.isEven else { break }
      return try needed(number.isNegative ? .positive : kind, base)
    case .product(let factors):
      let open = factors.filter { !isPositive($0) }
      guard open.count < factors.count else { break }
      return try needed(kind, try product(open))
    default: break
    }
    return [DomainCondition(kind: kind, formula: formula)]
  }
}
