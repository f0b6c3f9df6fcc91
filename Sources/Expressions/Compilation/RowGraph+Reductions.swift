/// Functions of several entries, each of which is one node.
extension RowGraph {
  /// The sum, compensated as the evaluator's is: what each addition loses is added at the end.
  mutating func sum(_ entries: [Node]) throws(NotCompilable) -> Node {
    guard entries.count > 2 else {
      guard let first = entries.first else { return try number(0) }
      return entries.count == 1 ? first : try join(.add, first, entries[1])
    }
    let value = try compensated(entries, lost: [])
    return try differentiated(value, entries.map { Partial(operand: $0) })
  }

  /// The sum of the products, as if computed in twice the precision.
  mutating func dot(_ left: [Node], _ right: [Node]) throws(NotCompilable) -> Node {
    guard left.count > 1 else {
      return left.isEmpty ? try number(0) : try product(left[0], right[0])
    }
    var products: [Node] = []
    var lost: [Node] = []
    var partials: [Partial] = []
    for (x, y) in zip(left, right) {
      products.append(try join(.multiply, x, y))
      lost.append(try join(.lostByProduct, x, y))
      partials.append(Partial(operand: x, slope: y))
      partials.append(Partial(operand: y, slope: x))
    }
    return try differentiated(try compensated(products, lost: lost), partials)
  }

  private mutating func compensated(_ entries: [Node], lost: [Node]) throws(NotCompilable) -> Node {
    var total = entries[0]
    var error: Node?
    for entry in lost { error = try plus(error, entry) }
    for entry in entries.dropFirst() {
      error = try plus(error, try join(.lostBySum, total, entry))
      total = try join(.add, total, entry)
    }
    return try plus(total, error) ?? total
  }

  mutating func mean(_ entries: [Node]) throws(NotCompilable) -> Node {
    try quotient(try sum(entries), Double(entries.count))
  }

  /// The deviations from the mean.
  private mutating func deviations(_ entries: [Node]) throws(NotCompilable) -> [Node] {
    let centre = try mean(entries)
    var deviations: [Node] = []
    for entry in entries { deviations.append(try join(.subtract, entry, centre)) }
    return deviations
  }

  mutating func variance(_ entries: [Node]) throws(NotCompilable) -> Node {
    let deviations = try deviations(entries)
    return try quotient(try dot(deviations, deviations), Double(entries.count - 1))
  }

  mutating func standardDeviation(_ entries: [Node]) throws(NotCompilable) -> Node {
    let deviations = try deviations(entries)
    return try quotient(try norm(deviations), Double(entries.count - 1).squareRoot())
  }

  /// The Euclidean length; the entries are divided by a power of two first, so that no square overflows.
  mutating func norm(_ entries: [Node]) throws(NotCompilable) -> Node {
    guard let first = entries.first else { return try number(0) }
    var largest = try map(.absolute, first)
    for entry in entries.dropFirst() { largest = try join(.larger, largest, try map(.absolute, entry)) }
    let scale = try map(.binaryScale, largest)
    var scaled: [Node] = []
    for entry in entries { scaled.append(try join(.divide, entry, scale)) }
    let value = try join(.multiply, scale, try map(.squareRoot, try dot(scaled, scaled)))
    var partials: [Partial] = []
    // At 0 the length has a kink, and 0/0 is NaN.
    for entry in entries {
      partials.append(Partial(operand: entry, slope: try join(.divide, entry, value), isGuarded: true))
    }
    return try differentiated(value, partials)
  }

  /// The largest entry, or the smallest; a kink where two meet that change differently.
  mutating func extreme(_ entries: [Node], _ join: RowOperation.Join) throws(NotCompilable) -> Node {
    var best = entries[0]
    for entry in entries.dropFirst() { best = try self.join(join, best, entry) }
    return best
  }

  /// The subscript of the first entry that no other surpasses in a relation.
  mutating func place(_ entries: [Node], _ relation: Expression.Relation) throws(NotCompilable) -> Node {
    var best = entries[0]
    var place = try number(1)
    for (index, entry) in entries.enumerated().dropFirst() {
      let isBetter = try join(.compare(relation), entry, best)
      place = try apply(.select, [isBetter, try number(Double(index + 1)), place])
      best = try join(relation == .greater ? .larger : .smaller, best, entry)
    }
    return place
  }

  /// Each entry's share of the exponentials' sum; the largest entry is taken away first, so that nothing overflows.
  mutating func softmax(_ entries: [Node]) throws(NotCompilable) -> [Node] {
    let weights = try weights(of: entries).weights
    let total = try sum(weights)
    var shares: [Node] = []
    for weight in weights { shares.append(try quotient(weight, total)) }
    return shares
  }

  /// log Σ eˣ = m + log(1 + (Σ e^(x − m) − 1)) with the largest entry m; the sum in twice the precision, so that
  /// nothing is lost beside one dominant entry.
  mutating func logarithmOfSum(_ entries: [Node]) throws(NotCompilable) -> Node {
    guard entries.count > 1 else { return entries[0] }
    let (weights, largest) = try weights(of: entries)
    let others = try compensated(weights + [try number(-1)], lost: [])
    let value = try join(.add, largest, try logarithmOfOnePlus(others))
    let total = try join(.add, others, try number(1))
    var partials: [Partial] = []
    for (entry, weight) in zip(entries, weights) {
      partials.append(Partial(operand: entry, slope: try join(.divide, weight, total)))
    }
    return try differentiated(value, partials)
  }

  /// The exponentials of the entries less the largest one, which for the derivatives is taken as constant: no
  /// share of the whole depends on it.
  private mutating func weights(
    of entries: [Node]
  ) throws(NotCompilable) -> (weights: [Node], largest: Node) {
    let largest = try differentiated(try extreme(entries, .larger), [])
    var weights: [Node] = []
    for entry in entries { weights.append(try map(.exponential, try join(.subtract, entry, largest))) }
    return (weights, largest)
  }
}
