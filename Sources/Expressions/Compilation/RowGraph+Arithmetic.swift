/// The operations by their names.
extension RowGraph {
  mutating func map(_ map: RowOperation.Map, _ x: Node) throws(NotCompilable) -> Node {
    try apply(.map(map), [x])
  }

  mutating func join(_ join: RowOperation.Join, _ x: Node, _ y: Node) throws(NotCompilable) -> Node {
    try apply(.join(join), [x, y])
  }

  mutating func sum(_ x: Node, _ y: Node) throws(NotCompilable) -> Node {
    if constant(x) == 0 { return y }
    return constant(y) == 0 ? x : try join(.add, x, y)
  }

  mutating func difference(_ x: Node, _ y: Node) throws(NotCompilable) -> Node {
    constant(y) == 0 ? x : try join(.subtract, x, y)
  }

  mutating func product(_ x: Node, _ y: Node) throws(NotCompilable) -> Node {
    for (one, other) in [(x, y), (y, x)] {
      if constant(one) == 1 { return other }
      if constant(one) == -1 { return try map(.negate, other) }
    }
    return try join(.multiply, x, y)
  }

  mutating func quotient(_ x: Node, _ y: Node) throws(NotCompilable) -> Node {
    constant(y) == 1 ? x : try join(.divide, x, y)
  }

  mutating func quotient(_ x: Node, _ number: Double) throws(NotCompilable) -> Node {
    try quotient(x, try self.number(number))
  }

  /// A power; those with a simpler name by that, all others by `pow`.
  mutating func power(_ base: Node, _ exponent: Node) throws(NotCompilable) -> Node {
    switch constant(exponent) {
    case 1: base
    case 0.5: try map(.squareRoot, base)
    case 2: try map(.square, base)
    case -1: try map(.reciprocal, base)
    default: try join(.power, base, exponent)
    }
  }

  /// log(1 + x) with a correction for what 1 + x lost by rounding, so that nothing cancels near 0.
  mutating func logarithmOfOnePlus(_ x: Node) throws(NotCompilable) -> Node {
    let one = try number(1)
    let whole = try join(.add, one, x)
    let lost = try join(.subtract, x, try join(.subtract, whole, one))
    let value = try join(.add, try map(.logarithm, whole), try join(.divide, lost, whole))
    return try differentiated(value, [Partial(operand: x, slope: try quotient(one, whole))])
  }

  /// log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|).
  mutating func softplus(_ x: Node) throws(NotCompilable) -> Node {
    let decay = try map(.exponential, try map(.negate, try map(.absolute, x)))
    let value = try join(.add, try map(.rectify, x), try logarithmOfOnePlus(decay))
    return try differentiated(value, [Partial(operand: x, slope: try map(.sigmoid, x))])
  }

  /// −p log p.
  mutating func entropyTerm(_ p: Node) throws(NotCompilable) -> Node {
    let value = try map(.entropyTerm, p)
    let slope = try map(.negate, try sum(try map(.logarithm, p), try number(1)))
    return try differentiated(value, [Partial(operand: p, slope: slope, isGuarded: true)])
  }
}
