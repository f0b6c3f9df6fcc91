/// What was seen of two formulas at many points.
struct PointFindings {
  var symbols = 0
  /// Points at which the assumptions hold.
  var admitted = 0
  /// Different points at which both sides have the same value.
  var agreements = 0
  var counterexample: Counterexample?
  /// A condition under which nothing was seen.
  var unseen: String?
  /// Whether too few values were found beside the points at which both sides have one.
  var isScattered = false
}

/// Goes from point to point, notes what is seen, and looks for what was not.
struct PointWalk {
  let session: AlgebraSession
  let comparison: PointComparison<DoubleDouble>
  private(set) var findings = PointFindings()
  private var source: PointSource
  private var coverage: SideCoverage
  private var agreeing: [[NodeID: Rational]] = []
  /// Points at which neither side has a value.
  private var blank: [[NodeID: Rational]] = []
  /// Sides that are there, or may be, and of which nothing is known.
  private var untested: UnseenSide?
  private var known: Set<[NodeID: Rational]> = []
  private var domainDifferences: [[NodeID: Rational]] = []
  /// Points that may still be looked at for breadth around them.
  private var breadthBudget = 12

  init(session: AlgebraSession, comparison: PointComparison<DoubleDouble>) {
    (self.session, self.comparison) = (session, comparison)
    let algebra = session.algebra
    let symbols = algebra.symbols(
      of: [comparison.left, comparison.right] + comparison.assumptions + comparison.spokenOf)
    // Small numbers in the formulas, where branches and kinks may be.
    let numbers = comparison.order.ids.compactMap(algebra.rational).filter { $0.magnitude.double < 1e12 }
    source = PointSource(
      symbols: symbols.map(\.id), bounds: algebra.bounds, landmarks: Array(numbers.uniqued.prefix(12)))
    coverage = SideCoverage(
      of: [comparison.left, comparison.right], within: comparison.spokenOf, in: algebra)
    findings.symbols = symbols.count
  }

  /// Looks at points until enough agree or one differs.
  mutating func run(atMost most: Int, entry: Int?) {
    let affordable = EqualityDecision.evaluationLimit / max(comparison.order.ids.count, 1)
    let limit = findings.symbols == 0 ? 1 : max(24, min(most, affordable))
    let wanted = EqualityDecision.wantedPoints + source.turns
    for _ in 0..<limit where findings.agreements < wanted {
      examine(source.next(), entry)
      if findings.counterexample != nil { return }
    }
    findings.counterexample = simplestDomainDifference(entry)
  }

  @discardableResult private mutating func examine(_ point: [NodeID: Rational], _ entry: Int?) -> Sight {
    let (sight, evaluator) = comparison.look(at: point)
    if case .outside = sight { return sight }
    findings.admitted += 1
    switch sight {
    case .outside, .unclear: break
    case .blank: blank.append(point)
    case .equal:
      coverage.note(evaluator)
      guard known.insert(point).inserted else { break }
      findings.agreements += 1
      agreeing.append(point)
    case .different(.some, .some, _): findings.counterexample = counterexample(at: rounded(point), entry)
    case .different(let left, _, _):
      // Two values that differ tell more than one that lacks, so that the search goes on.
      guard breadthBudget > 0 else { break }
      breadthBudget -= 1
      if hasBreadth(point, left == nil) { domainDifferences.append(point) }
    }
    return sight
  }

  /// Whether one side lacks a value all around a point, near or very near, and not at the point alone.
  private mutating func hasBreadth(_ point: [NodeID: Rational], _ isLeftUndefined: Bool) -> Bool {
    [7, 24, 40].contains { bits in
      var confirmed = 0
      for _ in 0..<24 where confirmed < 6 {
        switch comparison.look(at: source.neighbour(of: point, withinBits: bits)).sight {
        case .different(let left, let right, _) where (left == nil) != (right == nil):
          guard (left == nil) == isLeftUndefined else { return false }
          confirmed += 1
        case .outside, .blank, .unclear: continue
        default: return false
        }
      }
      return confirmed == 6
    }
  }

  /// Of the points with breadth around them at which one side lacks a value, the one that reads most simply.
  private mutating func simplestDomainDifference(_ entry: Int?) -> Counterexample? {
    func length(_ point: [NodeID: Rational]) -> Double {
      // A number of 0 makes a special point.
      point.values.reduce(0) {
        $0 + ($1.isZero ? 4 : Double($1.numerator.magnitude) + Double($1.denominator))
      }
    }
    return domainDifferences.min { length($0) < length($1) }.flatMap {
      counterexample(at: rounded($0), entry)
    }
  }

  /// Looks beside points at which both sides agree: values that are there only where an exponent happens to be whole,
  /// or where an assumption allows a few points, do not speak for others.
  private mutating func lookBeside(entry: Int?) {
    var agreed = 0
    for point in agreeing.suffix(12) {
      let before = findings.agreements
      for bits in [7, 24] where findings.agreements == before && findings.counterexample == nil {
        examine(source.neighbour(of: point, withinBits: bits), entry)
      }
      if findings.agreements > before { agreed += 1 }
    }
    findings.isScattered = agreed < EqualityDecision.neededNeighbours
  }

