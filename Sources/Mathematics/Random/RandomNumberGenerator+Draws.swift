import CKernels

extension RandomNumberGenerator {
  /// A number from 0 to below 1, each multiple of 2⁻⁵³ equally likely.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number within bounds.
  public mutating func uniform(from lower: Double, to upper: Double) -> Double {
    lower + (upper - lower) * uniform()
  }

  /// A whole number from 0 to below a bound, each equally likely (Lemire 2019, "Fast random integer generation in an
  /// interval").
  ///
  /// - Precondition: The bound is above 0.
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "there is no number from 0 to below \(bound)")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      // Below this, some numbers would come up once more than others.
      let biased = (0 &- bound) % bound
      while product.low < biased { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// A normally distributed number of mean 0 and deviation 1, by Marsaglia's polar method (1964).
  ///
  /// Only one of the two numbers that the method gives is used: nothing is kept for the next call, so that a
  /// generator's state alone says what follows. The logarithm is our own, whose bits are the same everywhere.
  public mutating func normal() -> Double {
    while true {
      let x = uniform(from: -1, to: 1)
      let y = uniform(from: -1, to: 1)
      var square = x * x + y * y
      guard square > 0 && square < 1 else { continue }
      var logarithm = 0.0
      vector_logarithm(&square, &logarithm, 1)
      return x * (-2 * logarithm / square).squareRoot()
    }
  }
}

extension MutableCollection where Self: RandomAccessCollection {
  /// Puts the elements into a random order, each equally likely, the same for a seed in every version of Swift
  /// (Durstenfeld 1964, from the last element to the first).
  public mutating func permute<Generator: RandomNumberGenerator>(using generator: inout Generator) {
    for last in stride(from: count - 1, to: 0, by: -1) {
      let other = generator.index(below: last + 1)
      swapAt(index(startIndex, offsetBy: last), index(startIndex, offsetBy: other))
    }
  }
}
