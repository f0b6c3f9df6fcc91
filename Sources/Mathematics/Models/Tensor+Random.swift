import CKernels

extension Tensor {
  /// Draws a tensor of numbers that are uniform between −bound and bound.
  public static func uniform<Generator: RandomNumberGenerator>(
    _ shape: Shape, within bound: Double, using generator: inout Generator
  ) -> Tensor {
    drawn(shape) { bound * (2 * generator.unitNumber() - 1) }
  }

  /// Draws a tensor of normally distributed numbers around 0.
  ///
  /// Marsaglia's polar method (Marsaglia and Bray 1964), which needs a logarithm and a root alone: the same seed gives
  /// the same bits on every machine.
  public static func normal<Generator: RandomNumberGenerator>(
    _ shape: Shape, deviation: Double = 1, using generator: inout Generator
  ) -> Tensor {
    var spare: Double?
    return drawn(shape) {
      if let second = spare {
        spare = nil
        return deviation * second
      }
      let pair = generator.normalPair()
      spare = pair.second
      return deviation * pair.first
    }
  }

  private static func drawn(_ shape: Shape, _ draw: () -> Double) -> Tensor {
    var tensor = Tensor(uninitialized: shape)
    tensor.withMutableNumbers { numbers in
      for index in 0..<shape.count { numbers[index] = draw() }
    }
    return tensor
  }
}

extension RandomNumberGenerator {
  /// A multiple of 2⁻⁵³ from 0 to below 1.
  mutating func unitNumber() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Two independent normally distributed numbers.
  fileprivate mutating func normalPair() -> (first: Double, second: Double) {
    while true {
      let x = 2 * unitNumber() - 1
      let y = 2 * unitNumber() - 1
      let square = x * x + y * y
      guard square > 0 && square < 1 else { continue }
      var logarithm = 0.0
      withUnsafePointer(to: square) { vector_logarithm($0, &logarithm, 1) }
      let scale = (-2 * logarithm / square).squareRoot()
      return (x * scale, y * scale)
    }
  }
}
