/// One computation: its formulas, what is known about them, and how the author writes.
final class AlgebraSession {
  let algebra: Algebra
  private var elaborator: Elaborator
  /// The assumptions as conditions.
  private(set) var assumptions: [NodeID] = []
  /// Parts with what an assumed equation says that they equal.
  private(set) var equations: [(part: NodeID, value: NodeID)] = []

  init(_ setting: AlgebraSetting, workLimit: Int = 400_000) throws(ExpressionError) {
    algebra = Algebra(workLimit: workLimit)
    elaborator = Elaborator(algebra: algebra, setting: setting)
    for assumption in setting.assumptions {
      let condition = try elaborator.condition(assumption)
      assumptions.append(condition)
      learn(condition)
    }
    elaborator.functions = []
    elaborator.usesDecimals = false
  }

  /// The formulas of which derivatives were taken so far.
  var differentiated: [NodeID] { elaborator.differentiated }

  func elaborate(_ expression: Expression) throws(ExpressionError) -> Shaped {
    try elaborator.elaborate(expression)
  }

  func derivative(of body: Expression, by variable: Path) throws(ExpressionError) -> Shaped {
    let shaped = try elaborator.derivative(of: body, by: variable, at: body.range)
    return shaped
  }

  /// How many entries a declared name has.
  func entryCount(of name: String) -> Int { elaborator.setting.variables[name] ?? 1 }

  private var renderer: Renderer {
    Renderer(
      algebra: algebra, setting: elaborator.setting, functions: elaborator.functions,
      usesDecimals: elaborator.usesDecimals)
  }

  /// A formula as text in the order of a simplified one; nil where it is too large.
  func written(_ shaped: Shaped) -> Expression? { try? renderer.expression(shaped) }

  /// The simplest form found; nil where even collecting like terms passes the limits.
  func simplified(_ shaped: Shaped) -> Simplification? {
    do {
      let canonical = try shaped.mapped { id throws(AlgebraLimit) in try algebra.canonical(id) }
      var simplifier = Simplifier(renderer: renderer, equations: equations)
      let simple = try? canonical.mapped { id throws(AlgebraLimit) in try simplifier.simplified(id) }
      let result = simple ?? canonical
      let expression = try renderer.expression(result)
      return Simplification(expression: expression, conditions: lostConditions(from: shaped, to: result))
    } catch {
      return nil
    }
  }

  /// What the first formulas needed to have values and the second do not.
  private func lostConditions(from first: Shaped, to second: Shaped) -> [Expression] {
    let before = (first.entries ?? []).compactMap { try? algebra.domainConditions(of: $0) }.flatMap { $0 }
    let after = (second.entries ?? []).compactMap { try? algebra.domainConditions(of: $0) }.flatMap { $0 }
    let formulas = Set(after.map(\.formula))
    let lost = before.filter { condition in
      condition.kind == .nonzero ? !formulas.contains(condition.formula) : !after.contains(condition)
    }
    return lost.compactMap { try? written($0) }.uniqued
  }

  /// A condition on a symbol stands alone on its left side: `x != 1`.
  private func written(_ condition: DomainCondition) throws(AlgebraLimit) -> Expression {
    var (left, right) = (condition.formula, algebra.zero)
    let terms = algebra.terms(of: left)
    if terms.count == 2, let number = terms.first(where: { $0.monic == algebra.one })?.coefficient {
      left = try algebra.difference(left, algebra.number(number))
      right = algebra.number(-number)
    }
    func relation(_ relation: Expression.Relation, _ left: NodeID, _ right: NodeID) -> NodeID {
      algebra.node(.comparison(relation, left, right))
    }
    let node =
      switch condition.kind {
      case .nonzero: relation(.unequal, left, right)
      case .nonnegative: relation(.atLeast, left, right)
      case .positive: relation(.greater, left, right)
      case .withinOne: relation(.atMost, algebra.node(.call(.abs, [condition.formula])), algebra.one)
      }
    return try renderer.expression(.condition(node))
  }
}

// What assumptions say about symbols.
extension AlgebraSession {
  private func learn(_ condition: NodeID) {
    switch algebra[condition] {
    case .and(let parts): for part in parts { learn(part) }
    case .comparison(let relation, let left, let right):
      guard let left = try? algebra.canonical(left), let right = try? algebra.canonical(right) else { return }
      bound(left, relation, right)
      bound(right, relation.mirrored, left)
      if relation == .equal { solve(left, right) }
      if relation == .unequal, let difference = try? algebra.difference(left, right) {
        algebra.nonzero.insert(difference)
      }
    default: break
    }
    algebra.knownBounds = [:]
    algebra.canonicalForms = [:]
  }

  /// A symbol beside a number.
  private func bound(_ symbol: NodeID, _ relation: Expression.Relation, _ number: NodeID) {
    guard case .symbol = algebra[symbol], let value = algebra.rational(number) else { return }
    let learned: Bounds =
      switch relation {
      case .less: Bounds(upper: value, isBelow: true)
      case .atMost: Bounds(upper: value)
      case .greater: Bounds(lower: value, isAbove: true)
      case .atLeast: Bounds(lower: value)
      case .equal: Bounds(lower: value, upper: value)
      case .unequal: Bounds()
      }
    algebra.bounds[symbol] = (algebra.bounds[symbol] ?? Bounds()).intersected(with: learned)
  }

  /// An equation in which a symbol stands alone with a number before it says what the symbol equals.
  private func solve(_ left: NodeID, _ right: NodeID) {
    guard let difference = try? algebra.difference(left, right) else { return }
    let terms = algebra.terms(of: difference)
    for (coefficient, monic) in terms.reversed() {
      guard case .symbol = algebra[monic],
        !terms.contains(where: { $0.monic != monic && algebra.depends($0.monic, on: [monic]) }),
        !equations.contains(where: { $0.part == monic || algebra.depends($0.value, on: [monic]) })
      else { continue }
      guard let own = try? algebra.scaled(coefficient, monic),
        let rest = try? algebra.difference(own, difference),
        let inverse = try? .one / coefficient, let value = try? algebra.scaled(inverse, rest)
      else { continue }
      equations.append((monic, value))
      return
    }
  }
}

extension Expression.Relation {
  /// The relation seen from the other side.
  var mirrored: Expression.Relation {
    switch self {
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    case .equal, .unequal: self
    }
  }
}
