import CKernels

/// The sine of every entry, an angle in radians.
struct Sine: Operation {
  let resultShape: Shape
  var name: String { "sin" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_sine(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent * operands[0].cos()
  }

  func tex(_ operands: [String]) -> String { "\\sin {\\left(\(operands[0])\\right)}" }
}

extension Tensor {
  /// The sine of every entry, an angle in radians.
  public func sin() throws -> Tensor {
    try Tensor.applying(Sine(resultShape: shape), to: self)
  }
}
