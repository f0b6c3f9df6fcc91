extension AlgebraSession {
  /// Whether a point is found at which all assumptions hold.
  var admitsPoints: Bool {
    let conditions = assumptions.map(substituted)
    let symbols = algebra.symbols(of: conditions).map(\.id)
    let order = EvaluationOrder(of: conditions, in: algebra)
    var source = PointSource(symbols: symbols, bounds: algebra.bounds, landmarks: [])
    return (0..<200).contains { _ in
      let evaluator = BallEvaluator<DoubleDouble>(algebra: algebra, order, at: source.next())
      return conditions.allSatisfy { evaluator[$0] == .truth(true) }
    }
  }
}
