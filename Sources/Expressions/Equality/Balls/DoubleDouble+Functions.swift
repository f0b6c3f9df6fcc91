import Mathematics

extension DoubleDouble {
  /// 1/n for n up to 31, and 0 for 0: to multiply is faster than to divide.
  private static let reciprocals = (0..<32).map { number in
    number == 0 ? DoubleDouble(0) : DoubleDouble(1) / DoubleDouble(Double(number))
  }

  /// e to a power of at most 690 in size: x = k log 2 + r, and the series of e^(r/256), squared 8 times.
  var exponential: DoubleDouble {
    let count = (high / 0.6931471805599453).rounded()
    let rest = (self - DoubleDouble.logarithmOfTwo * DoubleDouble(count)).scaled(byPowerOfTwo: -8)
    // e^r − 1, so that small parts are not lost beside the 1.
    var term = rest
    var sum = rest
    for index in 2...12 {
      term = term * rest * Self.reciprocals[index]
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
      term = term * square * Self.reciprocals[2 * index - 1] * Self.reciprocals[2 * index]
      cosine = cosine + term
      sine = sine + term * rest * Self.reciprocals[2 * index + 1]
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
