import CKernels

/// e to the power of every entry.
struct Exponential: Operation {
  let resultShape: Shape
  var name: String { "exp" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_exponential(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent * result
  }

  func tex(_ operands: [String]) -> String { "e^{\(operands[0])}" }
}

extension Tensor {
  /// e to the power of every entry.
  public func exp() throws -> Tensor {
    try Tensor.applying(Exponential(resultShape: shape), to: self)
  }
}
