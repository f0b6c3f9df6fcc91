/// One decision about two scalar formulas.
struct EqualityDecision {
  let session: AlgebraSession
  /// The formulas as written, after equations that the assumptions contain.
  let left: NodeID
  let right: NodeID
  let entry: Int?
  private let assumptions: [NodeID]
  /// Formulas that have values wherever the step is spoken of: those of which derivatives are taken, above all.
  private let spokenOf: [NodeID]
  /// Formulas without whose values the right side counts as having none.
  private let needed: [NodeID]

  /// Points with values on both sides that an answer from points alone needs.
  static let neededPoints = 12
  /// Random points beside them that must agree as well.
  static let neededNeighbours = 6
  /// Points at which values are compared, beyond the turns of simple numbers, where the formulas are small.
  static let wantedPoints = 60
  /// Points at which even a proof is checked: it must survive arithmetic that shares no rule with it.
  static let checkedPoints = 24
  /// Points that are looked at again in arithmetic of 154 digits.
  static let widePoints = 8
  /// Parts of all entries together that one step may have.
  static let costLimit = 40_000
  /// Parts that are evaluated in all.
  static let evaluationLimit = 300_000

  init(
    session: AlgebraSession, left: NodeID, right: NodeID, entry: Int? = nil, within premises: [NodeID] = [],
    needing needed: [NodeID] = []
  ) {
    self.session = session
    self.entry = entry
    self.left = session.substituted(left)
    self.right = session.substituted(right)
    assumptions = session.assumptions.map(session.substituted).flatMap(session.algebra.conjuncts)
    let free = session.differentiated.filter { !needed.contains($0) }
    spokenOf = (free + premises).map(session.substituted)
    self.needed = needed.map(session.substituted)
  }

  var result: Equality {
    let difference = normalDifference
    let isProved = left == right || (hasSameDomain && difference == session.algebra.zero)
    let open = openEquations
    let seen = comparePoints(difference, assumptions, isProved: isProved)
    if let counterexample = seen.counterexample { return .different(counterexample) }
    if isProved || open.contains(where: isMultiple) {
      return isGrounded(seen, open) ? .proved : undecided(seen)
    }
    guard let equation = open.first else { return verdict(seen) }
    // The few points that are found on an equation do not speak for all of them.
    let others = assumptions.filter { !open.contains($0) }
    let everywhere = comparePoints(difference, others, isProved: false)
    if everywhere.counterexample == nil {
      return isGrounded(seen, open) ? verdict(everywhere) : undecided(seen)
    }
    if seen.admitted == 0 { return verdict(seen) }
    let text = session.written(.condition(equation))?.description ?? "the equation"
    return .undecided(
      reason: "it is used that \(text), and algebra cannot put that in",
      help: "an equation that gives an unknown, such as x == 2, can be put in")
  }

  private func verdict(_ seen: PointFindings) -> Equality {
    if seen.symbols == 0, seen.agreements > 0 { return .tested(points: 1) }
    if seen.agreements >= Self.neededPoints, seen.unseen == nil, !seen.isScattered {
      return .tested(points: seen.agreements)
    }
    return undecided(seen)
  }

  private func undecided(_ seen: PointFindings) -> Equality {
    .undecided(
      reason: reason(seen),
      help: "assumptions such as x > 0 say where to look, and smaller steps are easier to decide")
  }

  private func reason(_ seen: PointFindings) -> String {
    if seen.admitted == 0 {
      let condition = spokenOf.isEmpty ? "" : " and what is differentiated has a value"
      return "no point was found at which the assumptions hold\(condition)"
    }
    if let unseen = seen.unseen { return "no point was found at which \(unseen)" }
    if seen.agreements == 0 {
      return "no point was found at which both sides have a value that can be computed"
    }
    if seen.agreements >= Self.neededPoints {
      return "both sides were found to have values at single points only"
    }
    let points = seen.agreements == 1 ? "1 point was" : "\(seen.agreements) points were"
    return "only \(points) found at which both sides have a value"
  }
}

