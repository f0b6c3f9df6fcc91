/// A few points at which the left side has a value: a change that misses one of them needs no further look.
struct PointScreen {
  let session: AlgebraSession
  private let target: [NodeID]
  private var points: [[NodeID: Rational]] = []

  init(session: AlgebraSession, target: [NodeID]) {
    self.session = session
    self.target = target.map(session.substituted)
    let symbols = session.algebra.symbols(of: self.target).map(\.id)
    var source = PointSource(symbols: symbols, bounds: session.algebra.bounds, landmarks: [])
    for _ in 0..<40 where points.count < 3 {
      let point = source.next()
      if values(of: self.target, at: point) != nil { points.append(point) }
    }
  }

  func admits(_ candidate: [NodeID]) -> Bool {
    guard candidate.count == target.count else { return false }
    let formulas = candidate.map(session.substituted)
    return points.allSatisfy { point in
      guard let left = values(of: target, at: point), let right = values(of: formulas, at: point) else {
        return false
      }
      return zip(left, right).allSatisfy { ($0 - $1).lowerMagnitude == 0 }
    }
  }

  /// The values at a point; nil where one lacks.
  private func values(of ids: [NodeID], at point: [NodeID: Rational]) -> [Ball<DoubleDouble>]? {
    let order = EvaluationOrder(of: ids, in: session.algebra)
    let evaluator = BallEvaluator<DoubleDouble>(algebra: session.algebra, order, at: point)
    let values = ids.compactMap { evaluator[$0].ball }
    return values.count == ids.count ? values : nil
  }
}
