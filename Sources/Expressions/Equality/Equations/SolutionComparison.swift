/// Whether two equations have the same solutions, as far as solutions are found.
struct SolutionComparison {
  let first: Equation
  let next: Equation
  let setting: AlgebraSetting

  init(of first: Equation, with next: Equation, in setting: AlgebraSetting) {
    (self.first, self.next, self.setting) = (first, next, setting)
  }

  /// A solution of one that does not solve the other; or that they have none in common.
  func objection() throws(ExpressionError) -> Equality? {
    let forward = try sights(of: next, whereHolds: first)
    if let lost = forward.unsolved { return .different(lost) }
    let backward = try sights(of: first, whereHolds: next)
    if var gained = backward.unsolved {
      gained.isGained = true
      return .different(gained)
    }
    if forward.isSolved || backward.isSolved { return nil }
    return .undecided(
      reason: "no point was found that solves both the equation before and this one",
      help: "assumptions such as x > 0 say where to look, and smaller steps are easier to decide")
  }

  /// What is seen at solutions by algebra, or where there are none at those that a search finds.
  private func sights(of other: Equation, whereHolds equation: Equation) throws(ExpressionError) -> Sights {
    let plain = try SolvedEquation(equation, beside: other, in: AlgebraSession(setting))
    var solving = setting
    solving.assumptions.append(equation.condition)
    let solved = try SolvedEquation(equation, beside: other, in: AlgebraSession(solving))
    if solved.session.equations.count > plain.session.equations.count {
      let exact = solved.sightsAnywhere(assuming: Array(solved.session.assumptions.dropLast()))
      if exact.isConclusive { return exact }
    }
    return plain.sightsAtSolutions(assuming: plain.session.assumptions)
  }
}

/// What was seen of an equation at solutions of another.
private struct Sights {
  /// A solution that does not solve it.
  var unsolved: Counterexample?
  /// Whether it was solved by one.
  var isSolved = false

  var isConclusive: Bool { isSolved || unsolved != nil }

  mutating func note(
    _ solution: Solution, of sides: (NodeID, NodeID), in session: AlgebraSession
  ) {
    switch solution.sight(of: sides, in: session.algebra) {
    case .solved: isSolved = true
    case .unclear: break
    case .unsolved(let left, let right):
      guard unsolved == nil else { return }
      let point = solution.points[0]
      unsolved = Counterexample(
        point: session.record(of: point, in: [sides.0, sides.1]), entry: nil, left: left, right: right,
        difference: left.flatMap { left in right.map { left - $0 } })
    }
  }
}

/// An equation and another that is looked at where it holds, as formulas of one session.
private struct SolvedEquation {
  let session: AlgebraSession
  private let sides: (NodeID, NodeID)
  private let others: (NodeID, NodeID)
  /// Formulas without whose values nothing is said: those of which derivatives are taken.
  private let spokenOf: [NodeID]

  /// Points that are tried.
  private static let pointLimit = 40
  /// Points that are enough.
  private static let neededPoints = 6

  init(
    _ equation: Equation, beside other: Equation, in session: AlgebraSession
  ) throws(ExpressionError) {
    self.session = session
    func formula(_ expression: Expression) throws(ExpressionError) -> NodeID {
      session.substituted(try session.scalar(expression))
    }
    sides = (try formula(equation.left), try formula(equation.right))
    others = (try formula(other.left), try formula(other.right))
    spokenOf = session.differentiated.map(session.substituted)
  }

  /// Where the equation has given an unknown, whatever the others are.
  func sightsAnywhere(assuming assumptions: [NodeID]) -> Sights {
    let algebra = session.algebra
    let conditions = assumptions.map(session.substituted)
    let formulas = [sides.0, sides.1] + spokenOf
    let order = EvaluationOrder(of: formulas + conditions, in: algebra)
    let symbols = algebra.symbols(of: formulas + conditions + [others.0, others.1]).map(\.id)
    var source = RestingPoints(symbols: symbols, bounds: algebra.bounds)
    var sights = Sights()
    var looked = 0
    for _ in 0..<(symbols.isEmpty ? 1 : Self.pointLimit) where looked < Self.neededPoints {
      let point = source.next()
      let evaluator = BallEvaluator<DoubleDouble>(algebra: algebra, order, at: point)
      guard conditions.allSatisfy({ evaluator[$0] == .truth(true) }),
        formulas.allSatisfy({ evaluator[$0].ball != nil })
      else { continue }
      looked += 1
      sights.note(Solution(exactly: point), of: others, in: session)
    }
    return sights
  }

  /// At single solutions.
  func sightsAtSolutions(assuming assumptions: [NodeID]) -> Sights {
    let algebra = session.algebra
    var search = SolutionSearch(
      of: sides, in: algebra, assuming: assumptions.map(session.substituted),
      beside: [others.0, others.1] + spokenOf)
    let order = EvaluationOrder(of: spokenOf, in: algebra)
    var sights = Sights()
    for solution in search.solutions() {
      let evaluator = BallEvaluator<DoubleDouble>(algebra: algebra, order, at: solution.points[0])
      guard spokenOf.allSatisfy({ evaluator[$0].ball != nil }) else { continue }
      sights.note(solution, of: others, in: session)
    }
    return sights
  }
}
