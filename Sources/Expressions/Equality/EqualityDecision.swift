/// One decision about two scalar formulas.
struct EqualityDecision {
  let session: AlgebraSession
  /// The formulas as written, after equations that the assumptions contain.
  let left: NodeID
  let right: NodeID
  let entry: Int?
  private let assumptions: [NodeID]
  /// All parts of both sides and of the assumptions, parts first.
  private let order: [NodeID]

  /// Points with values on both sides that an answer from points alone needs.
  static let neededPoints = 12
  /// Points at which values are compared, beyond the turns of simple numbers, where the formulas are small.
  static let wantedPoints = 60
  /// Points at which even a proof is checked: it must survive arithmetic that shares no rule with it.
  static let checkedPoints = 24
  /// Parts that are evaluated in all.
  static let evaluationLimit = 300_000

  init(session: AlgebraSession, left: NodeID, right: NodeID, entry: Int? = nil) {
    self.session = session
    self.entry = entry
    self.left = session.substituted(left)
    self.right = session.substituted(right)
    assumptions = session.assumptions.map(session.substituted)
    order = session.algebra.reachable(from: [self.left, self.right] + assumptions)
  }

  var result: Equality {
    let isProved = isProved
    let seen = comparePoints(atMost: isProved ? Self.checkedPoints : 400)
    if let counterexample = seen.counterexample { return .different(counterexample) }
    if isProved { return .proved }
    if seen.symbols == 0, seen.agreements > 0 { return .tested(points: 1) }
    if seen.agreements >= Self.neededPoints, seen.oneSided == nil { return .tested(points: seen.agreements) }
    return .undecided(
      reason: reason(seen),
      help: "assumptions such as x > 0 say where to look, and smaller steps are easier to decide")
  }

  private func reason(_ seen: Comparison) -> String {
    if seen.admitted == 0 { return "no point was found at which the assumptions hold" }
    if let (condition, side) = seen.oneSided {
      let text = session.written(.condition(condition))?.description ?? "a condition"
      return "no point was found at which \(text) is \(side ? "false" : "true")"
    }
    if seen.agreements == 0 {
      return "no point was found at which both sides have a value that can be computed"
    }
    return "only \(counted(seen.agreements, "point", "points")) were found at which both sides have a value"
  }

  /// Whether the normal forms are the same, and the conditions for having a value too.
  private var isProved: Bool {
    if left == right { return true }
    let algebra = session.algebra
    guard let difference = try? algebra.difference(algebra.canonical(left), algebra.canonical(right)),
      let first = try? algebra.broadConditions(of: left),
      let second = try? algebra.broadConditions(of: right),
      first == second
    else { return false }
    var form = NormalForm(algebra: algebra)
    return (try? form.isZero(difference)) ?? false
  }

  // MARK: Points

  /// What was seen at the points.
  private struct Comparison {
    var symbols = 0
    /// Points at which the assumptions hold.
    var admitted = 0
    /// Points at which both sides have the same value.
    var agreements = 0
    var counterexample: Counterexample?
    /// A condition of an `if` of which only one side was seen.
    var oneSided: (condition: NodeID, seen: Bool)?
  }

  private enum Sight {
    case outside, unclear, equal
    case different(Ball?, Ball?)
  }

  private func comparePoints(atMost most: Int) -> Comparison {
    let symbols = session.algebra.symbols(of: [left, right] + assumptions).map(\.id)
    var source = PointSource(symbols: symbols, bounds: session.algebra.bounds, landmarks: landmarks)
    var seen = Comparison(symbols: symbols.count)
    let limit = symbols.isEmpty ? 1 : max(24, min(most, Self.evaluationLimit / max(order.count, 1)))
    let wanted = Self.wantedPoints + source.turns
    var domainDifference: Counterexample?
    var coverage = BranchCoverage(of: order, in: session.algebra)
    for _ in 0..<limit where seen.agreements < wanted {
      let point = source.next()
      let (sight, evaluator) = look(at: point)
      if case .equal = sight { coverage.note(evaluator) }
      switch sight {
      case .outside: continue
      case .unclear: seen.admitted += 1
      case .equal: (seen.admitted, seen.agreements) = (seen.admitted + 1, seen.agreements + 1)
      case .different(let first?, let second?):
        seen.admitted += 1
        seen.counterexample = counterexample(point, first, second)
        return seen
      case .different(let first, let second):
        seen.admitted += 1
        guard domainDifference == nil, hasBreadth(point, first == nil, &source) else { continue }
        domainDifference = counterexample(point, first, second)
      }
    }
    seen.counterexample = domainDifference
    seen.oneSided = coverage.oneSided
    return seen
  }

  /// Small numbers in the formulas, where branches and kinks may be.
  private var landmarks: [Rational] {
    let numbers = order.compactMap(session.algebra.rational).filter { $0.magnitude.double < 1e12 }
    return Array(numbers.uniqued.prefix(12))
  }

  private func look(at point: [NodeID: Rational]) -> (Sight, BallEvaluator) {
    var evaluator = BallEvaluator(algebra: session.algebra, at: point)
    evaluator.evaluate(order)
    return (sight(evaluator), evaluator)
  }

  private func sight(_ evaluator: BallEvaluator) -> Sight {
    for assumption in assumptions where evaluator[assumption] != .truth(true) { return .outside }
    switch (evaluator[left], evaluator[right]) {
    case (.value(let first), .value(let second)): return compare(first, second)
    case (.value(let first), .undefined): return .different(first, nil)
    case (.undefined, .value(let second)): return .different(nil, second)
    default: return .unclear
    }
  }

  /// Values differ where their distance is beyond both errors; they agree where the errors leave 16 digits at least.
  private func compare(_ first: Ball, _ second: Ball) -> Sight {
    let difference = first - second
    if difference.isPositive || difference.isNegative { return .different(first, second) }
    let size = max(first.value.high.magnitude, second.value.high.magnitude)
    let error = first.radius + second.radius
    return error <= 0x1p-53 * size || error <= 1e-22 ? .equal : .unclear
  }

  /// Whether one side lacks a value all around a point, and not at the point alone.
  private func hasBreadth(
    _ point: [NodeID: Rational], _ isLeftUndefined: Bool, _ source: inout PointSource
  ) -> Bool {
    var confirmed = 0
    for _ in 0..<24 where confirmed < 6 {
      switch look(at: source.neighbour(of: point)).0 {
      case .different(let first, let second) where (first == nil) != (second == nil):
        guard (first == nil) == isLeftUndefined else { return false }
        confirmed += 1
      case .outside, .unclear: continue
      default: return false
      }
    }
    return confirmed == 6
  }

  private func counterexample(_ point: [NodeID: Rational], _ left: Ball?, _ right: Ball?) -> Counterexample {
    Counterexample(
      point: session.record(of: point, in: [self.left, self.right]), entry: entry,
      left: left?.value.high, right: right?.value.high)
  }
}
