import CKernels

/// Every entry where it is above 0, else 0.
struct Rectifier: Operation {
  let resultShape: Shape
  var name: String { "ReLU" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_rectify(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try Tensor.applying(RectifierSlope(operands[0].shape), to: operands[0], cotangent)
  }

  func tex(_ operands: [String]) -> String { "\\max(0, \(operands[0]))" }
}

extension Tensor {
  /// Every entry where it is above 0, else 0.
  ///
  /// At its kink, at 0, the slope is taken to be 0.
  public func relu() throws -> Tensor {
    try Tensor.applying(Rectifier(resultShape: shape), to: self)
  }
}
