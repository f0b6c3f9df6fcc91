/// A number of 512 bits, about 154 decimal digits, with the exponent of an ordinary integer.
///
/// It is slower than `DoubleDouble` by far, and decides where that cannot. Results are cut off, not rounded, so that
/// each operation errs by at most a few units of the last bit.
struct WideNumber: ExtendedNumber {
  typealias Limbs = SIMD8<UInt64>

  /// The number is ±limbs·2^(exponent − 512), with the lowest limb first and the highest bit set; all 0 for 0.
  var limbs: Limbs
  var exponent: Int
  var isNegative: Bool

  static let zero = WideNumber(Limbs(repeating: 0), 0, false)
  static let one = WideNumber(1.0)
  static let rounding = 0x1p-500
  static let functionError = 0x1p-460
  static let agreement = (relative: 1e-100, absolute: 1e-100)

  init(_ limbs: Limbs, _ exponent: Int, _ isNegative: Bool) {
    (self.limbs, self.exponent, self.isNegative) = (limbs, exponent, isNegative)
  }

  init(_ number: Double) {
    guard number != 0, number.isFinite else {
      self = .zero
      return
    }
    var limbs = Limbs(repeating: 0)
    limbs[7] = UInt64(number.magnitude.significand * 0x1p63)
    self.init(limbs, Int(number.exponent) + 1, number < 0)
  }

  init(integer: Int128) {
    let size = integer.magnitude
    guard size != 0 else {
      self = .zero
      return
    }
    let shifted = size << UInt128(size.leadingZeroBitCount)
    var limbs = Limbs(repeating: 0)
    (limbs[6], limbs[7]) = (UInt64(truncatingIfNeeded: shifted), UInt64(truncatingIfNeeded: shifted >> 64))
    self.init(limbs, 128 - size.leadingZeroBitCount, integer < 0)
  }

  var isZero: Bool { limbs[7] == 0 }

  var high: Double {
    if isZero { return 0 }
    guard exponent > -1020 else { return 0 }
    guard exponent <= 1024 else { return isNegative ? -.infinity : .infinity }
    let size = Double(limbs[7]) * Double(sign: .plus, exponent: exponent - 64, significand: 1)
    return isNegative ? -size : size
  }

  var isDouble: Bool {
    // A double has 53 bits: the others of the highest limb are 0, and so are all below.
    (0..<7).allSatisfy { limbs[$0] == 0 } && limbs[7] & 0x7FF == 0
  }

  /// The number times a power of 2.
  func scaled(byPowerOfTwo power: Int) -> WideNumber {
    isZero ? self : WideNumber(limbs, exponent + power, isNegative)
  }
}

extension WideNumber {
  static prefix func - (value: WideNumber) -> WideNumber {
    value.isZero ? value : WideNumber(value.limbs, value.exponent, !value.isNegative)
  }

  static func - (left: WideNumber, right: WideNumber) -> WideNumber { left + -right }

  static func + (left: WideNumber, right: WideNumber) -> WideNumber {
    if left.isZero { return right }
    if right.isZero { return left }
    let (large, small) = isSmaller(left, right) ? (right, left) : (left, right)
    let shifted = shiftedDown(small.limbs, by: large.exponent - small.exponent)
    if large.isNegative == small.isNegative {
      var (sum, carry) = added(large.limbs, shifted)
      if carry == 1 {
        sum = shiftedDown(sum, by: 1)
        sum[7] |= 1 << 63
      }
      return WideNumber(sum, large.exponent + Int(carry), large.isNegative)
    }
    return normalised(subtracted(large.limbs, shifted), large.exponent, large.isNegative)
  }

