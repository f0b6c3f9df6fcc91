import CKernels

/// The square root of every entry.
struct SquareRoot: Operation {
  let resultShape: Shape
  var name: String { "√" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_square_root(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try 0.5 * cotangent / result
  }

  func tex(_ operands: [String]) -> String { "\\sqrt{\(operands[0])}" }
}

extension Tensor {
  /// The square root of every entry: NaN below 0.
  public func squareRoot() throws -> Tensor {
    try Tensor.applying(SquareRoot(resultShape: shape), to: self)
  }
}
