/// Which sides of conditions, kinks and steps the points have seen: a side that no point has reached was not tested.
///
/// A side counts only where it matters: what stands in the branch of an `if` that was not taken was not seen.
struct SideCoverage {
  private let algebra: Algebra
  private let roots: [NodeID]
  /// The conditions of `if`, apart from those that the assumptions decide.
  private var conditions: [NodeID: Set<Bool>] = [:]
  /// Functions with kinks or steps, with the sides, arguments or values that were seen.
  private var pieces: [NodeID: Set<Int>] = [:]
  private let order: [NodeID]

  init(of roots: [NodeID], in algebra: Algebra) {
    (self.roots, self.algebra) = (roots, algebra)
    order = algebra.reachable(from: roots)
    for id in order {
      switch algebra[id] {
      case .conditional(let condition, _, _):
        if let form = try? algebra.canonical(condition), case .boolean = algebra[form] { continue }
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

/// A side that no point has reached, and a formula that is above 0 where it is.
struct UnseenSide {
  var objective: NodeID
  /// Whether nothing counts as tested while the side is unseen.
  var isNeeded: Bool
}

extension SideCoverage {
  /// The sides that were not seen and that the assumptions do not rule out.
  var unseen: [UnseenSide] {
    let fromConditions = conditions.keys.sorted().flatMap { condition -> [UnseenSide] in
      guard let seen = conditions[condition], seen.count == 1, let side = seen.first else { return [] }
      return [objective(condition, !side)].compactMap(\.self).map {
        UnseenSide(objective: $0, isNeeded: true)
      }
    }
    let fromPieces = pieces.keys.sorted().flatMap { id -> [NodeID] in
      guard case .call(let kernel, let arguments) = algebra[id], let seen = pieces[id], !seen.isEmpty else {
        return []
      }
      return objectives(kernel, arguments, beyond: seen)
    }
    return fromConditions
      + fromPieces.filter(isPossible).map { UnseenSide(objective: $0, isNeeded: oscillates($0)) }
  }

  /// A condition of which only one side was seen, and that side.
  var oneSided: (condition: NodeID, seen: Bool)? {
    for condition in conditions.keys.sorted() {
      guard let sides = conditions[condition], sides.count == 1, let side = sides.first else { continue }
      return (condition, side)
    }
    return nil
  }

  /// Whether what is known of the unknowns leaves it open that a formula is above 0.
  private func isPossible(_ objective: NodeID) -> Bool {
    guard let form = try? algebra.canonical(objective),
      let condition = try? algebra.comparison(.greater, form, algebra.zero)
    else { return true }
    return algebra[condition] != .boolean(false)
  }

  /// Whether a formula turns round without end, so that no search of finite length speaks for all of it.
  private func oscillates(_ id: NodeID) -> Bool {
    algebra.reachable(from: [id]).contains { part in
      guard case .call(let kernel, _) = algebra[part] else { return false }
      return [.sin, .cos, .tan, .floor, .ceil, .round].contains(kernel)
    }
  }

  /// A formula that is above 0 where a condition has a truth value; nil where that has no breadth.
  private func objective(_ condition: NodeID, _ wanted: Bool) -> NodeID? {
    func difference(_ left: NodeID, _ right: NodeID) -> NodeID {
      algebra.rawSum([left, algebra.rawNegative(right)])
    }
    switch algebra[condition] {
    case .comparison(let relation, let left, let right):
      switch relation {
      case .greater, .atLeast: return wanted ? difference(left, right) : difference(right, left)
      case .less, .atMost: return wanted ? difference(right, left) : difference(left, right)
      case .equal, .unequal:
        return (relation == .unequal) == wanted
          ? algebra.rawCall(.abs, [difference(left, right)]) : nil
      }
    case .not(let operand): return objective(operand, !wanted)
    case .and(let operands): return objective(operands, wanted, together: wanted)
    case .or(let operands): return objective(operands, wanted, together: !wanted)
    default: return nil
    }
  }

  private func objective(_ operands: [NodeID], _ wanted: Bool, together: Bool) -> NodeID? {
    let parts = operands.compactMap { objective($0, wanted) }
    guard !parts.isEmpty, !together || parts.count == operands.count else { return nil }
    return algebra.rawCall(together ? .min : .max, parts)
  }

  /// Formulas that are above 0 where a function shows another piece than those seen.
  private func objectives(_ kernel: Kernel, _ arguments: [NodeID], beyond seen: Set<Int>) -> [NodeID] {
    let inside = arguments[0]
    func shifted(_ id: NodeID, by shift: Rational) -> NodeID { algebra.rawSum([id, algebra.number(shift)]) }
    switch kernel {
    case .abs, .sign, .relu:
      return (seen.contains(1) ? [] : [inside]) + (seen.contains(-1) ? [] : [algebra.rawNegative(inside)])
    case .max, .min, .argmax, .argmin:
      let isLargest = kernel == .max || kernel == .argmax
      let shift = kernel == .max || kernel == .min ? 0 : 1
      return arguments.indices.filter { !seen.contains($0 + shift) && arguments.count > 1 }.map { index in
        var others = arguments
        let own = others.remove(at: index)
        let best = algebra.rawCall(isLargest ? .max : .min, others)
        return algebra.rawSum(
          isLargest ? [own, algebra.rawNegative(best)] : [best, algebra.rawNegative(own)])
      }
    case .floor, .ceil, .round:
      guard seen.count == 1, let step = seen.first, arguments.count == 1 || arguments[1] == algebra.zero,
        let offset = try? Rational(kernel == .floor ? 0 : kernel == .ceil ? -2 : -1, over: 2)
      else { return [] }
      // The step k is seen from k + offset to k + 1 + offset.
      guard let lower = try? Rational(step) + offset, let upper = try? lower + .one else { return [] }
      return [shifted(inside, by: -upper), algebra.rawNegative(shifted(inside, by: -lower))]
    default: return []
    }
  }
}
