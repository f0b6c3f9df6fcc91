import CKernels

/// The opposite of every entry.
struct Negation: Operation {
  let resultShape: Shape
  var name: String { "−" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_negate(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try -cotangent
  }

  func tex(_ operands: [String]) -> String { "-{\\left(\(operands[0])\\right)}" }
}

extension Tensor {
  /// The opposite of every entry.
  public static prefix func - (operand: Tensor) throws -> Tensor {
    try applying(Negation(resultShape: operand.shape), to: operand)
  }
}
