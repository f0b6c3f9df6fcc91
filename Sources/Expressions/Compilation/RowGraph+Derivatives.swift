import Glibc

/// Derivatives by the chain rule, forward from the coefficients: each is a part of the graph like any other.
extension RowGraph {
  /// The derivative of a node by a coefficient; nil where it does not depend on it.
  ///
  /// Operands come before what is made of them, so that one pass in order meets every derivative it needs.
  mutating func derivative(of output: Node, by coefficient: Int) throws(NotCompilable) -> Node? {
    var tangents: [Node: Node] = [:]
    for node in influences(on: output) {
      switch contents[node] {
      case .number, .column: break
      case .coefficient(let index): if index == coefficient { tangents[node] = try number(1) }
      case .differentiated(_, let partials): tangents[node] = try tangent(of: partials, tangents)
      case .result(let operation, let operands):
        let moving = operands.map { tangents[$0] }
        guard moving.contains(where: { $0 != nil }) else { continue }
        tangents[node] = try tangent(of: operation, operands, at: node, moving)
      }
    }
    return tangents[output]
  }

  /// The nodes that a node's derivatives go through, in order.
  private func influences(on output: Node) -> [Node] {
    var reached: Set<Node> = [output]
    var pending = [output]
    while let node = pending.popLast() {
      let operands: [Node] =
        switch contents[node] {
        case .result(_, let operands): operands
        case .differentiated(_, let partials): partials.map(\.operand)
        default: []
        }
      for operand in operands where reached.insert(operand).inserted { pending.append(operand) }
    }
    return reached.sorted()
  }

  private mutating func tangent(
    of partials: [Partial], _ tangents: [Node: Node]
  ) throws(NotCompilable) -> Node? {
    var total: Node?
    for partial in partials {
      guard let tangent = tangents[partial.operand] else { continue }
      let part =
        try partial.slope.map { slope throws(NotCompilable) in
          try times(tangent, slope, isGuarded: partial.isGuarded)
        } ?? tangent
      total = try plus(total, part)
    }
    return total
  }

  /// The tangent of an operation whose operands have tangents, at least one of them.
  private mutating func tangent(
    of operation: RowOperation, _ operands: [Node], at node: Node, _ tangents: [Node?]
  ) throws(NotCompilable) -> Node? {
    switch operation {
    case .map(let map):
      guard let tangent = tangents[0] else { return nil }
      return try self.tangent(of: map, operands[0], at: node, tangent)
    case .join(let join): return try tangent(of: join, operands, at: node, tangents)
    case .select:
      let (first, second) = (tangents[1], tangents[2])
      if first == nil, second == nil { return nil }
      let zero = try number(0)
      return try apply(.select, [operands[0], first ?? zero, second ?? zero])
    case .slopeOfLarger, .slopeByExponent: return nil
    }
  }

  private mutating func tangent(
    of map: RowOperation.Map, _ x: Node, at node: Node, _ tangent: Node
  ) throws(NotCompilable) -> Node? {
    switch map {
    case .negate: return try self.map(.negate, tangent)
    case .square: return try product(tangent, try product(try number(2), x))
    case .reciprocal: return try self.map(.negate, try product(tangent, try self.map(.square, node)))
    case .logarithm: return try quotient(tangent, x)
    case .logarithm10: return try quotient(tangent, try product(x, try number(Glibc.log(10))))
    case .logarithm2: return try quotient(tangent, try product(x, try number(Glibc.log(2))))
    case .arctangent: return try quotient(tangent, try sum(try number(1), try self.map(.square, x)))
    case .absolute: return try times(tangent, try self.map(.slopeOfAbsolute, x), isGuarded: true)
    case .rectify: return try times(tangent, try self.map(.slopeOfRectify, x), isGuarded: true)
    case .squareRoot: return try times(tangent, try quotient(try number(0.5), node), isGuarded: true)
    case .arcsine: return try times(tangent, try slopeOfArcsine(x), isGuarded: true)
    case .arccosine:
      return try self.map(.negate, try times(tangent, try slopeOfArcsine(x), isGuarded: true))
    default:
      return try smoothSlope(of: map, x, at: node).map { slope throws(NotCompilable) in
        try product(tangent, slope)
      }
    }
  }

  /// The slope of a function that has a finite one wherever it has a value; nil for one that is constant in steps.
  private mutating func smoothSlope(
    of map: RowOperation.Map, _ x: Node, at node: Node
  ) throws(NotCompilable) -> Node? {
    switch map {
    case .exponential: return node
    case .exponentialMinusOne: return try self.map(.exponential, x)
    case .sine: return try self.map(.cosine, x)
    case .cosine: return try self.map(.negate, try self.map(.sine, x))
    case .tangent: return try sum(try number(1), try self.map(.square, node))
    case .hyperbolicSine: return try self.map(.hyperbolicCosine, x)
    case .hyperbolicCosine: return try self.map(.hyperbolicSine, x)
    case .sigmoid: return try slopeOfSigmoid(x)
    case .hyperbolicTangent:
      // 1/cosh² x, which does not cancel far from 0 as 1 − tanh² does.
      return try product(try number(4), try slopeOfSigmoid(try product(try number(2), x)))
    default: return nil
    }
  }

