import CKernels

/// The square of every entry.
struct Square: Operation {
  let resultShape: Shape
  var name: String { "square" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_square(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try 2 * cotangent * operands[0]
  }

  func tex(_ operands: [String]) -> String { "{\\left(\(operands[0])\\right)}^2" }
}

extension Tensor {
  /// The square of every entry.
  public func square() throws -> Tensor {
    try Tensor.applying(Square(resultShape: shape), to: self)
  }
}
