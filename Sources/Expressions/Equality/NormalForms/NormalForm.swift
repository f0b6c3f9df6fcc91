/// Brings formulas into a form that is the same for equal ones, as far as exact algebra reaches.
///
/// Functions that others express are written out: softmax, sigmoid and the hyperbolic functions by exponentials, tan by
/// sin and cos, logarithms of products by the logarithms of their factors where these are above 0. What remains,
/// exponentials of different monomials, logarithms, roots and other functions of arguments in normal form, are variables of
/// a quotient of polynomials. Two quotients in lowest terms are equal where their difference is 0.
struct NormalForm {
  let algebra: Algebra
  private var results: [NodeID: NodeID] = [:]

  init(algebra: Algebra) {
    self.algebra = algebra
  }

  /// Whether a formula is 0 wherever it has a value; false where algebra cannot tell.
  mutating func isZero(_ root: NodeID) throws(AlgebraLimit) -> Bool {
    try normal(try algebra.canonical(root)) == algebra.zero
  }

  /// The normal form of a canonical formula.
  mutating func normal(_ root: NodeID) throws(AlgebraLimit) -> NodeID {
    let plain = try written(root)
    for id in algebra.reachable(from: [plain]) where results[id] == nil {
      let known = results
      let rebuilt = try algebra.rebuilt(id) { child throws(AlgebraLimit) in known[child] ?? child }
      switch algebra[rebuilt] {
      case .power(let base, let exponent) where isArgument(base, exponent):
        results[id] = try algebra.power(try expanded(base), try expanded(exponent))
      case .call(.log, let arguments): results[id] = try logarithm(try expanded(arguments[0], takesOut: true))
      case .call(let kernel, let arguments):
        let inside = try arguments.mapped { argument throws(AlgebraLimit) in try expanded(argument) }
        results[id] = try algebra.call(kernel, inside)
      default: results[id] = rebuilt
      }
    }
    return try expanded(results[plain] ?? plain)
  }

  /// Whether what is inside a power is inside a variable: roots, and exponents that are no numbers.
  private func isArgument(_ base: NodeID, _ exponent: NodeID) -> Bool {
    algebra.rational(exponent).map { !$0.isInteger } ?? true
  }

  /// The quotient of polynomials that a formula is, written as a formula again; common factors can be taken out.
  private func expanded(_ id: NodeID, takesOut: Bool = false) throws(AlgebraLimit) -> NodeID {
    let arithmetic = PolynomialArithmetic(workLimit: 100_000, termLimit: 1000)
    var builder = FractionBuilder(algebra: algebra, arithmetic: arithmetic)
    let fraction = try builder.fraction(of: id)
    if fraction.numerator.isZero { return algebra.zero }
    var parts: [NodeID] = []
    for (polynomial, exponent) in [(fraction.numerator, 1), (fraction.denominator, -1)] {
      var rest = polynomial
      if takesOut {
        let common = polynomial.terms.keys.reduce(polynomial.leading) { $0.common(with: $1) }
        let outside = Polynomial(terms: [common: .one])
        rest = try arithmetic.quotient(polynomial, outside) ?? polynomial
        parts.append(try algebra.power(try algebra.formula(of: outside), algebra.number(exponent)))
      }
      parts.append(try algebra.power(try algebra.formula(of: rest), algebra.number(exponent)))
    }
    return try algebra.product(parts)
  }

  /// The logarithm of a product as the sum of logarithms, where each factor is known to be above 0.
  private func logarithm(_ argument: NodeID) throws(AlgebraLimit) -> NodeID {
    let factors = if case .product(let factors) = algebra[argument] { factors } else { [argument] }
    var terms: [NodeID] = []
    var kept: [NodeID] = []
    var isTurned = false
    for factor in factors {
      if algebra.isPositive(factor) {
        terms += try logarithms(ofPositive: factor)
      } else if let (positive, turns) = try turned(factor) {
        terms += try logarithms(ofPositive: positive)
        if turns { isTurned.toggle() }
      } else {
        kept.append(factor)
      }
    }
    // With one factor left, the others being above 0, it is above 0 wherever the logarithm has a value.
    if isTurned { kept.append(algebra.minusOne) }
    if !kept.isEmpty { terms.append(try algebra.call(.log, [try algebra.product(kept)])) }
    return try algebra.sum(terms)
  }