  /// Compares beside the points, on sides of kinks, conditions and domains that none of them has reached, and along
  /// their boundaries.
  mutating func search(beyond domains: [NodeID], entry: Int?) {
    if findings.symbols > 0 { lookBeside(entry: entry) }
    examineOrderedPoints(entry)
    searchUnseenSides(and: domains, entry)
    compareAlongBoundaries(and: domains, entry)
    if findings.counterexample == nil { findings.counterexample = simplestDomainDifference(entry) }
    findings.unseen = unseen
  }

  /// Kinks of many unknowns have sides that random points hardly reach.
  private mutating func examineOrderedPoints(_ entry: Int?) {
    guard !coverage.pieces.isEmpty else { return }
    let affordable = EqualityDecision.evaluationLimit / (2 * max(comparison.order.ids.count, 1))
    for point in source.orderedPoints(atMost: affordable) where findings.counterexample == nil {
      examine(point, entry)
    }
  }

  private mutating func searchUnseenSides(and domains: [NodeID], _ entry: Int?) {
    var search = SideSearch(algebra: session.algebra, assumptions: comparison.assumptions)
    let proof = SideProof(algebra: session.algebra)
    let starts = Array(agreeing.prefix(30))
    var excused: Set<UnseenSide> = []
    for side in coverage.unseen + domains.map({ UnseenSide(objectives: [$0]) }) {
      var isHidden = false
      for point in search.points(above: side.objectives, from: starts) {
        guard findings.counterexample == nil else { return }
        // A side that is there, and of which no value can be computed, is not tested.
        if case .unclear = examine(point, entry) { isHidden = true }
      }
      if !isHidden, search.isConclusive, proof.trustsSearch(side.objectives) { excused.insert(side) }
    }
    untested = coverage.unseen.first { !$0.isOfCondition && !excused.contains($0) }
  }

  /// Where one side changes from one piece to another, the other must too, at the very same place.
  private mutating func compareAlongBoundaries(and domains: [NodeID], _ entry: Int?) {
    var search = SideSearch(algebra: session.algebra, assumptions: comparison.assumptions)
    let starts = Array(agreeing.suffix(60))
    for boundary in coverage.boundaries {
      for (above, below) in search.crossings(of: boundary, between: starts) {
        for point in [above, below] where findings.counterexample == nil { examine(point, entry) }
      }
    }
    for boundary in domains {
      for (above, below) in search.crossings(of: boundary, between: starts + blank.prefix(30)) {
        // A little away from the end of a domain there is room for what lacks a value.
        for point in [above, below] {
          for bits in [12, 22, 32] where findings.counterexample == nil {
            examine(source.neighbour(of: point, withinBits: bits), entry)
          }
        }
      }
    }
  }

  /// What nobody has seen, in words.
  private var unseen: String? {
    if let (condition, side) = coverage.oneSided {
      let text = session.written(.condition(condition))?.description ?? "a condition"
      return "\(text) is \(side ? "false" : "true")"
    }
    guard let untested else { return nil }
    let texts = untested.objectives.prefix(3).map {
      session.written(.number($0))?.description ?? "a part"
    }
    let verb = texts.count == 1 ? "is" : "are"
    return "\(texts.joined(separator: " and ")) \(verb) above 0 and both sides can be computed"
  }

  /// Looks at some of the points again in wider arithmetic: the first, the simplest ones, and the last.
  mutating func lookAgain(_ wide: PointComparison<WideNumber>, entry: Int?) {
    let half = EqualityDecision.widePoints / 2
    for point in (agreeing.prefix(half) + agreeing.dropFirst(half).suffix(half)) {
      guard case .different(let left, let right, let difference) = wide.look(at: point).sight else {
        continue
      }
      findings.counterexample = counterexample(point, left, right, difference, entry)
      return
    }
  }

  /// The point rounded to as few digits as still show a difference.
  private mutating func rounded(_ point: [NodeID: Rational]) -> [NodeID: Rational] {
    for digits in [1, 2, 3, 4, 6, 8, 10, 13] {
      let candidate = point.mapValues { $0.rounded(toSignificant: digits) ?? $0 }
      if candidate == point { break }
      guard case .different(let left, let right, _) = comparison.look(at: candidate).sight else { continue }
      if left != nil, right != nil { return candidate }
      if hasBreadth(candidate, left == nil) { return candidate }
    }
    return point
  }

  private func counterexample(at point: [NodeID: Rational], _ entry: Int?) -> Counterexample? {
    guard case .different(let left, let right, let difference) = comparison.look(at: point).sight else {
      return nil
    }
    return counterexample(point, left, right, difference, entry)
  }

  private func counterexample(
    _ point: [NodeID: Rational], _ left: Double?, _ right: Double?, _ difference: Double?, _ entry: Int?
  ) -> Counterexample {
    Counterexample(
      point: session.record(of: point, in: [comparison.left, comparison.right]), entry: entry, left: left,
      right: right, difference: difference)
  }
}
