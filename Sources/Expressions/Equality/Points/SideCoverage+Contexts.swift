extension SideCoverage {
  /// For each part with kinks formulas that are above 0 where it matters: factors beside it that do not vanish, and
  /// the conditions of the branches that it stands in.
  ///
  /// Of several ways from the whole to a part the one with the fewest formulas counts.
  var contexts: [NodeID: [NodeID]] {
    var contexts: [NodeID: [NodeID]] = [:]
    for root in roots { contexts[root] = [] }
    func offer(_ context: [NodeID], to id: NodeID) {
      if let known = contexts[id], known.count <= context.count { return }
      contexts[id] = context
    }
    // What contains others comes first.
    for id in relevant {
      let own = contexts[id] ?? []
      switch algebra[id] {
      case .product(let factors):
        for (index, factor) in factors.enumerated() {
          var others = factors
          others.remove(at: index)
          offer(own + others.flatMap(nonvanishing), to: factor)
        }
      case .conditional(let condition, let first, let second):
        offer(own, to: condition)
        offer(own + [objective(condition, true)].compactMap(\.self), to: first)
        offer(own + [objective(condition, false)].compactMap(\.self), to: second)
      default:
        for child in algebra[id].children { offer(own, to: child) }
      }
    }
    return contexts
  }

  /// Formulas that are at least 0 wherever both sides have values; none where branches have needs of their own.
  var needs: [NodeID] {
    let formulas = roots + premises
    let hasBranches = algebra.reachable(from: formulas).contains {
      if case .conditional = algebra[$0] { true } else { false }
    }
    guard !hasBranches else { return [] }
    let conditions = formulas.compactMap { try? algebra.domainConditions(of: $0) }.flatMap { $0 }
    return conditions.uniqued.compactMap { condition in
      switch condition.kind {
      case .positive, .nonnegative: condition.formula
      case .nonzero: nil
      case .withinOne:
        algebra.rawSum([
          algebra.one, algebra.rawNegative(algebra.rawPower(condition.formula, algebra.number(2))),
        ])
      }
    }
  }

  /// Formulas that are above 0 where a factor is not 0; none where it is 0 at points without breadth only.
  private func nonvanishing(_ id: NodeID) -> [NodeID] {
    switch algebra[id] {
    case .power(let base, _): return nonvanishing(base)
    case .product(let factors): return factors.flatMap(nonvanishing)
    case .call(.relu, let arguments): return arguments
    case .call(.abs, _), .call(.sign, _): return []
    case .conditional(let condition, let first, let second)
    where first == algebra.zero || second == algebra.zero:
      return [objective(condition, second == algebra.zero)].compactMap(\.self)
    case .call(let kernel, let arguments) where kernel == .max || kernel == .min:
      let others = arguments.filter { $0 != algebra.zero }
      guard others.count == 1, arguments.count == 2 else { return [algebra.rawCall(.abs, [id])] }
      return [kernel == .max ? others[0] : algebra.rawNegative(others[0])]
    default: return relevant.contains(id) ? [algebra.rawCall(.abs, [id])] : []
    }
  }
}
