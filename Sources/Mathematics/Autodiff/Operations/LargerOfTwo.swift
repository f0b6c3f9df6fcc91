import CKernels

/// The larger or the smaller of two entries.
struct LargerOfTwo: Operation {
  let broadcast: Broadcast
  /// Whether the smaller is taken instead.
  let isSmaller: Bool
  var resultShape: Shape { broadcast.shape }
  var name: String { isSmaller ? "min" : "max" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    broadcast.forEachRun(operands[0], operands[1], result, isSmaller ? vector_minimum : vector_maximum)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let other = operands[1 - index]
    let (upper, lower) = isSmaller ? (other, operands[index]) : (operands[index], other)
    let share = LargerShare(broadcast: try Broadcast(upper.shape, lower.shape, in: name))
    return try (cotangent * Tensor.applying(share, to: upper, lower)).summed(to: operands[index].shape)
  }

  func tex(_ operands: [String]) -> String { "\\\(name)(\(operands[0]), \(operands[1]))" }
}

extension Tensor {
  /// The larger of two entries; NaN where one is NaN.
  ///
  /// Where both are equal there is a kink, and half of the derivative goes to each.
  public func maximum(with other: Tensor) throws -> Tensor {
    let broadcast = try Broadcast(shape, other.shape, in: "maximum")
    return try Tensor.applying(LargerOfTwo(broadcast: broadcast, isSmaller: false), to: self, other)
  }

  /// The smaller of two entries; NaN where one is NaN.
  ///
  /// Where both are equal there is a kink, and half of the derivative goes to each.
  public func minimum(with other: Tensor) throws -> Tensor {
    let broadcast = try Broadcast(shape, other.shape, in: "minimum")
    return try Tensor.applying(LargerOfTwo(broadcast: broadcast, isSmaller: true), to: self, other)
  }
}
