/// Which sides of the conditions in formulas were seen: a side that no point has reached was not tested.
struct BranchCoverage {
  private let conditions: [NodeID]
  private var seen: [NodeID: Set<Bool>] = [:]

  /// Takes the conditions of `if` among some nodes, apart from those that the assumptions decide.
  init(of order: [NodeID], in algebra: Algebra) {
    var conditions: [NodeID] = []
    for id in order {
      guard case .conditional(let condition, _, _) = algebra[id] else { continue }
      if let form = try? algebra.canonical(condition), case .boolean = algebra[form] { continue }
      conditions.append(condition)
    }
    self.conditions = conditions.uniqued
  }

  /// Notes the sides that a point is on.
  mutating func note(_ evaluator: BallEvaluator) {
    for condition in conditions {
      if case .truth(let holds) = evaluator[condition] { seen[condition, default: []].insert(holds) }
    }
  }

  /// A condition of which only one side was seen, and that side.
  var oneSided: (condition: NodeID, seen: Bool)? {
    for condition in conditions {
      guard let sides = seen[condition], sides.count == 1, let side = sides.first else { continue }
      return (condition, side)
    }
    return nil
  }
}
