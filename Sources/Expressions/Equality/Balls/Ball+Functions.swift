import Mathematics

extension Ball {
  var exponential: Reading<Number> {
    guard value.high.magnitude < 690, radius < 0.5 else { return .unclear }
    if isExactZero { return .value(Ball(exactly: 1)) }
    let result = value.exponential
    // e^(x + r) − e^x is at most 2 r e^x for r up to a half.
    return Reading(Ball(result, radius: result.high * (2 * radius + Number.functionError)))
  }

  var logarithm: Reading<Number> {
    if isNegative || isExactZero { return .undefined }
    guard isPositive, lowerMagnitude > 1e-290, value.high < 1e290 else { return .unclear }
    if isExact, value == Number(1) { return .value(Ball(exactly: 0)) }
    let result = value.logarithm
    let error = max(1, result.high.magnitude) * Number.functionError
    return Reading(Ball(result, radius: radius / lowerMagnitude + error))
  }

  var squareRoot: Reading<Number> {
    if isNegative { return .undefined }
    if isExactZero { return .value(self) }
    guard isPositive else { return .unclear }
    let result = value.squareRoot
    if isExact, result.isDouble, let root = Int(exactly: result.high), root < 1 << 25 {
      return .value(Ball(exactly: result.high))
    }
    return Reading(
      Ball(rounded: result, radius: radius / lowerMagnitude.squareRoot() + result.high * Number.rounding * 16)
    )
  }

  var sineAndCosine: (sine: Reading<Number>, cosine: Reading<Number>) {
    guard value.high.magnitude < 1e4 else { return (.unclear, .unclear) }
    if isExactZero { return (.value(self), .value(Ball(exactly: 1))) }
    let (sine, cosine) = value.sineAndCosine
    return (
      Reading(Ball(sine, radius: radius + Number.functionError)),
      Reading(Ball(cosine, radius: radius + Number.functionError))
    )
  }

  var arctangent: Ball {
    isExactZero ? self : Ball(value.arctangent, radius: radius + Number.functionError)
  }

  var arcsine: Reading<Number> {
    let one = Ball(exactly: 1)
    let rest = one - self * self
    if rest.isNegative { return .undefined }
    if rest.isExactZero {
      let quarter = Ball(rounded: .halfPi, radius: 0)
      return .value(value.high > 0 ? quarter : -quarter)
    }
    guard case .value(let root) = rest.squareRoot, root.isPositive else { return .unclear }
    return Reading((self / root).arctangent)
  }

  /// A power as the expression language has it: of a negative number only where the exponent is whole.
  func power(_ exponent: Ball) -> Reading<Number> {
    if let whole = exponent.integer, abs(whole) <= 4096 { return power(whole) }
    if exponent.isExact, exponent.value == Number(0.5) { return squareRoot }
    if isExactZero { return exponent.isPositive ? .value(self) : exponent.isNegative ? .undefined : .unclear }
    if isNegative { return exponent.isFraction ? .undefined : .unclear }
    guard isPositive, case .value(let logarithm) = logarithm else { return .unclear }
    return (logarithm * exponent).exponential
  }

  private func power(_ exponent: Int) -> Reading<Number> {
    if exponent < 0 {
      if isExactZero { return .undefined }
      guard isPositive || isNegative else { return .unclear }
    }
    var (result, square, rest) = (Ball(exactly: 1), self, abs(exponent))
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    guard exponent < 0 else { return Reading(result) }
    return result.isPositive || result.isNegative ? Reading(Ball(exactly: 1) / result) : .unclear
  }

  /// Whether no whole number lies in it.
  private var isFraction: Bool {
    guard value.high.magnitude < 0x1p50, radius < 0.25 else { return false }
    let distance = (value - Number(value.high.rounded())).high.magnitude
    return distance > 2 * radius
  }

  /// The whole number at or below, unless one lies so near that rounding decides.
  var floor: Reading<Number> {
    guard value.high.magnitude < 0x1p50 else { return .unclear }
    let nearest = value.high.rounded()
    let distance = (value - Number(nearest)).high
    if isExact || distance.magnitude > radius {
      return .value(Ball(exactly: distance < 0 ? nearest - 1 : nearest))
    }
    return .unclear
  }
}