// Algebra.
extension EqualityDecision {
  /// The normal form of the left less the right; nil where it passes the limits.
  private var normalDifference: NodeID? {
    let algebra = session.algebra
    guard let difference = try? algebra.difference(algebra.canonical(left), algebra.canonical(right)) else {
      return nil
    }
    var form = NormalForm(algebra: algebra)
    return try? form.normal(difference)
  }

  /// Whether the conditions for having a value are the same on both sides.
  private var hasSameDomain: Bool {
    guard let first = try? session.algebra.broadConditions(of: left),
      let second = try? session.algebra.broadConditions(of: right)
    else { return false }
    return first == second && neededConditions.subtracting(first).isEmpty
  }

  /// What the formulas that the right side needs have to fulfil, where the step is spoken of.
  private var neededConditions: Set<DomainCondition> {
    let algebra = session.algebra
    let known = Set(spokenOf.flatMap { (try? algebra.broadConditions(of: $0)) ?? [] })
    return Set(needed.flatMap { (try? algebra.broadConditions(of: $0)) ?? [] }).subtracting(known)
  }

  /// Formulas that are above 0 where only one side has a value, as far as the conditions of both tell.
  private var domainObjectives: [NodeID] {
    let algebra = session.algebra
    guard let first = try? algebra.broadConditions(of: left),
      let second = try? algebra.broadConditions(of: right)
    else { return [] }
    let conditions = first.symmetricDifference(second.union(neededConditions)).sorted {
      $0.formula < $1.formula
    }
    return conditions.compactMap { condition in
      switch condition.kind {
      case .nonzero: nil
      case .positive, .nonnegative: algebra.rawNegative(condition.formula)
      case .withinOne:
        algebra.rawSum([algebra.rawPower(condition.formula, algebra.number(2)), algebra.minusOne])
      }
    }
  }

  /// Assumed equations that give no unknown to put in.
  private var openEquations: [NodeID] {
    let algebra = session.algebra
    return assumptions.filter { id in
      guard case .comparison(.equal, _, _) = algebra[id], let form = try? algebra.canonical(id) else {
        return false
      }
      return algebra[form] != .boolean(true)
    }
  }

  /// Whether the difference is a multiple of that of an equation's sides.
  private func isMultiple(_ equation: NodeID) -> Bool {
    guard case .comparison(.equal, let first, let second) = session.algebra[equation], hasSameDomain else {
      return false
    }
    return session.isMultiple(of: (first, second), (left, right))
  }
}

// Points.
extension EqualityDecision {
  /// Whether there is a point at which the assumptions hold and both sides have values: of none nothing is said.
  private func isGrounded(_ seen: PointFindings, _ open: [NodeID]) -> Bool {
    if seen.agreements > 0 { return true }
    let algebra = session.algebra
    let others = assumptions.filter { !open.contains($0) }
    let comparison = PointComparison<DoubleDouble>(
      algebra: algebra, left: left, right: right, difference: nil, assumptions: others,
      spokenOf: spokenOf, needed: needed)
    let search = GroundSearch(algebra: algebra, comparison: comparison)
    return open.isEmpty ? search.isFound : open.allSatisfy(search.isFound(on:))
  }

  private func comparePoints(
    _ difference: NodeID?, _ assumptions: [NodeID], isProved: Bool
  ) -> PointFindings {
    let algebra = session.algebra
    // A form much larger than the formulas costs more than it tells.
    let size = algebra.reachable(from: [left, right]).count
    let isUseful = difference.map {
      $0 != algebra.zero && algebra.reachable(from: [$0]).count < 2 * size + 20
    }
    func comparison<Number: ExtendedNumber>(_ type: Number.Type) -> PointComparison<Number> {
      PointComparison(
        algebra: algebra, left: left, right: right, difference: isUseful == true ? difference : nil,
        assumptions: assumptions, spokenOf: spokenOf, needed: needed)
    }
    var walk = PointWalk(session: session, comparison: comparison(DoubleDouble.self))
    walk.run(atMost: isProved ? Self.checkedPoints : 400, entry: entry)
    if isProved || walk.findings.counterexample != nil { return walk.findings }
    walk.search(beyond: domainObjectives, entry: entry)
    if walk.findings.counterexample == nil {
      walk.lookAgain(comparison(WideNumber.self), entry: entry)
    }
    return walk.findings
  }
}
