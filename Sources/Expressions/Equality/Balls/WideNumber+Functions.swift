import Mathematics

extension WideNumber {
  var squareRoot: WideNumber {
    if isZero { return self }
    // An even power of 2 is taken out, and Newton's steps for 1/√x double the digits, as those of a quotient do.
    let half = exponent.isMultiple(of: 2) ? exponent / 2 : (exponent - 1) / 2
    let size = WideNumber(limbs, exponent - 2 * half, false)
    var inverse = WideNumber(1 / size.high.squareRoot())
    for _ in 0..<4 {
      let rest = WideNumber.one - size * inverse * inverse
      inverse = inverse + (inverse * rest).scaled(byPowerOfTwo: -1)
    }
    let root = size * inverse
    // A last step makes the roots of squares exact.
    let rest = (size - root * root) * inverse
    return (root + rest.scaled(byPowerOfTwo: -1)).scaled(byPowerOfTwo: half)
  }

  /// x = k log 2 + r, and the series of e^(r/2²⁴) − 1, squared 24 times.
  var exponential: WideNumber {
    let count = (high / 0.6931471805599453).rounded()
    let rest = (self - WideNumber.logarithmOfTwo * WideNumber(count)).scaled(byPowerOfTwo: -24)
    var (term, sum) = (rest, rest)
    for index in 2...20 as ClosedRange<UInt64> {
      term = (term * rest).divided(by: index)
      sum = sum + term
    }
    for _ in 0..<24 { sum = sum.scaled(byPowerOfTwo: 1) + sum * sum }
    return (sum + .one).scaled(byPowerOfTwo: Int(count))
  }

  /// Three of Halley's steps, each of which triples the digits of that of the high part.
  var logarithm: WideNumber {
    var guess = WideNumber(Double.log(high))
    for _ in 0..<3 {
      let power = guess.exponential
      guess = guess + ((self - power) / (self + power)).scaled(byPowerOfTwo: 1)
    }
    return guess
  }

  var sineAndCosine: (sine: WideNumber, cosine: WideNumber) {
    let quarters = (high / 1.5707963267948966).rounded()
    let rest = self - WideNumber.halfPi * WideNumber(quarters)
    let square = -(rest * rest)
    var (sine, cosine, term) = (rest, WideNumber.one, WideNumber.one)
    for index in 1...50 as ClosedRange<UInt64> {
      term = (term * square).divided(by: (2 * index - 1) * 2 * index)
      cosine = cosine + term
      sine = sine + (term * rest).divided(by: 2 * index + 1)
    }
    switch Int(quarters) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  /// The arctangent of the high part, and the angle between the two, whose series is short.
  var arctangent: WideNumber {
    let guess = WideNumber(Double.atan(high))
    let (sine, cosine) = guess.sineAndCosine
    let slope = (self * cosine - sine) / (cosine + self * sine)
    return guess + WideNumber.series(slope, -(slope * slope), terms: 6)
  }

  /// x + x·s/3 + x·s²/5 + …, which is the arctangent of x for s = −x², and its hyperbolic kin for s = x².
  private static func series(_ first: WideNumber, _ square: WideNumber, terms: UInt64) -> WideNumber {
    var (power, sum) = (first, first)
    for index in 1..<terms {
      power = power * square
      sum = sum + power.divided(by: 2 * index + 1)
    }
    return sum
  }

  /// The same of 1/n.
  private static func series(ofReciprocal divisor: UInt64, isAlternating: Bool) -> WideNumber {
    var (power, sum) = (one.divided(by: divisor), one.divided(by: divisor))
    for index in 1...170 as ClosedRange<UInt64> {
      power = power.divided(by: divisor * divisor)
      if isAlternating { power = -power }
      sum = sum + power.divided(by: 2 * index + 1)
    }
    return sum
  }

  /// Machin's formula: π/4 = 4 atan(1/5) − atan(1/239).
  static let pi =
    (series(ofReciprocal: 5, isAlternating: true).scaled(byPowerOfTwo: 2)
    - series(ofReciprocal: 239, isAlternating: true)).scaled(byPowerOfTwo: 2)
  static let halfPi = pi.scaled(byPowerOfTwo: -1)
  /// Twice the hyperbolic arctangent of a third.
  static let logarithmOfTwo = series(ofReciprocal: 3, isAlternating: false).scaled(byPowerOfTwo: 1)
  static let euler = one.exponential
}
