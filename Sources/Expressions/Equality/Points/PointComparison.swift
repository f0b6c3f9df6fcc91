/// What was seen of two formulas at one point.
enum Sight {
  /// An assumption does not hold there, or a formula that must have a value has none.
  case outside
  /// Neither side has a value.
  case blank
  /// Rounding does not allow to say.
  case unclear
  case equal
  /// The values, and the left less the right where both have one.
  case different(left: Double?, right: Double?, difference: Double?)
}

/// Looks at two formulas at points, in arithmetic of some precision.
struct PointComparison<Number: ExtendedNumber> {
  let algebra: Algebra
  let left: NodeID
  let right: NodeID
  /// The normal form of the left less the right, in which what cancels has done so exactly.
  let difference: NodeID?
  let assumptions: [NodeID]
  /// Formulas without whose values nothing is said.
  let spokenOf: [NodeID]
  /// Formulas without whose values the right one counts as having none.
  let needed: [NodeID]
  let order: EvaluationOrder

  init(
    algebra: Algebra, left: NodeID, right: NodeID, difference: NodeID?, assumptions: [NodeID],
    spokenOf: [NodeID], needed: [NodeID]
  ) {
    (self.algebra, self.left, self.right, self.difference) = (algebra, left, right, difference)
    (self.assumptions, self.spokenOf, self.needed) = (assumptions, spokenOf, needed)
    order = EvaluationOrder(
      of: [left, right] + (difference.map { [$0] } ?? []) + assumptions + spokenOf + needed,
      in: algebra)
  }

  func look(at point: [NodeID: Rational]) -> (sight: Sight, evaluator: BallEvaluator<Number>) {
    let evaluator = BallEvaluator<Number>(algebra: algebra, order, at: point)
    return (sight(evaluator), evaluator)
  }

  private func sight(_ evaluator: BallEvaluator<Number>) -> Sight {
    for assumption in assumptions where evaluator[assumption] != .truth(true) { return .outside }
    for formula in spokenOf where evaluator[formula] == .undefined { return .outside }
    let lacks = needed.contains { evaluator[$0] == .undefined }
    switch (evaluator[left], lacks ? .undefined : evaluator[right]) {
    case (.value(let first), .value(let second)):
      return compare(first, second, apart: difference.flatMap { evaluator[$0].ball })
    case (.value(let first), .undefined):
      return .different(left: first.value.high, right: nil, difference: nil)
    case (.undefined, .value(let second)):
      return .different(left: nil, right: second.value.high, difference: nil)
    case (.undefined, .undefined): return .blank
    default: return .unclear
    }
  }

  /// Values differ where their distance is beyond both errors; they agree where the errors leave 16 digits at least.
  private func compare(_ first: Ball<Number>, _ second: Ball<Number>, apart: Ball<Number>?) -> Sight {
    for distance in [first - second, apart].compactMap(\.self) where distance.lowerMagnitude > 0 {
      return .different(
        left: first.value.high, right: second.value.high, difference: distance.value.high)
    }
    let size = max(first.value.high.magnitude, second.value.high.magnitude)
    let error = first.radius + second.radius
    return error <= Number.agreement.relative * size || error <= Number.agreement.absolute
      ? .equal : .unclear
  }
}
