/// Between which numbers a formula's values lie; nil is no bound.
struct Bounds: Hashable {
  var lower: Rational?
  /// Whether the lower bound itself is left out.
  var isAbove = false
  var upper: Rational?
  /// Whether the upper bound itself is left out.
  var isBelow = false

  var isPositive: Bool { lower.map { isAbove ? !$0.isNegative : !$0.isNegative && !$0.isZero } ?? false }
  var isNonnegative: Bool { lower.map { !$0.isNegative } ?? false }
  var isNegative: Bool { upper.map { isBelow ? $0.isNegative || $0.isZero : $0.isNegative } ?? false }
  var isNonpositive: Bool { upper.map { $0.isNegative || $0.isZero } ?? false }

  static let positive = Bounds(lower: .zero, isAbove: true)
  static let nonnegative = Bounds(lower: .zero)

  /// What holds under both.
  func intersected(with other: Bounds) -> Bounds {
    var result = self
    if let lower = other.lower {
      let isTighter = self.lower.map { Rational.isLess($0, lower) || ($0 == lower && other.isAbove) } ?? true
      if isTighter { (result.lower, result.isAbove) = (lower, other.isAbove) }
    }
    if let upper = other.upper {
      let isTighter = self.upper.map { Rational.isLess(upper, $0) || ($0 == upper && other.isBelow) } ?? true
      if isTighter { (result.upper, result.isBelow) = (upper, other.isBelow) }
    }
    return result
  }

  func adding(_ other: Bounds) -> Bounds {
    var sum = Bounds()
    if let first = lower, let second = other.lower, let total = try? first + second {
      (sum.lower, sum.isAbove) = (total, isAbove || other.isAbove)
    }
    if let first = upper, let second = other.upper, let total = try? first + second {
      (sum.upper, sum.isBelow) = (total, isBelow || other.isBelow)
    }
    return sum
  }

  /// What is known of a product: nothing unless both factors have bounds on both sides.
  func multiplied(by other: Bounds) -> Bounds {
    guard let lower, let upper, let otherLower = other.lower, let otherUpper = other.upper,
      let corners = try? [
        lower * otherLower, lower * otherUpper, upper * otherLower, upper * otherUpper,
      ].sorted(by: Rational.isLess)
    else { return Bounds() }
    return Bounds(lower: corners[0], upper: corners[3])
  }

  func scaled(by factor: Rational) -> Bounds {
    if factor.isZero { return Bounds(lower: .zero, upper: .zero) }
    guard !factor.isNegative else {
      let mirrored = Bounds(
        lower: upper.map { -$0 }, isAbove: isBelow, upper: lower.map { -$0 }, isBelow: isAbove)
      return mirrored.scaled(by: -factor)
    }
    var scaled = Bounds()
    if let lower, let product = try? lower * factor { (scaled.lower, scaled.isAbove) = (product, isAbove) }
    if let upper, let product = try? upper * factor { (scaled.upper, scaled.isBelow) = (product, isBelow) }
    return scaled
  }
}

extension Algebra {
  /// What is known of a formula's values where it has any.
  func bounds(of id: NodeID) -> Bounds {
    // Parts first, with a list of what waits instead of recursion, so that the depth of a formula does not matter.
    var waiting = [id]
    while let next = waiting.last {
      let open = knownBounds[next] == nil ? nodes[next].children.filter { knownBounds[$0] == nil } : []
      if open.isEmpty {
        if knownBounds[next] == nil { knownBounds[next] = computedBounds(of: next) }
        waiting.removeLast()
      } else {
        waiting += open
      }
    }
    return knownBounds[id] ?? Bounds()
  }

  func isPositive(_ id: NodeID) -> Bool { bounds(of: id).isPositive }
  func isNonnegative(_ id: NodeID) -> Bool { bounds(of: id).isNonnegative }

  private func computedBounds(of id: NodeID) -> Bounds {
    switch nodes[id] {
    case .number(let number): return Bounds(lower: number, upper: number)
    case .decimal(let number): return number > 0 ? .positive : Bounds()
    case .constant(.pi): return Bounds(lower: Rational(3), upper: Rational(4))
    case .constant(.euler): return Bounds(lower: Rational(2), upper: Rational(3))
    case .symbol: return bounds[id] ?? Bounds()
    case .sum(let terms):
      return terms.dropFirst().reduce(bounds(of: terms[0])) { $0.adding(bounds(of: $1)) }
    case .product(let factors): return boundsOfProduct(factors)
    case .power(let base, let exponent): return boundsOfPower(base, exponent)
    case .call(let kernel, let arguments): return bounds(of: kernel, arguments)
    default: return Bounds()
    }
  }