  /// σ(x) σ(−x), which does not cancel far from 0 as σ (1 − σ) does.
  private mutating func slopeOfSigmoid(_ x: Node) throws(NotCompilable) -> Node {
    try product(try map(.sigmoid, x), try map(.sigmoid, try map(.negate, x)))
  }

  /// 1/√((1 − x)(1 + x)).
  private mutating func slopeOfArcsine(_ x: Node) throws(NotCompilable) -> Node {
    let one = try number(1)
    let square = try product(try difference(one, x), try sum(one, x))
    return try quotient(one, try map(.squareRoot, square))
  }

  private mutating func tangent(
    of join: RowOperation.Join, _ operands: [Node], at node: Node, _ tangents: [Node?]
  ) throws(NotCompilable) -> Node? {
    let (x, y) = (operands[0], operands[1])
    let (dx, dy) = (tangents[0], tangents[1])
    switch join {
    case .add: return try plus(dx, dy)
    case .subtract: return try minus(dx, dy)
    case .multiply: return try plus(try times(dy, x), try times(dx, y))
    // (x' − q y') / y squares nothing.
    case .divide:
      return try minus(dx, try times(dy, node)).map { numerator throws(NotCompilable) in
        try quotient(numerator, y)
      }
    case .power: return try tangentOfPower(x, y, at: node, dx, dy)
    case .angle: return try tangentOfAngle(y: x, x: y, dx, dy)
    case .larger: return try slopeOfLarger(x, y, dx, dy)
    case .smaller: return try slopeOfLarger(y, x, dx, dy)
    default: return nil
    }
  }

  private mutating func tangentOfPower(
    _ base: Node, _ exponent: Node, at node: Node, _ dBase: Node?, _ dExponent: Node?
  ) throws(NotCompilable) -> Node? {
    var tangent: Node?
    if let dBase {
      tangent = try slopeByBase(base, exponent).map { slope throws(NotCompilable) in
        try times(dBase, slope, isGuarded: true)
      }
    }
    if let dExponent {
      let slope = try apply(.slopeByExponent, [node, base, exponent, try map(.logarithm, base)])
      tangent = try plus(tangent, try times(dExponent, slope, isGuarded: true))
    }
    return tangent
  }

  /// b a^(b − 1); nil for b = 0.
  private mutating func slopeByBase(_ base: Node, _ exponent: Node) throws(NotCompilable) -> Node? {
    guard let known = constant(exponent) else { return try join(.slopeByBase, base, exponent) }
    return known == 0 ? nil : try product(exponent, try power(base, try number(known - 1)))
  }

  /// (x y' − y x') / (x² + y²).
  private mutating func tangentOfAngle(
    y: Node, x: Node, _ dy: Node?, _ dx: Node?
  ) throws(NotCompilable) -> Node? {
    guard let numerator = try minus(try times(dy, x), try times(dx, y)) else { return nil }
    let square = try sum(try map(.square, x), try map(.square, y))
    return try join(.guardedDivide, numerator, square)
  }

  private mutating func slopeOfLarger(
    _ first: Node, _ second: Node, _ dFirst: Node?, _ dSecond: Node?
  ) throws(NotCompilable) -> Node? {
    let zero = try number(0)
    return try apply(.slopeOfLarger, [first, second, dFirst ?? zero, dSecond ?? zero])
  }

  // MARK: Tangents, nil where they are zero

  mutating func plus(_ x: Node?, _ y: Node?) throws(NotCompilable) -> Node? {
    guard let x, let y else { return x ?? y }
    return try sum(x, y)
  }

  private mutating func minus(_ x: Node?, _ y: Node?) throws(NotCompilable) -> Node? {
    guard let y else { return x }
    guard let x else { return try map(.negate, y) }
    return try difference(x, y)
  }

  private mutating func times(_ tangent: Node?, _ slope: Node) throws(NotCompilable) -> Node? {
    try tangent.map { tangent throws(NotCompilable) in try product(tangent, slope) }
  }

  /// A tangent times a slope; guarded, a tangent of zero stays zero beside an infinite slope.
  private mutating func times(
    _ tangent: Node, _ slope: Node, isGuarded: Bool
  ) throws(NotCompilable) -> Node {
    guard isGuarded, constant(tangent) == nil else { return try product(tangent, slope) }
    return try join(.guardedMultiply, slope, tangent)
  }
}
