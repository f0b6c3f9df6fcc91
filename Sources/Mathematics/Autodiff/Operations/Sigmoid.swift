import CKernels

/// 1 / (1 + e^−x) of every entry.
struct Sigmoid: Operation {
  let resultShape: Shape
  var name: String { "sigmoid" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_sigmoid(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try Tensor.applying(SigmoidSlope(result.shape), to: result, cotangent)
  }

  func tex(_ operands: [String]) -> String { "\\sigma {\\left(\(operands[0])\\right)}" }
}

extension Tensor {
  /// The logistic function 1 / (1 + e^−x) of every entry.
  public func sigmoid() throws -> Tensor {
    try Tensor.applying(Sigmoid(resultShape: shape), to: self)
  }
}
