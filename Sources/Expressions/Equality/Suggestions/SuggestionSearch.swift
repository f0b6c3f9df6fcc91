/// Tries changes of the right side until some make it equal to the left.
struct SuggestionSearch {
  private let setting: AlgebraSetting
  private let left: Expression
  private let right: Expression
  private let session: AlgebraSession
  private let target: Shaped
  private let wrong: Shaped

  /// Changes that are tried.
  static let editLimit = 600
  /// Suggestions that are made.
  static let count = 3

  init(setting: AlgebraSetting, left: Expression, right: Expression) throws(ExpressionError) {
    (self.setting, self.left, self.right) = (setting, left, right)
    session = try AlgebraSession(setting, workLimit: 3_000_000)
    target = try session.elaborate(left)
    wrong = try session.elaborate(right)
  }

  var suggestions: [Suggestion] {
    guard let entries = target.entries, let others = wrong.entries else { return [] }
    var found: [Suggestion] = []
    if let number = lacking(entries[0], others[0], isFactor: true), number.names(where: { _ in true }).isEmpty
    {
      found += mended(right.times(number), .factor, mayRepeat: true)
    }
    found += edits(entries)
    if found.isEmpty, case .number(let whole) = target, case .number(let part) = wrong {
      if let factor = lacking(whole, part, isFactor: true) { found += mended(right.times(factor), .factor) }
      if found.isEmpty, let term = lacking(whole, part, isFactor: false) {
        found += mended(right.plus(term, joined: joined), .term, mayRepeat: true)
      }
    }
    return shortest(of: found.isEmpty ? result : found)
  }

  /// Those that take the least ink, each once, in the order of the alphabet where its parts can be swapped.
  private func shortest(of found: [Suggestion]) -> [Suggestion] {
    let least = found.map(\.mended.size).min() ?? 0
    var kept: [(simple: String, suggestion: Suggestion)] = []
    for suggestion in found where suggestion.mended.size == least {
      let simple = (try? suggestion.mended.simplified(in: setting).expression) ?? suggestion.mended
      if let index = kept.firstIndex(where: { $0.simple == simple.description }) {
        let other = kept[index].suggestion
        if suggestion.mended.description < other.mended.description { kept[index].suggestion = suggestion }
      } else {
        kept.append((simple.description, suggestion))
      }
    }
    return kept.prefix(Self.count).map(\.suggestion)
  }

  private func edits(_ entries: [NodeID]) -> [Suggestion] {
    let screen = PointScreen(session: session, target: entries)
    var found: [Suggestion] = []
    for edit in right.singleEdits.prefix(Self.editLimit) where found.count < 2 * Self.count && edit.readsWell
    {
      guard let ids = try? session.elaborate(edit).entries, screen.admits(ids) else { continue }
      // What only repeats a longer left side helps nobody.
      if edit.size > right.size, edit.description == left.description { continue }
      found += verified(edit).map { [Suggestion(change: .edit, mended: $0)] } ?? []
    }
    return found
  }

  /// The left side in its simplest form, where that is about as short as the right: its derivatives, or what is shorter.
  private var result: [Suggestion] {
    guard let simple = session.simplified(target)?.expression, simple.size <= max(12, 2 * right.size),
      left.hasDerivative || simple.size < left.size
    else { return [] }
    return mended(simple, .result)
  }

  /// The shorter of a form and of what it simplifies to, unless that comes to the left side itself.
  private func mended(_ form: Expression, _ change: Suggestion.Change, mayRepeat: Bool = false)
    -> [Suggestion]
  {
    let simple = try? form.simplified(in: setting).expression
    if !mayRepeat, simple?.description == left.description { return [] }
    let candidates = [simple, form].compactMap(\.self).filter { $0.readsWell && !$0.holds(left) }
    guard let best = candidates.min(by: { $0.size < $1.size }), let mended = verified(best) else { return [] }
    return [Suggestion(change: change, mended: mended)]
  }

  /// The expression as it will be read, if it equals the left.
  private func verified(_ mended: Expression) -> Expression? {
    guard let parsed = try? Expression.parse(mended.description),
      (try? Equality.decide(left, parsed, in: setting).holds) == true
    else { return nil }
    return parsed
  }

  /// What the right side lacks as a factor or as a term, where it is short.
  private func lacking(_ target: NodeID, _ wrong: NodeID, isFactor: Bool) -> Expression? {
    let algebra = session.algebra
    let inverse = isFactor ? algebra.rawPower(wrong, algebra.minusOne) : algebra.rawNegative(wrong)
    let missing = isFactor ? algebra.rawProduct([target, inverse]) : algebra.rawSum([target, inverse])
    guard let simple = session.simplified(.number(missing))?.expression,
      simple.size <= min(9, max(5, right.size / 2))
    else { return nil }
    if !isFactor, case .sum = simple.form { return nil }
    return simple
  }

  /// Two terms as one, where they differ by a number; nil for others.
  private func joined(_ first: Expression, _ second: Expression) -> Expression? {
    let quotient = Expression(
      .product([Expression.Factor(.times, second), Expression.Factor(.over, first)]), 0..<0)
    guard let ratio = try? quotient.simplified(in: setting).expression, ratio.size <= 4,
      ratio.names(where: { _ in true }).isEmpty
    else { return nil }
    let sum = Expression(.sum([Expression.Term(first), Expression.Term(second)]), 0..<0)
    return try? sum.simplified(in: setting).expression
  }
}
