import CKernels

/// The cosine of every entry, an angle in radians.
struct Cosine: Operation {
  let resultShape: Shape
  var name: String { "cos" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_cosine(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try -(cotangent * operands[0].sin())
  }

  func tex(_ operands: [String]) -> String { "\\cos {\\left(\(operands[0])\\right)}" }
}

extension Tensor {
  /// The cosine of every entry, an angle in radians.
  public func cos() throws -> Tensor {
    try Tensor.applying(Cosine(resultShape: shape), to: self)
  }
}
