/// Why algebra gave up: the answer would be too large to be of use, or to be computed in time.
enum AlgebraLimit: Error {
  /// A fraction of integers passes 127 bits.
  case overflow
  /// More nodes, terms or steps than the limits allow.
  case size
}

/// A fraction of integers in lowest terms; what does not fit into 127 bits is an error, never rounded.
struct Rational: Hashable {
  let numerator: Int128
  /// Above 0.
  let denominator: Int128

  static let zero = Rational(0)
  static let one = Rational(1)
  static let minusOne = Rational(-1)

  init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  init(_ numerator: Int128, over denominator: Int128) throws(AlgebraLimit) {
    guard denominator != 0, numerator != .min, denominator != .min else { throw .overflow }
    if denominator == 1 {
      (self.numerator, self.denominator) = (numerator, 1)
      return
    }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  var isInteger: Bool { denominator == 1 }
  var isNegative: Bool { numerator < 0 }
  var isZero: Bool { numerator == 0 }
  /// The integer, where it is one of an ordinary size.
  var integer: Int? { isInteger ? Int(exactly: numerator) : nil }
  var isEven: Bool { isInteger && numerator % 2 == 0 }
  var double: Double { Double(numerator) / Double(denominator) }

  static func + (left: Rational, right: Rational) throws(AlgebraLimit) -> Rational {
    let first = try product(left.numerator, right.denominator)
    let second = try product(right.numerator, left.denominator)
    let (sum, isTooLarge) = first.addingReportingOverflow(second)
    guard !isTooLarge else { throw .overflow }
    return try Rational(sum, over: try product(left.denominator, right.denominator))
  }

  static func - (left: Rational, right: Rational) throws(AlgebraLimit) -> Rational { try left + -right }

  static func * (left: Rational, right: Rational) throws(AlgebraLimit) -> Rational {
    if left.isInteger, right.isInteger {
      return try Rational(try product(left.numerator, right.numerator), over: 1)
    }
    // Cancelled crosswise first, so that what fits in the end fits on the way.
    let first = try Rational(left.numerator, over: right.denominator)
    let second = try Rational(right.numerator, over: left.denominator)
    return try Rational(
      try product(first.numerator, second.numerator), over: try product(first.denominator, second.denominator)
    )
  }

  static func / (left: Rational, right: Rational) throws(AlgebraLimit) -> Rational {
    try left * (try Rational(right.denominator, over: right.numerator))
  }

  static prefix func - (value: Rational) -> Rational { Rational(negating: value) }

  /// A whole power; a negative one of 0 is an error.
  func power(_ exponent: Int) throws(AlgebraLimit) -> Rational {
    guard exponent.magnitude <= 4096 else { throw .overflow }
    guard exponent >= 0 else { return try Rational.one / (try power(-exponent)) }
    if isZero || magnitude == .one { return exponent % 2 == 0 ? (exponent == 0 ? .one : magnitude) : self }
    var result = Rational.one
    for _ in 0..<exponent { result = try result * self }
    return result
  }

  var magnitude: Rational { isNegative ? -self : self }

  private init(negating value: Rational) {
    // The smallest integer is never stored, so that every numerator has a negative.
    numerator = -value.numerator
    denominator = value.denominator
  }

  private static func product(_ left: Int128, _ right: Int128) throws(AlgebraLimit) -> Int128 {
    let (product, isTooLarge) = left.multipliedReportingOverflow(by: right)
    guard !isTooLarge, product != .min else { throw .overflow }
    return product
  }
}

extension Rational {
  /// The number that a decimal literal stands for: `0.1` is exactly a tenth, which no double is.
  init?(decimal number: Double) {
    guard number.isFinite else { return nil }
    let text = number.magnitude.description
    let parts = text.split(separator: "e")
    let digits = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = digits.count > 1 && digits[1] != "0" ? digits[1] : ""
    var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
    guard var whole = Int128(String(digits[0] + fraction)), abs(exponent) <= 30 else { return nil }
    var scale: Int128 = 1
    while exponent != 0 {
      let (product, isTooLarge) = (exponent > 0 ? whole : scale).multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return nil }
      if exponent > 0 { whole = product } else { scale = product }
      exponent += exponent > 0 ? -1 : 1
    }
    guard let value = try? Rational(number < 0 ? -whole : whole, over: scale) else { return nil }
    self = value
  }

  static func isLess(_ left: Rational, _ right: Rational) -> Bool {
    if let difference = try? left - right { return difference.isNegative }
    return left.double < right.double
  }
}

func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (first, second) = (first, second)
  while second != 0 {
    if let small = UInt64(exactly: first), let other = UInt64(exactly: second) {
      // Most numbers are small, and their remainders much faster.
      var (small, other) = (small, other)
      while other != 0 { (small, other) = (other, small % other) }
      return UInt128(max(small, 1))
    }
    (first, second) = (second, first % second)
  }
  return max(first, 1)
}