  static func * (left: WideNumber, right: WideNumber) -> WideNumber {
    if left.isZero || right.isZero { return zero }
    // The lower half of the product matters only by what it carries; its lowest columns are left out.
    var columns = SIMD16<UInt64>(repeating: 0)
    for row in 0..<8 {
      var carry: UInt64 = 0
      for column in 0..<8 where row + column >= 6 {
        let (high, low) = left.limbs[row].multipliedFullWidth(by: right.limbs[column])
        let place = row + column
        let (first, firstCarry) = columns[place].addingReportingOverflow(low)
        let (second, secondCarry) = first.addingReportingOverflow(carry)
        columns[place] = second
        carry = high &+ (firstCarry ? 1 : 0) &+ (secondCarry ? 1 : 0)
      }
      columns[row + 8] = carry
    }
    var limbs = Limbs(repeating: 0)
    for index in 0..<8 { limbs[index] = columns[index + 8] }
    var exponent = left.exponent + right.exponent
    if limbs[7] >> 63 == 0 {
      for index in stride(from: 7, through: 0, by: -1) {
        limbs[index] = limbs[index] << 1 | columns[index + 7] >> 63
      }
      exponent -= 1
    }
    return WideNumber(limbs, exponent, left.isNegative != right.isNegative)
  }

  static func / (left: WideNumber, right: WideNumber) -> WideNumber {
    // Newton's steps for the reciprocal double its digits: 50, 100, 200, 400, 500.
    let size = WideNumber(right.limbs, 0, false)
    var reciprocal = WideNumber(1 / size.high)
    for _ in 0..<4 { reciprocal = reciprocal + reciprocal * (one - size * reciprocal) }
    let quotient = left * reciprocal.scaled(byPowerOfTwo: -right.exponent)
    return right.isNegative ? -quotient : quotient
  }

  /// The quotient by a small whole number.
  func divided(by divisor: UInt64) -> WideNumber {
    var (quotient, rest) = (Limbs(repeating: 0), UInt64(0))
    for index in stride(from: 7, through: 0, by: -1) {
      (quotient[index], rest) = divisor.dividingFullWidth((rest, limbs[index]))
    }
    // The bits that normalising takes in from below are 0: fewer than the divisor has are lost.
    return Self.normalised(quotient, exponent, isNegative)
  }

  private static func isSmaller(_ left: WideNumber, _ right: WideNumber) -> Bool {
    if left.exponent != right.exponent { return left.exponent < right.exponent }
    for index in stride(from: 7, through: 0, by: -1) where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }

  private static func added(_ left: Limbs, _ right: Limbs) -> (Limbs, carry: UInt64) {
    var (sum, carry) = (Limbs(repeating: 0), UInt64(0))
    for index in 0..<8 {
      let (first, firstCarry) = left[index].addingReportingOverflow(right[index])
      let (second, secondCarry) = first.addingReportingOverflow(carry)
      (sum[index], carry) = (second, firstCarry || secondCarry ? 1 : 0)
    }
    return (sum, carry)
  }

  private static func subtracted(_ left: Limbs, _ right: Limbs) -> Limbs {
    var (difference, borrow) = (Limbs(repeating: 0), UInt64(0))
    for index in 0..<8 {
      let (first, firstBorrow) = left[index].subtractingReportingOverflow(right[index])
      let (second, secondBorrow) = first.subtractingReportingOverflow(borrow)
      (difference[index], borrow) = (second, firstBorrow || secondBorrow ? 1 : 0)
    }
    return difference
  }

  private static func shiftedDown(_ limbs: Limbs, by bits: Int) -> Limbs {
    guard bits < 512 else { return Limbs(repeating: 0) }
    let (whole, part) = (bits / 64, UInt64(bits % 64))
    var result = Limbs(repeating: 0)
    for index in 0..<8 - whole {
      result[index] = limbs[index + whole] >> part
      if part > 0, index + whole < 7 { result[index] |= limbs[index + whole + 1] << (64 - part) }
    }
    return result
  }

  /// The number with its highest bit set.
  private static func normalised(_ limbs: Limbs, _ exponent: Int, _ isNegative: Bool) -> WideNumber {
    guard let top = (0..<8).last(where: { limbs[$0] != 0 }) else { return zero }
    let bits = (7 - top) * 64 + limbs[top].leadingZeroBitCount
    let (whole, part) = (bits / 64, UInt64(bits % 64))
    var result = Limbs(repeating: 0)
    for index in whole..<8 {
      result[index] = limbs[index - whole] << part
      if part > 0, index > whole { result[index] |= limbs[index - whole - 1] >> (64 - part) }
    }
    return WideNumber(result, exponent - bits, isNegative)
  }
}
