// Greatest common divisors by Euclid's algorithm over primitive polynomials (Knuth, The Art of Computer Programming,
// volume 2, section 4.6.1), one variable at a time with the others in the coefficients.
extension PolynomialArithmetic {
  /// The greatest common divisor, with whole coefficients and the leading one above 0.
  func divisor(_ left: Polynomial, _ right: Polynomial) throws(AlgebraLimit) -> Polynomial {
    if left.isZero { return try primitive(right) }
    if right.isZero { return try primitive(left) }
    if left.constant != nil || right.constant != nil { return .one }
    if left == right { return try primitive(left) }
    let (first, second) = (left.variables, right.variables)
    if let variable = first.first(where: { !second.contains($0) }) {
      return try divisor(try content(of: left, in: variable), right)
    }
    if let variable = second.first(where: { !first.contains($0) }) {
      return try divisor(left, try content(of: right, in: variable))
    }
    // The variable of the lowest degree makes the shortest sequence of remainders.
    let variable = first.min {
      max(left.degree(in: $0), right.degree(in: $0)) < max(left.degree(in: $1), right.degree(in: $1))
    }
    guard let variable else { return .one }
    return try divisor(left, right, in: variable)
  }

  private func divisor(
    _ left: Polynomial, _ right: Polynomial, in variable: NodeID
  ) throws(AlgebraLimit) -> Polynomial {
    let (leftContent, rightContent) = (
      try content(of: left, in: variable), try content(of: right, in: variable)
    )
    let common = try divisor(leftContent, rightContent)
    var first = try quotient(left, leftContent) ?? left
    var second = try quotient(right, rightContent) ?? right
    if first.degree(in: variable) < second.degree(in: variable) { swap(&first, &second) }
    while !second.isZero {
      let rest = try remainder(first, second, in: variable)
      if !rest.isZero, rest.degree(in: variable) == 0 { return try primitive(common) }
      first = second
      second = rest.isZero ? rest : try quotient(rest, try content(of: rest, in: variable)) ?? rest
      second = try primitive(second)
    }
    return try primitive(try product(common, first))
  }

  /// The common divisor of a polynomial's coefficients in one variable.
  func content(of polynomial: Polynomial, in variable: NodeID) throws(AlgebraLimit) -> Polynomial {
    var result = Polynomial.zero
    for exponent in Set(polynomial.terms.keys.map { $0.exponent(of: variable) }).sorted() {
      result = try divisor(result, polynomial.coefficient(of: variable, exponent))
      if result.constant != nil { return .one }
    }
    return result
  }

  /// What is left of the first, times powers of the second's leading coefficient, after division by the second.
  private func remainder(
    _ left: Polynomial, _ right: Polynomial, in variable: NodeID
  ) throws(AlgebraLimit) -> Polynomial {
    let degree = right.degree(in: variable)
    let leading = right.coefficient(of: variable, degree)
    var rest = left
    while !rest.isZero, rest.degree(in: variable) >= degree {
      let top = rest.degree(in: variable)
      let factor = rest.coefficient(of: variable, top)
      let shift = top == degree ? Polynomial.one : Polynomial(variable: variable, exponent: top - degree)
      let scaled = try product(leading, rest)
      rest = try difference(scaled, try product(try product(factor, shift), right))
    }
    return rest
  }

  /// A polynomial as powers of polynomials without repeated factors, after Yun's algorithm.
  func squareFreeFactors(
    of polynomial: Polynomial
  ) throws(AlgebraLimit) -> [(factor: Polynomial, multiplicity: Int)] {
    guard polynomial.constant == nil, let variable = polynomial.variables.first else { return [] }
    let outer = try content(of: polynomial, in: variable)
    var factors = try squareFreeFactors(of: outer)
    let inner = try quotient(polynomial, outer) ?? polynomial
    let slope = try inner.derivative(by: variable)
    let repeated = try divisor(inner, slope)
    guard var rest = try quotient(inner, repeated), var rate = try quotient(slope, repeated) else {
      return factors + [(inner, 1)]
    }
    var multiplicity = 1
    while rest.constant == nil, multiplicity <= 64 {
      let excess = try difference(rate, try rest.derivative(by: variable))
      let factor = try divisor(rest, excess)
      if factor.constant == nil { factors.append((factor, multiplicity)) }
      guard let next = try quotient(rest, factor), let nextRate = try quotient(excess, factor) else { break }
      (rest, rate, multiplicity) = (next, nextRate, multiplicity + 1)
    }
    return factors
  }
}
