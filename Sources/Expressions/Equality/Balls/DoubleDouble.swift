/// A number as the unevaluated sum of two doubles: about 32 decimal digits.
///
/// The algorithms are Dekker's and Knuth's error-free sums and products, in the form of Hida, Li and Bailey,
/// "Library for double-double and quad-double arithmetic" (2007).
struct DoubleDouble: ExtendedNumber {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double) {
    self.high = high
    self.low = low
  }

  init(_ number: Double) { self.init(number, 0) }

  init(integer: Int128) {
    if let small = Int64(exactly: integer), small.magnitude < 1 << 53 {
      self.init(Double(small), 0)
      return
    }
    // Parts of 43 bits are doubles, and their sum loses nothing that matters.
    let mask: Int128 = (1 << 43) - 1
    let top = DoubleDouble(Double(Int64(truncatingIfNeeded: integer >> 86)) * 0x1p86, 0)
    let middle = DoubleDouble(Double(Int64(truncatingIfNeeded: (integer >> 43) & mask)) * 0x1p43, 0)
    self = top + middle + DoubleDouble(Double(Int64(truncatingIfNeeded: integer & mask)), 0)
  }

  static let rounding = 0x1p-100
  static let functionError = 0x1p-84
  static let agreement = (relative: 0x1p-53, absolute: 1e-22)
  var isDouble: Bool { low == 0 }

  static let pi = DoubleDouble(3.141592653589793, 1.2246467991473532e-16)
  static let halfPi = DoubleDouble(1.5707963267948966, 6.123233995736766e-17)
  static let logarithmOfTwo = DoubleDouble(0.6931471805599453, 2.3190468138462996e-17)
  static let euler = DoubleDouble(2.718281828459045, 1.4456468917292502e-16)

  /// The sum of two doubles and what rounding lost of it.
  static func exactSum(_ first: Double, _ second: Double) -> DoubleDouble {
    let sum = first + second
    let part = sum - first
    return DoubleDouble(sum, (first - (sum - part)) + (second - part))
  }

  /// The same for a first number that is not smaller than the second.
  static func quickSum(_ first: Double, _ second: Double) -> DoubleDouble {
    let sum = first + second
    return DoubleDouble(sum, second - (sum - first))
  }

  static func exactProduct(_ first: Double, _ second: Double) -> DoubleDouble {
    let product = first * second
    return DoubleDouble(product, (-product).addingProduct(first, second))
  }

  static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    var high = exactSum(left.high, right.high)
    let low = exactSum(left.low, right.low)
    high = quickSum(high.high, high.low + low.high)
    return quickSum(high.high, high.low + low.low)
  }

  static prefix func - (value: DoubleDouble) -> DoubleDouble { DoubleDouble(-value.high, -value.low) }
  static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble { left + -right }

  static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let product = exactProduct(left.high, right.high)
    return quickSum(product.high, product.low + (left.high * right.low + left.low * right.high))
  }

  static func / (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let first = left.high / right.high
    let rest = left - right * DoubleDouble(first)
    let second = rest.high / right.high
    let last = (rest - right * DoubleDouble(second)).high / right.high
    return quickSum(first, second) + DoubleDouble(last)
  }

  /// The square root of a number above 0, by one step of Newton's from that of its high part.
  var squareRoot: DoubleDouble {
    let guess = high.squareRoot()
    let rest = self - DoubleDouble.exactProduct(guess, guess)
    return DoubleDouble.exactSum(guess, rest.high / (2 * guess))
  }

  func scaled(byPowerOfTwo exponent: Int) -> DoubleDouble {
    let factor = Double(sign: .plus, exponent: exponent, significand: 1)
    return DoubleDouble(high * factor, low * factor)
  }
}
