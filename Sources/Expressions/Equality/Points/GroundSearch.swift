/// Looks for a point that a decision speaks of: the assumptions hold there, and both sides have values.
///
/// Without one everything would follow, from assumptions that contradict each other as from formulas without values.
struct GroundSearch {
  let algebra: Algebra
  let comparison: PointComparison<DoubleDouble>
  private let symbols: [NodeID]

  /// Points that are tried before one is searched for.
  static let pointLimit = 400

  init(algebra: Algebra, comparison: PointComparison<DoubleDouble>) {
    (self.algebra, self.comparison) = (algebra, comparison)
    symbols = algebra.symbols(
      of: [comparison.left, comparison.right] + comparison.assumptions + comparison.spokenOf
    ).map(\.id)
  }

  /// Whether there is such a point.
  var isFound: Bool {
    let numbers = comparison.order.ids.compactMap(algebra.rational).filter { $0.magnitude.double < 1e12 }
    var source = PointSource(
      symbols: symbols, bounds: algebra.bounds, landmarks: Array(numbers.uniqued.prefix(12)))
    let affordable = EqualityDecision.evaluationLimit / max(comparison.order.ids.count, 1)
    let limit = symbols.isEmpty ? 1 : max(24, min(Self.pointLimit, affordable))
    var starts: [[NodeID: Rational]] = []
    for _ in 0..<limit {
      let point = source.next()
      if isGround(point) { return true }
      if starts.count < 60 { starts.append(point) }
    }
    guard !symbols.isEmpty, let objective else { return false }
    var search = SideSearch(algebra: algebra, assumptions: [])
    return search.points(above: [objective], from: starts).contains(where: isGround)
  }

  /// Whether there is one that solves an equation as well.
  func isFound(on equation: NodeID) -> Bool {
    guard case .comparison(.equal, let first, let second) = algebra[equation] else { return false }
    let formulas = [comparison.left, comparison.right] + comparison.spokenOf
    var search = SolutionSearch(
      of: (first, second), in: algebra, assuming: comparison.assumptions, beside: formulas)
    let order = EvaluationOrder(of: formulas, in: algebra)
    return search.solutions().contains { solution in
      solution.points.contains { point in
        let evaluator = BallEvaluator<DoubleDouble>(algebra: algebra, order, at: point)
        return formulas.allSatisfy { evaluator[$0].ball != nil }
      }
    }
  }

  private func isGround(_ point: [NodeID: Rational]) -> Bool {
    let (sight, _) = comparison.look(at: point)
    switch sight {
    case .equal: return true
    // Beyond the range of numbers algebra may know that there are values.
    case .unclear: return conditions.map(\.isEmpty) ?? false
    case .outside, .blank, .different: return false
    }
  }

  /// What both sides need to have values; nil where that is too much to tell.
  private var conditions: [DomainCondition]? {
    let roots = [comparison.left, comparison.right] + comparison.spokenOf
    return try? roots.mapped { root throws(AlgebraLimit) in try algebra.domainConditions(of: root) }
      .flatMap { $0 }.uniqued
  }

  /// A formula that is above 0 where the assumptions hold and both sides have values, as far as conditions tell.
  private var objective: NodeID? {
    let needed = (conditions ?? []).map { condition in
      switch condition.kind {
      case .nonzero: algebra.rawCall(.abs, [condition.formula])
      case .positive, .nonnegative: condition.formula
      case .withinOne:
        algebra.rawSum([
          algebra.one, algebra.rawNegative(algebra.rawPower(condition.formula, algebra.number(2))),
        ])
      }
    }
    let parts = needed + comparison.assumptions.flatMap(distances)
    return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : algebra.rawCall(.min, parts)
  }

  /// By how much an assumption holds.
  private func distances(_ assumption: NodeID) -> [NodeID] {
    switch algebra[assumption] {
    case .comparison(.greater, let left, let right), .comparison(.atLeast, let left, let right):
      return [algebra.rawSum([left, algebra.rawNegative(right)])]
    case .comparison(.less, let left, let right), .comparison(.atMost, let left, let right):
      return [algebra.rawSum([right, algebra.rawNegative(left)])]
    default: return []
    }
  }
}

extension Algebra {
  /// The conditions that hold together where one does.
  func conjuncts(of condition: NodeID) -> [NodeID] {
    if case .and(let parts) = self[condition] { return parts.flatMap(conjuncts) }
    return [condition]
  }
}