  /// A factor known to be below 0, or a whole power of one, with its base's sign turned; and whether that turns its own.
  private func turned(_ factor: NodeID) throws(AlgebraLimit) -> (positive: NodeID, turns: Bool)? {
    if case .power(let base, let exponent) = algebra[factor], algebra.bounds(of: base).isNegative,
      let number = algebra.rational(exponent), number.isInteger
    {
      return (try algebra.power(try algebra.negative(base), exponent), !number.isEven)
    }
    return algebra.bounds(of: factor).isNegative ? (try algebra.negative(factor), true) : nil
  }

  private func logarithms(ofPositive factor: NodeID) throws(AlgebraLimit) -> [NodeID] {
    guard let number = algebra.rational(factor) else { return [try algebra.call(.log, [factor])] }
    if number == .one { return [] }
    var terms: [NodeID] = []
    for (part, sign) in [(number.numerator, 1), (number.denominator, -1)] {
      for (prime, count) in primeFactors(of: part) {
        let logarithm = try algebra.call(.log, [algebra.number(try Rational(prime, over: 1))])
        terms.append(try algebra.scaled(Rational(sign * count), logarithm))
      }
    }
    return terms
  }

  /// Small primes and what they leave.
  private func primeFactors(of value: Int128) -> [(prime: Int128, count: Int)] {
    var (rest, candidate): (Int128, Int128) = (value, 2)
    var factors: [(prime: Int128, count: Int)] = []
    while candidate * candidate <= rest, candidate < 10_000 {
      var count = 0
      while rest % candidate == 0 { (rest, count) = (rest / candidate, count + 1) }
      if count > 0 { factors.append((candidate, count)) }
      candidate += 1
    }
    if rest > 1 { factors.append((rest, 1)) }
    return factors
  }
}

extension NormalForm {
  /// The formula with functions written out that others express.
  private func written(_ root: NodeID) throws(AlgebraLimit) -> NodeID {
    var results: [NodeID: NodeID] = [:]
    for id in algebra.reachable(from: [root]) {
      try algebra.spend()
      let rebuilt = try algebra.rebuilt(id) { child throws(AlgebraLimit) in results[child] ?? child }
      if case .call(let kernel, let arguments) = algebra[rebuilt] {
        results[id] = try written(kernel, arguments) ?? rebuilt
      } else {
        results[id] = rebuilt
      }
    }
    return results[root] ?? root
  }

  private func written(_ kernel: Kernel, _ arguments: [NodeID]) throws(AlgebraLimit) -> NodeID? {
    let x = arguments[0]
    let (one, two) = (algebra.one, algebra.number(2))
    func exponential(_ id: NodeID) throws(AlgebraLimit) -> NodeID { try algebra.power(algebra.euler, id) }
    func total() throws(AlgebraLimit) -> NodeID { try algebra.sum(try arguments.mapped(exponential)) }
    switch kernel {
    case .softmax(let index): return try algebra.quotient(try exponential(arguments[index - 1]), try total())
    case .logsumexp: return try algebra.call(.log, [try total()])
    case .sigmoid: return try algebra.quotient(exponential(x), try algebra.sum([one, exponential(x)]))
    case .softplus: return try algebra.call(.log, [try algebra.sum([one, exponential(x)])])
    case .tanh:
      let square = try exponential(try algebra.product([two, x]))
      return try algebra.quotient(try algebra.difference(square, one), try algebra.sum([square, one]))
    case .sinh, .cosh:
      let (up, down) = (try exponential(x), try exponential(try algebra.negative(x)))
      let sum = kernel == .cosh ? try algebra.sum([up, down]) : try algebra.difference(up, down)
      return try algebra.quotient(sum, two)
    case .tan: return try algebra.quotient(try algebra.call(.sin, [x]), try algebra.call(.cos, [x]))
    case .log10, .log2:
      let base = try algebra.call(.log, [algebra.number(kernel == .log2 ? 2 : 10)])
      return try algebra.quotient(try algebra.call(.log, [x]), base)
    case .relu:
      return try algebra.product([algebra.half, try algebra.sum([x, try algebra.call(.abs, [x])])])
    case .norm:
      let squares = try arguments.mapped { entry throws(AlgebraLimit) in try algebra.power(entry, two) }
      return try algebra.power(try algebra.sum(squares), algebra.half)
    case .max where arguments.count == 2, .min where arguments.count == 2:
      let distance = try algebra.call(.abs, [try algebra.difference(x, arguments[1])])
      let signed = kernel == .max ? distance : try algebra.negative(distance)
      return try algebra.product([algebra.half, try algebra.sum([x, arguments[1], signed])])
    default: return nil
    }
  }
}
