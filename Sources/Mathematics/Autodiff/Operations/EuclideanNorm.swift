import CKernels

/// The square root of the sum of the squares.
struct EuclideanNorm: Operation {
  let count: Int
  var resultShape: Shape { [] }
  var name: String { "norm" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    result[0] = vector_norm(operands[0], count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent * (operands[0] / result)
  }

  func tex(_ operands: [String]) -> String { "\\left\\lVert \(operands[0]) \\right\\rVert" }
}

extension Tensor {
  /// The Euclidean length of all numbers, whose squares neither overflow nor vanish.
  ///
  /// At its kink, where all are 0, its derivative is NaN.
  public func norm() throws -> Tensor {
    try Tensor.applying(EuclideanNorm(count: count), to: self)
  }
}
