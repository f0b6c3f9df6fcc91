/// A number known up to a radius: the true one lies within it, whatever rounding did.
struct Ball: Hashable {
  var value: DoubleDouble
  /// At least as large as the error; 0 where the value is exact.
  var radius: Double

  /// Relative error of one sum, product, quotient or root of double-doubles, generously.
  private static let rounding = 0x1p-100
  /// Error of the elementary functions, relative to the larger of 1 and the value: their series lose some bits.
  static let functionError = 0x1p-84

  init(exactly number: Double) {
    value = DoubleDouble(number)
    radius = 0
  }

  init(_ value: DoubleDouble, radius: Double) {
    self.value = value
    // The radius is computed in doubles, whose own rounding this covers many times.
    self.radius = radius * 1.000001
  }

  init(rounded value: DoubleDouble, radius: Double) {
    self.init(value, radius: radius + value.high.magnitude * Ball.rounding + 1e-300)
  }

  init(_ number: Rational) {
    if number.isInteger, number.numerator.magnitude < 1 << 53 {
      self.init(exactly: Double(number.numerator))
    } else {
      let quotient = Ball.doubled(number.numerator) / Ball.doubled(number.denominator)
      let isExact =
        number.denominator.magnitude & (number.denominator.magnitude - 1) == 0
        && number.numerator.magnitude < 1 << 53 && number.denominator < 1 << 100
      self = isExact ? Ball(exactly: quotient.high) : Ball(rounded: quotient, radius: 0)
    }
  }

  private static func doubled(_ integer: Int128) -> DoubleDouble {
    let high = Double(integer)
    // A rounded value of 2¹²⁷ would not convert back.
    guard high.magnitude < 0x1p126 else { return DoubleDouble(high) }
    return DoubleDouble(high, Double(integer - Int128(high)))
  }

  var isFinite: Bool { value.high.isFinite && value.low.isFinite && radius.isFinite }
  var isExact: Bool { radius == 0 }
  var isExactZero: Bool { isExact && value.high == 0 }
  /// The largest and the smallest size that the number can have.
  var upperMagnitude: Double { value.high.magnitude * (1 + 0x1p-50) + radius }
  var lowerMagnitude: Double { max(0, value.high.magnitude * (1 - 0x1p-50) - radius) }
  var isPositive: Bool { value.high > 0 && lowerMagnitude > 0 }
  var isNegative: Bool { value.high < 0 && lowerMagnitude > 0 }

  /// The integer that it exactly is.
  var integer: Int? {
    isExact && value.low == 0 && value.high.magnitude < 0x1p53 ? Int(exactly: value.high) : nil
  }

  static prefix func - (ball: Ball) -> Ball { Ball(-ball.value, radius: ball.radius) }

  static func + (left: Ball, right: Ball) -> Ball {
    let sum = left.value + right.value
    if let exact = exact(sum, left, right) { return exact }
    // Cancellation leaves the rounding of what was there before.
    let rounding = (left.value.high.magnitude + right.value.high.magnitude) * Ball.rounding
    return Ball(rounded: sum, radius: left.radius + right.radius + rounding)
  }

  static func - (left: Ball, right: Ball) -> Ball { left + -right }

  static func * (left: Ball, right: Ball) -> Ball {
    let product = left.value * right.value
    if let exact = exact(product, left, right) { return exact }
    return Ball(
      rounded: product,
      radius: left.upperMagnitude * right.radius + right.upperMagnitude * left.radius)
  }

  /// The quotient by a ball without 0 in it.
  static func / (left: Ball, right: Ball) -> Ball {
    let quotient = left.value / right.value
    if left.isExactZero { return left }
    let error = left.radius + quotient.high.magnitude * (1 + 0x1p-50) * right.radius
    return Ball(rounded: quotient, radius: error / right.lowerMagnitude)
  }

  /// Sums and products of exact numbers that are small multiples of 2⁻²⁰ are exact themselves.
  private static func exact(_ result: DoubleDouble, _ left: Ball, _ right: Ball) -> Ball? {
    guard left.isExact, right.isExact, result.low == 0, isShort(left), isShort(right) else { return nil }
    return Ball(exactly: result.high)
  }

  private static func isShort(_ ball: Ball) -> Bool {
    let number = ball.value.high
    return ball.value.low == 0 && number.magnitude < 0x1p40 && (number * 0x1p20).rounded() == number * 0x1p20
  }
}
