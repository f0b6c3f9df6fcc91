import Mathematics

/// A number as the unevaluated sum of two doubles: about 32 decimal digits.
///
/// The algorithms are Dekker's and Knuth's error-free sums and products, in the form of Hida, Li and Bailey,
/// "Library for double-double and quad-double arithmetic" (2007).
struct DoubleDouble: Hashable {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

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

extension DoubleDouble {
  /// e to a power of at most 690 in size: x = k log 2 + r, and the series of e^(r/256), squared 8 times.
  var exponential: DoubleDouble {
    let count = (high / 0.6931471805599453).rounded()
    let rest = (self - DoubleDouble.logarithmOfTwo * DoubleDouble(count)).scaled(byPowerOfTwo: -8)
    // e^r − 1, so that small parts are not lost beside the 1.
    var term = rest
    var sum = rest
    for index in 2...12 {
      term = term * rest / DoubleDouble(Double(index))
      sum = sum + term
    }
    for _ in 0..<8 { sum = sum.scaled(byPowerOfTwo: 1) + sum * sum }
    return (sum + DoubleDouble(1)).scaled(byPowerOfTwo: Int(count))
  }

  /// The natural logarithm of a number above 0, by two steps of Newton's from that of the high part.
  var logarithm: DoubleDouble {
    var guess = DoubleDouble(Double.log(high))
    for _ in 0..<2 { guess = guess + (self * (-guess).exponential - DoubleDouble(1)) }
    return guess
  }

  /// The sine and the cosine of an angle of at most 10⁴ in size, from their series within an eighth of a turn.
  var sineAndCosine: (sine: DoubleDouble, cosine: DoubleDouble) {
    let quarters = (high / 1.5707963267948966).rounded()
    let rest = self - DoubleDouble.halfPi * DoubleDouble(quarters)
    let square = -(rest * rest)
    var (sine, cosine, term) = (rest, DoubleDouble(1), DoubleDouble(1))
    for index in 1...15 {
      let even = Double(2 * index)
      term = term * square / DoubleDouble((even - 1) * even)
      cosine = cosine + term
      sine = sine + term * rest / DoubleDouble(even + 1)
    }
    switch Int(quarters) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  /// The arctangent: that of the high part, and the angle between the two.
  var arctangent: DoubleDouble {
    let guess = DoubleDouble(Double.atan(high))
    let (sine, cosine) = guess.sineAndCosine
    return guess + (self * cosine - sine) / (cosine + self * sine)
  }
}
