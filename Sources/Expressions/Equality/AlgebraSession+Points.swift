extension AlgebraSession {
  /// A formula after the equations that the assumptions contain: what they solve for is no unknown any more.
  func substituted(_ id: NodeID) -> NodeID {
    equations.reduce(id) { algebra.rawSubstituting([$1.part: $1.value], in: $0) }
  }

  /// The unknowns at a point as an author names them, vectors whole; what equations determine is computed.
  func record(of point: [NodeID: Rational], in formulas: [NodeID]) -> Record {
    let solved = equations.map(\.value).map(substituted)
    let evaluator = BallEvaluator<DoubleDouble>(
      algebra: algebra, EvaluationOrder(of: solved, in: algebra), at: point)
    var numbers: [Symbol: Double] = [:]
    for (id, number) in point {
      if case .symbol(let symbol) = algebra[id] { numbers[symbol] = number.double }
    }
    for (equation, value) in zip(equations, solved) {
      if case .symbol(let symbol) = algebra[equation.part], let ball = evaluator[value].ball {
        numbers[symbol] = ball.value.high
      }
    }
    let names = numbers.keys.map(\.name).uniqued.sorted()
    return Record(
      names.map { name in
        if let number = numbers[Symbol(name: name)] { return (name, .number(number)) }
        let count = entryCount(of: name)
        let entries = (1...max(count, 1)).map { numbers[Symbol(name: name, entry: $0)] ?? .nan }
        // An entry that is in neither formula may be any number, and 1 is one that roots and logarithms allow.
        return (name, .vector(entries.map { $0.isNaN ? 1 : $0 }))
      })
  }
}
