/// A small change that makes the right side of a wrong step equal to the left.
public struct Suggestion: Hashable, Sendable {
  /// What kind of change it is.
  public enum Change: Hashable, Sendable {
    /// One sign, number, exponent, operand or function is another.
    case edit
    /// The whole is multiplied by a number or a simple factor.
    case factor
    /// A term is added.
    case term
  }

  /// The kind of the change.
  public let change: Change
  /// The right side as it should be.
  public let mended: Expression
}

extension Equality {
  /// Small changes of the right side that make it equal to the left: the simplest first, at most three.
  ///
  /// Tried are: a sign; a number one more, one less, doubled, halved; an exponent; a reciprocal; swapped operands; another
  /// entry or function of a pair such as sin and cos; a term or factor too many; then what the right lacks as a factor or
  /// as a term. Each is verified as any step is, and none is given where nothing so small will do.
  public static func suggestions(
    left: Expression, right: Expression, in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> [Suggestion] {
    let search = SuggestionSearch(setting: setting, left: left, right: right)
    return try search.suggestions()
  }
}

/// Tries changes of the right side until some make it equal to the left.
private struct SuggestionSearch {
  let setting: AlgebraSetting
  let left: Expression
  let right: Expression

  /// Changes that are tried.
  static let editLimit = 600
  /// Suggestions that are made.
  static let count = 3

  func suggestions() throws(ExpressionError) -> [Suggestion] {
    let session = try AlgebraSession(setting, workLimit: 3_000_000)
    guard case .number(let target) = try session.elaborate(left),
      case .number(let wrong) = try session.elaborate(right)
    else { return [] }
    let screen = PointScreen(session: session, target: target)
    var found: [Suggestion] = []
    func add(_ change: Suggestion.Change, _ mended: Expression) {
      guard found.count < Self.count, let parsed = try? Expression.parse(mended.description),
        !found.contains(where: { $0.mended.description == parsed.description }),
        (try? Equality.decide(left, parsed, in: setting).holds) == true
      else { return }
      found.append(Suggestion(change: change, mended: parsed))
    }
    let ratio = try lacking(session, wrong, target, isFactor: true)
    if let ratio, ratio.isNumber { add(.factor, ratio.mended) }
    for edit in right.singleEdits.prefix(Self.editLimit) where found.count < Self.count && edit.readsWell {
      guard case .number(let id)? = try? session.elaborate(edit), screen.admits(id) else { continue }
      add(.edit, edit)
    }
    if found.isEmpty, let ratio { add(.factor, ratio.mended) }
    if found.isEmpty, let term = try lacking(session, wrong, target, isFactor: false) {
      add(.term, term.mended)
    }
    return found
  }

  /// What the right side lacks as a factor or as a term, where it is short.
  private func lacking(
    _ session: AlgebraSession, _ wrong: NodeID, _ target: NodeID, isFactor: Bool
  ) throws(ExpressionError) -> (mended: Expression, isNumber: Bool)? {
    let algebra = session.algebra
    let inverse = isFactor ? algebra.rawPower(wrong, algebra.minusOne) : algebra.rawNegative(wrong)
    let missing = isFactor ? algebra.rawProduct([target, inverse]) : algebra.rawSum([target, inverse])
    guard let simple = session.simplified(.number(missing))?.expression,
      simple.size <= min(9, max(5, right.size / 2))
    else { return nil }
    if !isFactor, case .sum = simple.form { return nil }
    let isNumber = simple.names { _ in true }.isEmpty
    return (isFactor ? right.times(simple) : right.plus(simple), isNumber)
  }
}

/// A few points at which the left side has a value: a change that misses one of them needs no further look.
private struct PointScreen {
  let session: AlgebraSession
  let target: NodeID
  private var points: [[NodeID: Rational]] = []

  init(session: AlgebraSession, target: NodeID) {
    self.session = session
    self.target = session.substituted(target)
    let symbols = session.algebra.symbols(of: [self.target]).map(\.id)
    var source = PointSource(symbols: symbols, bounds: session.algebra.bounds, landmarks: [])
    for _ in 0..<40 where points.count < 3 {
      let point = source.next()
      if value(of: self.target, at: point) != nil { points.append(point) }
    }
  }

  func admits(_ id: NodeID) -> Bool {
    let candidate = session.substituted(id)
    return points.allSatisfy { point in
      guard let left = value(of: target, at: point), let right = value(of: candidate, at: point) else {
        return false
      }
      return (left - right).lowerMagnitude == 0
    }
  }

  private func value(of id: NodeID, at point: [NodeID: Rational]) -> Ball<DoubleDouble>? {
    let order = EvaluationOrder(of: [id], in: session.algebra)
    return BallEvaluator<DoubleDouble>(algebra: session.algebra, order, at: point)[id].ball
  }
}

extension Expression {
  /// How many parts it has.
  fileprivate var size: Int { children.reduce(1) { $0 + $1.size } }

  private static func made(_ form: Form) -> Expression { Expression(form, 0..<0) }

  /// Whether no two signs follow each other and nothing is added that is 0.
  fileprivate var readsWell: Bool {
    let text = description
    return !["+ -", "- -", "*-", "/-"].contains { text.contains($0) } && !addsZero
  }

  private var addsZero: Bool {
    if case .sum(let terms) = form, terms.contains(where: { $0.operand.form == .number(0) }) { return true }
    return children.contains(where: \.addsZero)
  }

  /// The expression with a factor before it, or a divisor behind.
  fileprivate func times(_ factor: Expression) -> Expression {
    if case .negation(let inner) = factor.form { return times(inner).negated }
    if factor.form == .number(1) { return self }
    if case .product(let parts) = factor.form, parts.count == 2, parts[1].operation == .over {
      return times(parts[0].operand).over(parts[1].operand)
    }
    if case .product(var own) = form, own.count == 2, own[1].operation == .over {
      own[0].operand = own[0].operand.form == .number(1) ? factor : own[0].operand.times(factor)
      return Self.made(.product(own))
    }
    if case .number = factor.form {
      return Self.made(.product([Factor(.times, factor), Factor(.juxtaposed, self)]))
    }
    return Self.made(.product([Factor(.times, self), Factor(.times, factor)]))
  }

  private func over(_ divisor: Expression) -> Expression {
    if case .product(var own) = form, own.count == 2, own[1].operation == .over {
      own[1].operand = own[1].operand.times(divisor)
      return Self.made(.product(own))
    }
    return Self.made(.product([Factor(.times, self), Factor(.over, divisor)]))
  }

  /// The expression with a term behind it.
  fileprivate func plus(_ term: Expression) -> Expression {
    var terms = if case .sum(let terms) = form { terms } else { [Term(self)] }
    if case .sum(let others) = term.form { terms += others } else { terms.append(term.asTerm) }
    return Self.made(.sum(terms))
  }

  /// A term with its leading minus as the sign before it.
  private var asTerm: Term {
    switch form {
    case .negation(let inner): return Term(inner, isSubtracted: true)
    case .product(var factors):
      guard case .negation(let inner) = factors[0].operand.form else { return Term(self) }
      factors[0].operand = inner
      return Term(Self.made(.product(factors)), isSubtracted: true)
    default: return Term(self)
    }
  }
}
