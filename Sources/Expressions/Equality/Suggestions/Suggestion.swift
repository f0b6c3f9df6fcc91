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
    /// The left side, simplified.
    case result
  }

  /// The kind of the change.
  public let change: Change
  /// The right side as it should be.
  public let mended: Expression
}

extension Equality {
  /// Right sides that would be equal to the left, close to what was written: the shortest ones, at most three.
  ///
  /// Tried are: a sign; a number one more, one less, doubled, halved; an exponent; a reciprocal; swapped operands; an
  /// absolute value; another entry or function of a pair such as sin and cos; a term or factor too many; then what the
  /// right lacks as a factor or as a term; at last the left in its simplest form, where that is short. Each is verified
  /// as any step is, and none is given that only repeats the left, or where nothing short will do.
  public static func suggestions(
    left: Expression, right: Expression, in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> [Suggestion] {
    let search = try SuggestionSearch(setting: setting, left: left, right: right)
    return search.suggestions
  }

  /// Conditions on single unknowns under which two sides are equal that are not equal everywhere, such as `x > 0`.
  ///
  /// One unknown above 0 is tried after the other, then all of them; none is given where that does not help.
  public static func helpfulAssumptions(
    left: Expression, right: Expression, in setting: AlgebraSetting = AlgebraSetting()
  ) throws(ExpressionError) -> [Expression] {
    let session = try AlgebraSession(setting)
    let entries = (try session.elaborate(left).entries ?? []) + (try session.elaborate(right).entries ?? [])
    let names = session.algebra.symbols(of: entries).map(\.symbol.name).uniqued
    let conditions = names.prefix(4).compactMap { try? Expression.parse("\($0) > 0") }
    for assumed in conditions.map({ [$0] }) + [conditions] {
      var narrower = setting
      narrower.assumptions += assumed
      // What contradicts the assumptions that are there would make anything hold.
      guard try AlgebraSession(narrower).admitsPoints else { continue }
      if try decide(left, right, in: narrower).holds { return assumed }
    }
    return []
  }
}
