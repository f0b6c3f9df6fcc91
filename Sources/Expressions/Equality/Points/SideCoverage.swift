/// Which sides of conditions, kinks and steps the points have seen: a side that no point has reached was not tested.
///
/// A side counts only where it matters: what stands in the branch of an `if` that was not taken was not seen, nor what
/// another factor multiplies by 0.
struct SideCoverage {
  let algebra: Algebra
  let roots: [NodeID]
  /// The conditions of `if`, apart from those of numbers alone and those that the assumptions decide.
  private(set) var conditions: [NodeID: Set<Bool>] = [:]
  /// Functions with kinks or steps, with the sides, arguments or values that were seen.
  private(set) var pieces: [NodeID: Set<Int>] = [:]
  /// Formulas without whose values nothing is said.
  let premises: [NodeID]
  let order: [NodeID]
  /// Parts in which there is a condition or a kink, those that contain others first.
  let relevant: [NodeID]
  /// The place of each node in the list of relevant ones; -1 for others.
  private let places: [Int]

  init(of roots: [NodeID], within premises: [NodeID] = [], in algebra: Algebra) {
    (self.roots, self.premises, self.algebra) = (roots, premises, algebra)
    order = algebra.reachable(from: roots)
    relevant = Self.relevant(order, in: algebra)
    var places = [Int](repeating: -1, count: (order.last ?? -1) + 1)
    for (place, id) in relevant.enumerated() { places[id] = place }
    self.places = places
    for id in order {
      switch algebra[id] {
      case .conditional(let condition, _, _):
        if let form = try? algebra.canonical(condition), case .boolean = algebra[form] { continue }
        if algebra.symbols(of: [condition]).isEmpty { continue }
        conditions[condition] = []
      case .call(let kernel, _) where kernel.hasKinks: pieces[id] = []
      default: break
      }
    }
  }

  private static func relevant(_ order: [NodeID], in algebra: Algebra) -> [NodeID] {
    var found: Set<NodeID> = []
    var relevant: [NodeID] = []
    for id in order {
      let isOwn =
        switch algebra[id] {
        case .conditional: true
        case .call(let kernel, _): kernel.hasKinks
        default: false
        }
      guard isOwn || algebra[id].children.contains(where: found.contains) else { continue }
      found.insert(id)
      relevant.append(id)
    }
    return relevant.reversed()
  }

  /// Notes what a point shows at which both sides have the same value.
  mutating func note(_ evaluator: BallEvaluator<DoubleDouble>) {
    guard !relevant.isEmpty else { return }
    var isReached = [Bool](repeating: false, count: relevant.count)
    func reach(_ ids: [NodeID]) {
      for id in ids where places[id] >= 0 { isReached[places[id]] = true }
    }
    reach(roots)
    for (place, id) in relevant.enumerated() where isReached[place] {
      reach(shown(id, evaluator))
      switch algebra[id] {
      case .conditional(let condition, _, _):
        if case .truth(let holds) = evaluator[condition] { conditions[condition]?.insert(holds) }
      case .call(let kernel, let arguments) where kernel.hasKinks:
        if let piece = piece(kernel, arguments, evaluator[id], evaluator) { pieces[id]?.insert(piece) }
      default: break
      }
    }
  }

  /// The parts that the value of a part at a point depends on.
  private func shown(_ id: NodeID, _ evaluator: BallEvaluator<DoubleDouble>) -> [NodeID] {
    switch algebra[id] {
    case .conditional(let condition, let first, let second):
      guard case .truth(let holds) = evaluator[condition] else { return [condition, first, second] }
      return [condition, holds ? first : second]
    case .product(let factors):
      let zeros = factors.filter { evaluator[$0].ball?.isExactZero == true }
      return zeros.isEmpty ? factors : zeros.count == 1 ? zeros : []
    default: return algebra[id].children
    }
  }

  /// Which piece of a function was seen: the sign of what is inside, the argument that won, or the step.
  private func piece(
    _ kernel: Kernel, _ arguments: [NodeID], _ reading: Reading<DoubleDouble>,
    _ evaluator: BallEvaluator<DoubleDouble>
  ) -> Int? {
    switch kernel {
    case .abs, .sign, .relu:
      guard let inside = evaluator[arguments[0]].ball, inside.lowerMagnitude > 0 else { return nil }
      return inside.isPositive ? 1 : -1
    case .max, .min:
      guard let best = reading.ball else { return nil }
      return arguments.firstIndex { evaluator[$0].ball.map { ($0 - best).lowerMagnitude == 0 } ?? false }
    default: return reading.ball?.integer
    }
  }
}
