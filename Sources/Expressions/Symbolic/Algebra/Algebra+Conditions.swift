extension Algebra {
  func conditional(_ condition: NodeID, _ first: NodeID, _ second: NodeID) -> NodeID {
    if case .boolean(let holds) = self[condition] { return holds ? first : second }
    return first == second ? first : node(.conditional(condition, first, second))
  }

  /// A relation; decided where the bounds of both sides decide it.
  func comparison(
    _ relation: Expression.Relation, _ left: NodeID, _ right: NodeID
  ) throws(AlgebraLimit) -> NodeID {
    let bounds = bounds(of: try difference(left, right))
    let isZero = bounds.lower == .zero && bounds.upper == .zero
    let holds: Bool? =
      switch relation {
      case .less: bounds.isNegative ? true : bounds.isNonnegative ? false : nil
      case .greater: bounds.isPositive ? true : bounds.isNonpositive ? false : nil
      case .atMost: bounds.isNonpositive ? true : bounds.isPositive ? false : nil
      case .atLeast: bounds.isNonnegative ? true : bounds.isNegative ? false : nil
      case .equal: isZero ? true : bounds.isPositive || bounds.isNegative ? false : nil
      case .unequal: isZero ? false : bounds.isPositive || bounds.isNegative ? true : nil
      }
    return holds.map { node(.boolean($0)) } ?? node(.comparison(relation, left, right))
  }

  func logic(_ form: Node, _ operands: [NodeID]) -> NodeID {
    let (yes, no) = (node(.boolean(true)), node(.boolean(false)))
    switch form {
    case .not:
      if case .boolean(let holds) = self[operands[0]] { return node(.boolean(!holds)) }
      return node(.not(operands[0]))
    case .and:
      if operands.contains(no) { return no }
      let open = operands.filter { $0 != yes }
      return open.count > 1 ? node(.and(open)) : open.first ?? yes
    default:
      if operands.contains(yes) { return yes }
      let open = operands.filter { $0 != no }
      return open.count > 1 ? node(.or(open)) : open.first ?? no
    }
  }
}
