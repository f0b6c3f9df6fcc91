/// Formulas in the order of their evaluation, parts first, each with a place for its reading.
struct EvaluationOrder {
  let ids: [NodeID]
  /// The place of each node of the algebra; -1 for what is not evaluated.
  fileprivate let places: [Int]

  init(of roots: [NodeID], in algebra: Algebra) {
    ids = algebra.reachable(from: roots)
    var places = [Int](repeating: -1, count: (ids.last ?? -1) + 1)
    for (place, id) in ids.enumerated() { places[id] = place }
    self.places = places
  }

  fileprivate func place(of id: NodeID) -> Int { places.indices.contains(id) ? places[id] : -1 }
}

/// Evaluates formulas at one point, each part once.
struct BallEvaluator<Number: ExtendedNumber> {
  let algebra: Algebra
  private let order: EvaluationOrder
  private var readings: [Reading<Number>] = []

  init(algebra: Algebra, _ order: EvaluationOrder, at point: [NodeID: Rational]) {
    (self.algebra, self.order) = (algebra, order)
    readings.reserveCapacity(order.ids.count)
    for id in order.ids {
      readings.append(point[id].map { .value(Ball($0)) } ?? reading(of: algebra[id]))
    }
  }

  /// What a part comes to; unclear for what is not evaluated, or not yet.
  subscript(id: NodeID) -> Reading<Number> {
    let place = order.place(of: id)
    return readings.indices.contains(place) ? readings[place] : .unclear
  }

  private func reading(of node: Node) -> Reading<Number> {
    switch node {
    case .number(let number): return .value(Ball(number))
    case .decimal(let number):
      return Reading(Ball(rounded: Number(number), radius: number.magnitude * 0x1p-53))
    case .constant(.pi): return .value(Ball(rounded: .pi, radius: 0))
    case .constant(.euler): return .value(Ball(rounded: .euler, radius: 0))
    case .symbol: return .unclear
    case .boolean(let holds): return .truth(holds)
    case .sum(let terms): return folded(terms) { $0 + $1 }
    case .product(let factors): return folded(factors) { $0 * $1 }
    case .power(let base, let exponent):
      if let obstacle = Reading.obstacle(in: [self[base], self[exponent]]) { return obstacle }
      guard let left = self[base].ball, let right = self[exponent].ball else { return .unclear }
      return base == algebra.euler ? right.exponential : left.power(right)
    case .call(let kernel, let arguments):
      if let obstacle = Reading.obstacle(in: arguments.map { self[$0] }) { return obstacle }
      return kernel.reading(of: arguments.compactMap { self[$0].ball })
    case .conditional(let condition, let first, let second):
      guard case .truth(let holds) = self[condition] else { return self[condition] }
      return holds ? self[first] : self[second]
    case .comparison(let relation, let left, let right): return compared(relation, self[left], self[right])
    case .not(let operand):
      if case .truth(let holds) = self[operand] { return .truth(!holds) }
      return self[operand]
    case .and(let operands): return logic(operands, decidedBy: false)
    case .or(let operands): return logic(operands, decidedBy: true)
    }
  }

  private func folded(_ operands: [NodeID], _ rule: (Ball<Number>, Ball<Number>) -> Ball<Number>) -> Reading<
    Number
  > {
    if let obstacle = Reading.obstacle(in: operands.map { self[$0] }) { return obstacle }
    let balls = operands.compactMap { self[$0].ball }
    return balls.dropFirst().reduce(balls.first) { left, right in left.map { rule($0, right) } }
      .map { Reading($0) } ?? .unclear
  }

  private func compared(_ relation: Expression.Relation, _ left: Reading<Number>, _ right: Reading<Number>)
    -> Reading<Number>
  {
    if let obstacle = Reading.obstacle(in: [left, right]) { return obstacle }
    guard let left = left.ball, let right = right.ball else { return .unclear }
    let difference = left - right
    let isEqual = left.isExact && left == right
    guard isEqual || difference.isPositive || difference.isNegative else { return .unclear }
    let holds =
      switch relation {
      case .less: difference.isNegative && !isEqual
      case .greater: difference.isPositive && !isEqual
      case .atMost: difference.isNegative || isEqual
      case .atLeast: difference.isPositive || isEqual
      case .equal: isEqual
      case .unequal: !isEqual
      }
    return .truth(holds)
  }

  /// What decides the whole does so wherever it stands.
  private func logic(_ operands: [NodeID], decidedBy decisive: Bool) -> Reading<Number> {
    let readings = operands.map { self[$0] }
    if readings.contains(.truth(decisive)) { return .truth(decisive) }
    return readings.first { $0 != .truth(!decisive) } ?? .truth(!decisive)
  }
}
