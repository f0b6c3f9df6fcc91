/// Two formulas that are said to be equal where a condition on the unknowns holds, as `2x = 6` is where x is 3.
public struct Equation: Hashable, Sendable {
  /// The left side.
  public let left: Expression
  /// The right side.
  public let right: Expression

  /// Makes an equation.
  public init(_ left: Expression, _ right: Expression) {
    self.left = left
    self.right = right
  }

  /// Reads `left == right` or `left = right`; ranges are in the whole text.
  public init(parsing text: String) throws(ExpressionError) {
    let bytes = Array(text.utf8)
    let equals = UInt8(ascii: "=")
    // A single sign; in == and <= it belongs to a relation that the parser reads.
    let relations: Set<UInt8> = [equals, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!")]
    let single = bytes.indices.first { index in
      bytes[index] == equals && (index == 0 || !relations.contains(bytes[index - 1]))
        && (index + 1 == bytes.count || bytes[index + 1] != equals)
    }
    if let single {
      // The left part begins where the text does, so that its offsets are right already.
      left = try Expression.parse(String(decoding: bytes[..<single], as: UTF8.self))
      right = try Expression.parse(text, from: single + 1)
      return
    }
    let whole = try Expression.parse(text)
    guard case .comparison(let first, let comparisons) = whole.form, comparisons.count == 1,
      comparisons[0].relation == .equal
    else {
      throw ExpressionError(whole.extent, "this is no equation", help: "an equation is written left = right")
    }
    (left, right) = (first, comparisons[0].operand)
  }

  /// The equation as a condition.
  public var condition: Expression {
    Expression(
      .comparison(left, [Expression.Comparison(.equal, right)]),
      left.extent.lowerBound..<max(left.extent.upperBound, right.extent.upperBound))
  }
}

extension Equality {
  /// Decides whether an equation follows from another, and says the same: it has the same solutions.
  ///
  /// It holds wherever the other does where both sides changed alike: the same was added, both were multiplied by what has
  /// a value everywhere under the assumptions, or the same of `exp`, `log`, a root, a square and a reciprocal was taken.
  /// Else, where the first can be solved for one unknown that has a number before it, the second is decided with that
  /// solution in its place, and a counterexample solves the first and not the second. As in all decisions, points without
  /// breadth do not count, so that `a*x = b` gives `x = b/a`; but `x^2 = 3x` does not give `x = 3`, which loses a
  /// solution. What is left is undecided. Taking derivatives of both sides is no such step: x² = 4 does not imply 2x = 0.
  ///
  /// Solutions of both are then looked for, single ones among them, and each must solve the other as well: `x = y` does
  /// not give `x^2 = y^2`, which gains some, unless an assumption rules them out. Where no common solution is found, as
  /// for an equation that has none, nothing follows. An equation that holds for all values follows from such a one.
  public static func decide(
    that next: Equation, follows first: Equation, in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> Equality {
    let before = [first.left, first.right]
    let itself = try decide(next.left, next.right, wherever: before, in: setting)
    if itself.holds, try decide(first.left, first.right, in: setting).holds { return itself }
    let result = try itself.holds ? itself : decide(that: next, holdsWhere: first, in: setting)
    if case .different = result { return result }
    let objection = try SolutionComparison(of: first, with: next, in: setting).objection()
    if case .different? = objection { return objection ?? result }
    return result.holds ? objection ?? result : result
  }

  private static func decide(
    that next: Equation, holdsWhere first: Equation, in setting: AlgebraSetting
  ) throws(ExpressionError) -> Equality {
    let session = try AlgebraSession(setting)
    let before = (try session.scalar(first.left), try session.scalar(first.right))
    let after = (try session.scalar(next.left), try session.scalar(next.right))
    if session.isMultiple(of: before, after) { return .proved }
    for rule in session.changesOfBothSides {
      let changed = [(rule(before.0), after.0), (rule(before.1), after.1)].map {
        // Where the first equation has no values, nothing follows from it.
        EqualityDecision(session: session, left: $0, right: $1, within: [before.0, before.1]).result
      }
      if changed.allSatisfy(\.holds) { return changed.contains(.proved) ? changed[1] : changed[0] }
    }
    var solving = setting
    solving.assumptions.append(first.condition)
    let result = try decide(next.left, next.right, in: solving)
    guard case .undecided = result else { return result }
    return .undecided(
      reason: "it is not clear that \(next.left) = \(next.right) follows",
      help:
        "one change of both sides at a time is easiest to follow; dividing needs an assumption such as a != 0"
    )
  }
}

extension AlgebraSession {
  func scalar(_ expression: Expression) throws(ExpressionError) -> NodeID {
    guard case .number(let id) = try elaborate(expression) else {
      throw ExpressionError(expression.extent, "the sides of an equation that others follow from are numbers")
    }
    return id
  }

  /// Functions that both sides may go through; those that are not one-to-one lead forwards only, which is enough.
  fileprivate var changesOfBothSides: [(NodeID) -> NodeID] {
    let algebra = algebra
    return [
      { algebra.rawCall(.log, [$0]) }, { algebra.rawExponential($0) },
      { algebra.rawPower($0, algebra.number(2)) },
      { algebra.rawRoot($0) }, { algebra.rawPower($0, algebra.minusOne) },
    ]
  }

  /// Whether one difference of sides is the other times a factor that has a value wherever the assumptions hold.
  func isMultiple(of first: (NodeID, NodeID), _ next: (NodeID, NodeID)) -> Bool {
    func difference(_ sides: (NodeID, NodeID)) throws(AlgebraLimit) -> NodeID {
      try algebra.difference(
        try algebra.canonical(substituted(sides.0)), try algebra.canonical(substituted(sides.1)))
    }
    do {
      let before = try difference(first)
      // From an equation without solutions everything would follow.
      let bounds = algebra.bounds(of: before)
      guard !bounds.isPositive, !bounds.isNegative else { return false }
      var form = NormalForm(algebra: algebra)
      guard try !form.isZero(before) else { return false }
      let factor = try form.normal(try algebra.quotient(try difference(next), before))
      // Nothing may vanish below the line, and no root or logarithm may lack a value.
      return try algebra.domainConditions(of: factor).allSatisfy { condition in
        try algebra.domainConditions(of: first.0).contains(condition)
          || algebra.domainConditions(of: first.1).contains(condition)
      }
    } catch {
      return false
    }
  }
}
