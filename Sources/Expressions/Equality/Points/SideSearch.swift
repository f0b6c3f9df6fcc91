/// Climbs formulas in search of points at which they are above 0.
///
/// It follows one unknown after the other, with steps that double where they lead upwards and shrink where they do
/// not, from a few points where the formula is largest: narrow peaks with slopes are found, and far regions too.
struct SideSearch {
  let algebra: Algebra
  let assumptions: [NodeID]
  /// Parts that may still be evaluated.
  private(set) var budget = 60_000
  /// Whether the last search ended on summits, with nothing on its way that could not be computed.
  private(set) var isConclusive = false

  init(algebra: Algebra, assumptions: [NodeID]) {
    (self.algebra, self.assumptions) = (algebra, assumptions)
  }

  /// A point at which all formulas are above 0, and another higher up, as far as they are found.
  mutating func points(above objectives: [NodeID], from starts: [[NodeID: Rational]]) -> [[NodeID: Rational]]
  {
    let symbols = algebra.symbols(of: objectives).map(\.id)
    let order = EvaluationOrder(of: objectives + assumptions, in: algebra)
    var ranked: [(height: Double, point: [NodeID: Rational])] = []
    for start in starts {
      if let height = height(of: objectives, at: start, order) { ranked.append((height, start)) }
    }
    isConclusive = !ranked.isEmpty
    // Equal heights keep the order of the starts, so that the search is the same on every machine.
    let best = ranked.enumerated()
      .sorted { ($0.element.height, -$0.offset) > ($1.element.height, -$1.offset) }.prefix(4)
    for (_, start) in best {
      let found = climb(objectives, from: start, symbols, order)
      if !found.isEmpty { return found }
    }
    if budget <= 0 { isConclusive = false }
    return []
  }

  private mutating func climb(
    _ objectives: [NodeID], from start: (height: Double, point: [NodeID: Rational]), _ symbols: [NodeID],
    _ order: EvaluationOrder
  ) -> [[NodeID: Rational]] {
    var (height, point) = start
    var found: [[NodeID: Rational]] = height > 0 ? [point] : []
    var steps = symbols.map { max(1, (point[$0] ?? .one).double.magnitude) / 4 }
    for _ in 0..<80 where budget > 0 {
      for (index, symbol) in symbols.enumerated() {
        let moved = [steps[index], -steps[index]].compactMap { step -> (Double, [NodeID: Rational])? in
          guard let next = stepped(point, symbol, by: step) else { return nil }
          return self.height(of: objectives, at: next, order).map { ($0, next) }
        }
        guard let best = moved.max(by: { $0.0 < $1.0 }), best.0 > height else {
          steps[index] /= 3
          continue
        }
        (height, point) = best
        steps[index] *= 2
        if height > 0, found.isEmpty { found = [point] }
      }
      if steps.allSatisfy({ $0 < 1e-13 }) { break }
    }
    if !steps.allSatisfy({ $0 < 1e-6 }) { isConclusive = false }
    return found.isEmpty || found[0] == point ? found : found + [point]
  }

  /// Points on both sides of where a formula is 0, as near to it as doubles are, between points where it has each sign.
  mutating func crossings(
    of formula: NodeID, between starts: [[NodeID: Rational]]
  ) -> [(above: [NodeID: Rational], below: [NodeID: Rational])] {
    let order = EvaluationOrder(of: [formula] + assumptions, in: algebra)
    var (above, below): ([[NodeID: Rational]], [[NodeID: Rational]]) = ([], [])
    for start in starts {
      guard let height = height(of: [formula], at: start, order), height != 0 else { continue }
      if height > 0 { above.append(start) } else { below.append(start) }
    }
    guard !above.isEmpty, !below.isEmpty else { return [] }
    // Where there is a pole on the way, the sign changes there; other ways may lead over the boundary.
    return (0..<12).map { turn in
      narrowed(formula, above[turn % above.count], below[(turn + turn / 6) % below.count], order)
    }
  }

  /// Bisects the way from a point above 0 to one below.
  private mutating func narrowed(
    _ formula: NodeID, _ above: [NodeID: Rational], _ below: [NodeID: Rational], _ order: EvaluationOrder
  ) -> (above: [NodeID: Rational], below: [NodeID: Rational]) {
    var (above, below) = (above, below)
    for _ in 0..<60 {
      let middle = Self.middle(above, below)
      guard middle != above, middle != below, let height = height(of: [formula], at: middle, order),
        height != 0
      else { break }
      if height > 0 { above = middle } else { below = middle }
    }
    return (above, below)
  }

  private static func middle(_ first: [NodeID: Rational], _ second: [NodeID: Rational]) -> [NodeID: Rational]
  {
    first.reduce(into: [:]) { middle, entry in
      let number = entry.value.double / 2 + (second[entry.key] ?? entry.value).double / 2
      middle[entry.key] = rational(number) ?? entry.value
    }
  }

  /// A double to 50 bits after the point; nil where it leaves the range of exact numbers.
  private static func rational(_ number: Double) -> Rational? {
    guard number.magnitude < 0x1p70 else { return nil }
    return try? Rational(Int128(number * 0x1p50), over: 1 << 50)
  }

  /// The point with one unknown moved; nil where it leaves its bounds or the range of exact numbers.
  private func stepped(_ point: [NodeID: Rational], _ symbol: NodeID, by step: Double) -> [NodeID: Rational]?
  {
    guard let value = Self.rational((point[symbol] ?? .zero).double + step),
      algebra.bounds[symbol]?.contains(value) ?? true
    else { return nil }
    var moved = point
    moved[symbol] = value
    return moved
  }

  /// The least of the formulas where all are above 0, else what those that are not lack together.
  ///
  /// So each can be raised on its own. Nil where the assumptions do not hold.
  private mutating func height(
    of objectives: [NodeID], at point: [NodeID: Rational], _ order: EvaluationOrder
  ) -> Double? {
    guard budget > 0 else { return nil }
    budget -= order.ids.count
    let evaluator = BallEvaluator<DoubleDouble>(algebra: algebra, order, at: point)
    guard assumptions.allSatisfy({ evaluator[$0] == .truth(true) }) else { return nil }
    var (least, lack, isLow) = (Double.infinity, 0.0, false)
    for objective in objectives {
      guard let ball = evaluator[objective].ball else {
        if evaluator[objective] == .unclear { isConclusive = false }
        return nil
      }
      if ball.lowerMagnitude > 0, ball.value.high > 0 {
        least = min(least, ball.value.high)
      } else {
        isLow = true
        lack += min(0, ball.value.high)
      }
    }
    return isLow ? lack : least
  }
}
