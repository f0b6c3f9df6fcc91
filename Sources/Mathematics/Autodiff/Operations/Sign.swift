import CKernels

/// 1 where an entry is above 0, −1 where it is below, 0 at 0.
struct Sign: Operation {
  let resultShape: Shape
  var name: String { "sign" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_sign(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // Flat on both sides of 0, where it has no slope.
    nil
  }

  func tex(_ operands: [String]) -> String { "\\operatorname{sign} {\\left(\(operands[0])\\right)}" }
}

extension Tensor {
  /// 1 where an entry is above 0, −1 where it is below, 0 at 0; its derivative counts as 0.
  public func sign() throws -> Tensor {
    try Tensor.applying(Sign(resultShape: shape), to: self)
  }
}
