/// Which sides of conditions, kinks and steps the points have seen: a side that no point has reached was not tested.
///
/// A side counts only where it matters: what stands in the branch of an `if` that was not taken was not seen.
struct SideCoverage {
  let algebra: Algebra
  private let roots: [NodeID]
  /// The conditions of `if`, apart from those of numbers alone and those that the assumptions decide.
  private(set) var conditions: [NodeID: Set<Bool>] = [:]
  /// Functions with kinks or steps, with the sides, arguments or values that were seen.
  private(set) var pieces: [NodeID: Set<Int>] = [:]
  private let order: [NodeID]

  init(of roots: [NodeID], in algebra: Algebra) {
    (self.roots, self.algebra) = (roots, algebra)
    order = algebra.reachable(from: roots)
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

  /// Notes what a point shows at which both sides have the same value.
  mutating func note(_ evaluator: BallEvaluator<DoubleDouble>) {
    guard !conditions.isEmpty || !pieces.isEmpty else { return }
    for id in reached(evaluator) {
      switch algebra[id] {
      case .conditional(let condition, _, _):
        if case .truth(let holds) = evaluator[condition] { conditions[condition]?.insert(holds) }
      case .call(let kernel, let arguments) where kernel.hasKinks:
        if let piece = piece(kernel, arguments, evaluator[id], evaluator) { pieces[id]?.insert(piece) }
      default: break
      }
    }
  }

  /// The parts that the value at a point is made of.
  private func reached(_ evaluator: BallEvaluator<DoubleDouble>) -> Set<NodeID> {
    guard !conditions.isEmpty else { return Set(pieces.keys) }
    var seen: Set<NodeID> = []
    var waiting = roots
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      if case .conditional(let condition, let first, let second) = algebra[next],
        case .truth(let holds) = evaluator[condition]
      {
        waiting += [condition, holds ? first : second]
      } else {
        waiting += algebra[next].children
      }
    }
    return seen
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
