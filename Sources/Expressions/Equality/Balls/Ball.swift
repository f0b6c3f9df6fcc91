/// A number known up to a radius: the true one lies within it, whatever rounding did.
struct Ball<Number: ExtendedNumber>: Hashable {
  var value: Number
  /// At least as large as the error; 0 where the value is exact.
  var radius: Double

  init(exactly number: Double) {
    value = Number(number)
    radius = 0
  }

  init(_ value: Number, radius: Double) {
    self.value = value
    // The radius is computed in doubles, whose own rounding this covers many times.
    self.radius = radius * 1.000001
  }

  init(rounded value: Number, radius: Double) {
    self.init(value, radius: radius + value.high.magnitude * Number.rounding + 1e-300)
  }

  init(_ number: Rational) {
    if let numerator = Int64(exactly: number.numerator), numerator.magnitude < 1 << 53,
      let denominator = UInt64(exactly: number.denominator), denominator & (denominator - 1) == 0
    {
      self.init(exactly: Double(numerator) / Double(denominator))
    } else {
      let quotient = Number(integer: number.numerator) / Number(integer: number.denominator)
      self.init(rounded: quotient, radius: 0)
    }
  }

  var isFinite: Bool { value.high.isFinite && radius.isFinite }
  var isExact: Bool { radius == 0 }
  var isExactZero: Bool { isExact && value.high == 0 }
  /// The largest and the smallest size that the number can have.
  var upperMagnitude: Double { value.high.magnitude * (1 + 0x1p-50) + radius }
  var lowerMagnitude: Double { max(0, value.high.magnitude * (1 - 0x1p-50) - radius) }
  var isPositive: Bool { value.high > 0 && lowerMagnitude > 0 }
  var isNegative: Bool { value.high < 0 && lowerMagnitude > 0 }

  /// The integer that it exactly is.
  var integer: Int? {
    isExact && value.isDouble && value.high.magnitude < 0x1p53 ? Int(exactly: value.high) : nil
  }

  static prefix func - (ball: Ball) -> Ball { Ball(-ball.value, radius: ball.radius) }

  static func + (left: Ball, right: Ball) -> Ball {
    let sum = left.value + right.value
    if let exact = exact(sum, left, right) { return exact }
    // Cancellation leaves the rounding of what was there before.
    let rounding = (left.value.high.magnitude + right.value.high.magnitude) * Number.rounding
    return Ball(rounded: sum, radius: left.radius + right.radius + rounding)
  }

  static func - (left: Ball, right: Ball) -> Ball { left + -right }

  static func * (left: Ball, right: Ball) -> Ball {
    let product = left.value * right.value
    if let exact = exact(product, left, right) { return exact }
    if left.isExactZero || right.isExactZero { return Ball(exactly: 0) }
    return Ball(
      rounded: product,
      radius: left.upperMagnitude * right.radius + right.upperMagnitude * left.radius)
  }

  /// The quotient by a ball without 0 in it.
  static func / (left: Ball, right: Ball) -> Ball {
    let quotient = left.value / right.value
    if left.isExactZero { return left }
    if let exact = exact(quotient, left, right), quotient * right.value == left.value { return exact }
    let error = left.radius + quotient.high.magnitude * (1 + 0x1p-50) * right.radius
    return Ball(rounded: quotient, radius: error / right.lowerMagnitude)
  }

  /// Sums and products of exact numbers that are small multiples of 2⁻²⁰ are exact themselves.
  private static func exact(_ result: Number, _ left: Ball, _ right: Ball) -> Ball? {
    guard left.isExact, right.isExact, result.isDouble, isShort(left), isShort(right) else { return nil }
    return Ball(exactly: result.high)
  }

  private static func isShort(_ ball: Ball) -> Bool {
    let number = ball.value.high
    return ball.value.isDouble && number.magnitude < 0x1p40 && (number * 0x1p20).rounded() == number * 0x1p20
  }
}