  private func boundsOfProduct(_ factors: [NodeID]) -> Bounds {
    var coefficient = Rational.one
    var others: [Bounds] = []
    for factor in factors {
      if let number = rational(factor), let product = try? coefficient * number {
        coefficient = product
      } else {
        others.append(bounds(of: factor))
      }
    }
    if others.count == 1 { return others[0].scaled(by: coefficient) }
    guard others.allSatisfy({ $0.isNonnegative || $0.isNonpositive }) else {
      return others.dropFirst().reduce(others[0]) { $0.multiplied(by: $1) }.scaled(by: coefficient)
    }
    let isMirrored = others.count { !$0.isNonnegative } % 2 == 1
    let isStrict = others.allSatisfy { $0.isPositive || $0.isNegative }
    let product = Bounds(lower: .zero, isAbove: isStrict)
    return product.scaled(by: Rational(isMirrored ? -1 : 1)).scaled(by: coefficient)
  }

  private func boundsOfPower(_ base: NodeID, _ exponent: NodeID) -> Bounds {
    let inner = bounds(of: base)
    if inner.isPositive { return .positive }
    guard let exponent = rational(exponent) else { return Bounds() }
    if exponent.isEven || !exponent.isInteger || inner.isNonnegative {
      if exponent.isNegative { return .positive }
      // Powers of what lies between −1 and 1 do too.
      let isSmall = inner.lower.map { !Rational.isLess($0, .minusOne) } ?? false
      let isBounded = isSmall && (inner.upper.map { !Rational.isLess(.one, $0) } ?? false)
      return isBounded ? Bounds(lower: .zero, upper: .one) : .nonnegative
    }
    return inner.isNegative ? Bounds(upper: .zero, isBelow: true) : Bounds()
  }

  private func bounds(of kernel: Kernel, _ arguments: [NodeID]) -> Bounds {
    switch kernel {
    case .softmax, .sigmoid:
      return Bounds(
        lower: .zero, isAbove: true, upper: .one, isBelow: arguments.count > 1 || kernel == .sigmoid)
    case .softplus: return .positive
    case .norm, .relu: return .nonnegative
    case .abs:
      let inner = bounds(of: arguments[0])
      return inner.isPositive || inner.isNegative ? .positive : .nonnegative
    case .cosh: return Bounds(lower: .one)
    case .sin, .cos: return Bounds(lower: .minusOne, upper: .one)
    case .tanh: return Bounds(lower: .minusOne, isAbove: true, upper: .one, isBelow: true)
    case .max:
      if arguments.contains(where: isPositive) { return .positive }
      return arguments.contains(where: isNonnegative) ? .nonnegative : Bounds()
    case .min:
      if arguments.allSatisfy(isPositive) { return .positive }
      return arguments.allSatisfy(isNonnegative) ? .nonnegative : Bounds()
    case .argmin, .argmax: return Bounds(lower: .one)
    case .log:
      // log t is above 0 where t is above 1, and below 0 below 1.
      let inner = bounds(of: arguments[0])
      if let lower = inner.lower, !Rational.isLess(lower, .one) {
        return Bounds(lower: .zero, isAbove: inner.isAbove)
      }
      if let upper = inner.upper, !Rational.isLess(.one, upper) {
        return Bounds(upper: .zero, isBelow: inner.isBelow)
      }
      return Bounds()
    default: return Bounds()
    }
  }
}

extension Algebra {
  /// Whether a formula could be 0 on a set with breadth, as `relu(x)` is, where splitting its powers changes the domain.
  func mayVanishWidely(_ id: NodeID) -> Bool {
    if isPositive(id) { return false }
    if id == zero { return true }
    return reachable(from: [id]).contains { part in
      switch self[part] {
      case .conditional: true
      case .call(let kernel, _): kernel.hasKinks
      default: false
      }
    }
  }
}
