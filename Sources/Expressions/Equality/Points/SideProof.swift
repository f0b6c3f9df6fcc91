/// Shows that formulas are above 0 together at no point, as far as simple reasons reach.
struct SideProof {
  let algebra: Algebra

  /// Whether one of them is nowhere above 0, or the sum of two of them, or of all.
  func isEmpty(_ objectives: [NodeID]) -> Bool {
    if objectives.contains(where: { isNeverPositive($0) }) { return true }
    guard objectives.count > 1, objectives.count <= 8 else { return false }
    for (index, first) in objectives.enumerated() {
      for second in objectives[..<index] where isNeverPositive(algebra.rawSum([first, second])) {
        return true
      }
    }
    return isNeverPositive(algebra.rawSum(objectives))
  }

  private func isNeverPositive(_ objective: NodeID) -> Bool {
    guard let form = try? algebra.canonical(objective) else { return false }
    return isNeverPositive(form, depth: 3)
  }

  /// Parts that pull the formula down are replaced by what they are at least as large as.
  private func isNeverPositive(_ form: NodeID, depth: Int) -> Bool {
    if let condition = try? algebra.comparison(.greater, form, algebra.zero),
      algebra[condition] == .boolean(false)
    {
      return true
    }
    guard depth > 0 else { return false }
    for (coefficient, monic) in algebra.terms(of: form) {
      for bound in bounds(of: monic, fromBelow: coefficient.isNegative) {
        guard let own = try? algebra.scaled(coefficient, monic),
          let other = try? algebra.scaled(coefficient, try algebra.canonical(bound)),
          let looser = try? algebra.sum([try algebra.difference(form, own), other])
        else { continue }
        if isNeverPositive(looser, depth: depth - 1) { return true }
      }
    }
    return false
  }

  /// Formulas that a function is never below, or never above.
  private func bounds(of id: NodeID, fromBelow: Bool) -> [NodeID] {
    guard case .call(let kernel, let arguments) = algebra[id] else { return [] }
    let mean = algebra.rawQuotient(algebra.rawSum(arguments), algebra.number(arguments.count))
    switch kernel {
    case .max, .logsumexp: return fromBelow ? [mean] + arguments.prefix(8) : []
    case .min: return fromBelow ? [] : [mean] + arguments.prefix(8)
    case .abs: return fromBelow ? [arguments[0], algebra.rawNegative(arguments[0])] : []
    case .relu, .softplus: return fromBelow ? [arguments[0], algebra.zero] : []
    default: return []
    }
  }
}

/// Whether a search that ended everywhere on a summit below 0 speaks for all points.
extension SideProof {
  /// It does for a smooth formula of few unknowns that does not turn round without end.
  func trustsSearch(_ objectives: [NodeID]) -> Bool {
    guard objectives.count == 1, algebra.symbols(of: objectives).count <= 3 else { return false }
    return !algebra.reachable(from: objectives).contains { part in
      switch algebra[part] {
      case .call(let kernel, _): kernel.hasKinks || [.sin, .cos, .tan].contains(kernel)
      case .conditional: true
      default: false
      }
    }
  }
}
