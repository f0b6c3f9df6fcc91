import CKernels

/// Every entry to the power of one exponent.
struct Power: Operation {
  let resultShape: Shape
  let exponent: Double
  var name: String { "power" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_power(exponent, operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // At an exponent of 0 the product below would be 0 · infinity where an entry is 0.
    exponent == 0 ? nil : try exponent * cotangent * operands[0].power(exponent - 1)
  }

  func tex(_ operands: [String]) -> String { "{\\left(\(operands[0])\\right)}^{\(exponent)}" }
}

extension Tensor {
  /// Every entry to the power of a number: NaN where the entry is negative and the number not whole.
  public func power(_ exponent: Double) throws -> Tensor {
    try Tensor.applying(Power(resultShape: shape, exponent: exponent), to: self)
  }
}
