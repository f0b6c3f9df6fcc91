import CKernels

/// The size of every entry.
struct AbsoluteValue: Operation {
  let resultShape: Shape
  var name: String { "abs" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_absolute(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent * operands[0].sign()
  }

  func tex(_ operands: [String]) -> String { "\\left|\(operands[0])\\right|" }
}

extension Tensor {
  /// The size of every entry, without its sign.
  ///
  /// At its kink, at 0, the slope is taken to be 0.
  public func abs() throws -> Tensor {
    try Tensor.applying(AbsoluteValue(resultShape: shape), to: self)
  }
}
