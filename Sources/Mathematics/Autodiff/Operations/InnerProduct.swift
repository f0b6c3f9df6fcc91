import CKernels

/// The sum of the products of entries at the same place.
struct InnerProduct: Operation {
  let count: Int
  var resultShape: Shape { [] }
  var name: String { "dot" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    result[0] = vector_dot(operands[0], operands[1], count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent * operands[1 - index]
  }

  func tex(_ operands: [String]) -> String { "\\left\\langle \(operands[0]), \(operands[1]) \\right\\rangle" }
}

extension Tensor {
  /// The sum of the products of entries at the same place of two tensors of one shape.
  public func dot(_ other: Tensor) throws -> Tensor {
    guard shape == other.shape else {
      throw ShapeError("dot product", shape, other.shape, "both must have the same shape")
    }
    return try Tensor.applying(InnerProduct(count: count), to: self, other)
  }

  /// The matrix of all products of an entry of this vector, a row each, with an entry of another.
  public func outerProduct(_ other: Tensor) throws -> Tensor {
    guard rank == 1 && other.rank == 1 else {
      throw ShapeError("outer product", shape, other.shape, "both must be vectors")
    }
    return try reshaped([count, 1]) * other
  }
}
