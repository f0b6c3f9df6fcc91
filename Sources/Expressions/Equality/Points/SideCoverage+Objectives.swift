/// A side that no point has reached, and formulas that are all above 0 where it is.
struct UnseenSide: Hashable {
  var objectives: [NodeID]
  /// Whether it is a side of a condition, whose text says more than a formula.
  var isOfCondition = false
}

extension SideCoverage {
  /// The sides that were not seen and that are not known to be empty.
  var unseen: [UnseenSide] {
    let contexts = contexts
    let fromConditions = conditions.keys.sorted().flatMap { condition -> [UnseenSide] in
      guard let seen = conditions[condition], seen.count == 1, let side = seen.first else { return [] }
      return [objective(condition, !side)].compactMap(\.self).map {
        UnseenSide(objectives: [$0], isOfCondition: true)
      }
    }
    let fromPieces = pieces.keys.sorted().flatMap { id -> [UnseenSide] in
      // What was never reached matters only where other factors may have hidden it.
      guard case .call(let kernel, let arguments) = algebra[id], let seen = pieces[id],
        !seen.isEmpty || contexts[id]?.isEmpty == false
      else { return [] }
      return objectives(kernel, arguments, beyond: seen).map { own in
        // Where several unseen kinks are multiplied, each matters only where the others do not vanish.
        UnseenSide(objectives: ([own] + (contexts[id] ?? [])).uniqued)
      }
    }
    let proof = SideProof(algebra: algebra)
    let needs = needs
    return fromConditions + fromPieces.uniqued.filter { !proof.isEmpty($0.objectives + needs) }
  }

  /// Formulas that are 0 where a condition changes, a function has its kink, or a step is taken.
  var boundaries: [NodeID] {
    let fromConditions = conditions.keys.sorted().flatMap { condition in
      algebra.reachable(from: [condition]).compactMap { part -> NodeID? in
        guard case .comparison(_, let left, let right) = algebra[part] else { return nil }
        return algebra.rawSum([left, algebra.rawNegative(right)])
      }
    }
    let fromPieces = pieces.keys.sorted().flatMap { id -> [NodeID] in
      guard case .call(let kernel, let arguments) = algebra[id], let seen = pieces[id] else { return [] }
      switch kernel {
      case .floor, .ceil, .round: return steps(kernel, arguments, among: seen)
      default: return objectives(kernel, arguments, beyond: [])
      }
    }
    return (fromConditions + fromPieces).uniqued
  }

  /// What is inside a function that changes in steps, less where some of the steps that were seen begin.
  private func steps(_ kernel: Kernel, _ arguments: [NodeID], among seen: Set<Int>) -> [NodeID] {
    guard arguments.count == 1 || arguments[1] == algebra.zero else { return [] }
    let near = seen.sorted { ($0.magnitude, $0) < ($1.magnitude, $1) }.prefix(4)
    return near.compactMap { step in
      guard let start = start(of: step, kernel) else { return nil }
      return algebra.rawSum([arguments[0], algebra.number(-start)])
    }
  }

  /// Where a step begins: it ends where the next one does.
  private func start(of step: Int, _ kernel: Kernel) -> Rational? {
    guard step.magnitude < 1 << 50 else { return nil }
    return try? Rational(step) + (try Rational(kernel == .floor ? 0 : kernel == .ceil ? -2 : -1, over: 2))
  }

  /// A condition of which only one side was seen, and that side.
  var oneSided: (condition: NodeID, seen: Bool)? {
    for condition in conditions.keys.sorted() {
      guard let sides = conditions[condition], sides.count == 1, let side = sides.first else { continue }
      return (condition, side)
    }
    return nil
  }

  /// A formula that is above 0 where a condition has a truth value; nil where that has no breadth.
  func objective(_ condition: NodeID, _ wanted: Bool) -> NodeID? {
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
        let best = others.count == 1 ? others[0] : algebra.rawCall(isLargest ? .max : .min, others)
        return algebra.rawSum(
          isLargest ? [own, algebra.rawNegative(best)] : [best, algebra.rawNegative(own)])
      }
    case .floor, .ceil, .round:
      guard seen.count == 1, let step = seen.first, arguments.count == 1 || arguments[1] == algebra.zero,
        let lower = start(of: step, kernel), let upper = try? lower + .one
      else { return [] }
      return [shifted(inside, by: -upper), algebra.rawNegative(shifted(inside, by: -lower))]
    default: return []
    }
  }
}
