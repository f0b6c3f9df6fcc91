extension Tensor {
  /// Draws a tensor of numbers that are uniform between −bound and bound.
  public static func uniform<Generator: RandomNumberGenerator>(
    _ shape: Shape, within bound: Double, using generator: inout Generator
  ) -> Tensor {
    drawn(shape) { generator.uniform(from: -bound, to: bound) }
  }

  /// Draws a tensor of numbers that are normally distributed around 0.
  public static func normal<Generator: RandomNumberGenerator>(
    _ shape: Shape, deviation: Double = 1, using generator: inout Generator
  ) -> Tensor {
    drawn(shape) { deviation * generator.normal() }
  }

  private static func drawn(_ shape: Shape, _ draw: () -> Double) -> Tensor {
    var tensor = Tensor(uninitialized: shape)
    tensor.withMutableNumbers { numbers in
      for index in 0..<shape.count { numbers[index] = draw() }
    }
    return tensor
  }
}
