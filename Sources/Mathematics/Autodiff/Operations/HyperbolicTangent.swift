import CKernels

/// The hyperbolic tangent of every entry.
struct HyperbolicTangent: Operation {
  let resultShape: Shape
  var name: String { "tanh" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_hyperbolic_tangent(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try Tensor.applying(HyperbolicTangentSlope(result.shape), to: result, cotangent)
  }

  func tex(_ operands: [String]) -> String { "\\tanh {\\left(\(operands[0])\\right)}" }
}

extension Tensor {
  /// The hyperbolic tangent of every entry.
  public func tanh() throws -> Tensor {
    try Tensor.applying(HyperbolicTangent(resultShape: shape), to: self)
  }
}
