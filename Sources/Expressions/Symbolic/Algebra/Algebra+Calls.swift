extension Algebra {
  func call(_ kernel: Kernel, _ arguments: [NodeID]) throws(AlgebraLimit) -> NodeID {
    try spend()
    if arguments.count == 1, let value = rational(arguments[0]), let result = exact(kernel, value) {
      return result
    }
    let argument = arguments[0]
    switch kernel {
    case .log: return try logarithm(argument)
    case .abs, .sign, .relu: return try piecewise(kernel, argument)
    case .min, .max: return extreme(kernel, arguments)
    case .softmax where arguments.count == 1: return one
    case .logsumexp where arguments.count == 1: return argument
    case .norm where arguments.count == 1: return try call(.abs, arguments)
    default: break
    }
    if kernel.isOdd || kernel.isEven, readsNegative(argument) {
      let mirrored = node(.call(kernel, [try negative(argument)]))
      return kernel.isEven ? mirrored : try negative(mirrored)
    }
    return node(.call(kernel, arguments))
  }

  /// Whether a formula would be written with a minus sign before all of it.
  func readsNegative(_ id: NodeID) -> Bool {
    if case .sum(let terms) = self[id] { return terms.allSatisfy { split($0).coefficient.isNegative } }
    return split(id).coefficient.isNegative
  }

  /// The value of a function at a number, where it is a simple one.
  private func exact(_ kernel: Kernel, _ value: Rational) -> NodeID? {
    switch kernel {
    case .abs: return number(value.magnitude)
    case .sign: return number(value.isZero ? 0 : value.isNegative ? -1 : 1)
    case .relu: return value.isNegative ? zero : number(value)
    case .log where value == .one, .log2 where value == .one, .log10 where value == .one: return zero
    case .log2, .log10:
      let base = Rational(kernel == .log2 ? 2 : 10)
      return (1...30).first { (try? base.power($0)) == value }.map { number($0) }
    case .floor, .ceil:
      let down = value.numerator / value.denominator
      let isBelow = value.isNegative && !value.isInteger
      let floor = isBelow ? down - 1 : down
      let result = kernel == .ceil && !value.isInteger ? floor + 1 : floor
      return Int(exactly: result).map { number($0) }
    case .sin, .tan, .asin, .atan, .sinh, .tanh: return value.isZero ? zero : nil
    case .cos, .cosh: return value.isZero ? one : nil
    case .sigmoid: return value.isZero ? half : nil
    default: return nil
    }
  }

  /// The logarithm where a power's exponent can come before it at every place where it has a value.
  private func logarithm(_ argument: NodeID) throws(AlgebraLimit) -> NodeID {
    switch self[argument] {
    case .constant(.euler): return one
    case .number(let value) where value.numerator == 1 && value.denominator > 1:
      return try negative(node(.call(.log, [number(try Rational(value.denominator, over: 1))])))
    case .power(let base, let exponent):
      if base == euler { return exponent }
      // An even power hides the sign of its base.
      let isOdd = rational(exponent).map { !$0.isEven } ?? false
      if isOdd || isPositive(base) { return try product([exponent, try call(.log, [base])]) }
    case .product(let factors):
      let exponents = factors.compactMap { factor -> NodeID? in
        if case .power(euler, let exponent) = self[factor] { exponent } else { nil }
      }
      guard !exponents.isEmpty else { break }
      let others = factors.filter { if case .power(euler, _) = self[$0] { false } else { true } }
      return try sum(exponents + [try call(.log, [try product(others)])])
    default: break
    }
    return node(.call(.log, [argument]))
  }

  /// Functions that are one formula above 0 and another below.
  private func piecewise(_ kernel: Kernel, _ argument: NodeID) throws(AlgebraLimit) -> NodeID {
    let bounds = bounds(of: argument)
    switch kernel {
    case .sign:
      if bounds.isPositive || bounds.isNegative { return bounds.isPositive ? one : minusOne }
    case .relu:
      if bounds.isNonnegative || bounds.isNonpositive { return bounds.isNonnegative ? argument : zero }
      return node(.call(.relu, [argument]))
    default:
      if bounds.isNonnegative { return argument }
      if bounds.isNonpositive { return try negative(argument) }
    }
    let (coefficient, monic) = split(argument)
    let inner = node(.call(kernel, [readsNegative(monic) ? try negative(monic) : monic]))
    if kernel == .abs { return try scaled(coefficient.magnitude, inner) }
    return coefficient.isNegative != readsNegative(monic) ? try negative(inner) : inner
  }

  /// The largest or smallest of flat, different arguments.
  private func extreme(_ kernel: Kernel, _ arguments: [NodeID]) -> NodeID {
    var flat: [NodeID] = []
    var best: Rational?
    for argument in arguments {
      let inner = if case .call(kernel, let inner) = self[argument] { inner } else { [argument] }
      for id in inner {
        if let value = rational(id) {
          let isBetter = best.map { kernel == .max ? Rational.isLess($0, value) : Rational.isLess(value, $0) }
          if isBetter ?? true { best = value }
        } else if !flat.contains(id) {
          flat.append(id)
        }
      }
    }
    flat.sort()
    if let best { flat.append(number(best)) }
    return flat.count == 1 ? flat[0] : node(.call(kernel, flat))
  }
}
