extension Evaluator {
  /// Whether every relation of a chain holds; what stands right of one that does not hold is not evaluated.
  mutating func compare(
    _ first: Expression, _ comparisons: [Expression.Comparison]
  ) throws(ExpressionError) -> Bool {
    var left = try evaluate(first)
    var place = first.extent
    for comparison in comparisons {
      let right = try evaluate(comparison.operand)
      guard let holds = holds(comparison.relation, left, right) else {
        throw ExpressionError(
          place, "\(left.kind) and \(right.kind) cannot be compared by \(comparison.relation.rawValue)")
      }
      try spend(max(left.size, right.size), at: place)
      guard holds else { return false }
      left = right
      place = comparison.operand.extent
    }
    return true
  }

  /// Whether a relation holds for every pair of entries; nil where the two cannot be compared.
  func holds(_ relation: Expression.Relation, _ left: Quantity<S>, _ right: Quantity<S>) -> Bool? {
    switch (left, right, relation) {
    case (.text(let left), .text(let right), .equal): return left == right
    case (.text(let left), .text(let right), .unequal): return left != right
    case (.boolean(let left), .boolean(let right), .equal): return left == right
    case (.boolean(let left), .boolean(let right), .unequal): return left != right
    case (.number(let left), .number(let right), _): return relation.holds(left.primal, right.primal)
    case (_, _, .unequal): return holds(.equal, left, right).map { !$0 }
    default: break
    }
    if case .list = left, case .list = right, relation == .equal { return left.value == right.value }
    var all = true
    // The joined numbers are of no interest; joining pairs them as everywhere else.
    let paired = left.joined(with: right) { first, second in
      if all { all = relation.holds(first.primal, second.primal) }
      return first
    }
    return paired.map { _ in all }
  }
}

extension Expression.Relation {
  /// Whether two numbers stand in the relation.
  ///
  /// `==` allows for rounding: 10⁻¹² of the larger one, or 10⁻¹² itself beside an exact 0. `<` and `>` are exact.
  public func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .less: left < right
    case .greater: left > right
    case .equal: Self.areEqual(left, right)
    case .unequal: !Self.areEqual(left, right)
    case .atMost: left < right || Self.areEqual(left, right)
    case .atLeast: left > right || Self.areEqual(left, right)
    }
  }

  private static func areEqual(_ left: Double, _ right: Double) -> Bool {
    if left == right { return true }
    guard left.isFinite, right.isFinite else { return false }
    if left == 0 || right == 0 { return max(left.magnitude, right.magnitude) < 1e-12 }
    // Halves, so that the difference of huge numbers of opposite signs does not overflow.
    let difference = (left / 2 - right / 2).magnitude
    return difference <= 1e-12 * (max(left.magnitude, right.magnitude) / 2)
  }
}
