/// The axes in another order.
struct Permutation: Operation {
  let resultShape: Shape
  private let order: [Int]
  private let copy: StridedCopy
  var name: String { "permute" }

  init(_ shape: Shape, order: [Int]) throws {
    guard order.sorted() == Array(0..<shape.rank) else {
      throw ShapeError(
        "permutation", shape, "\(order) does not name each of the axes from 0 to \(shape.rank - 1) once")
    }
    self.order = order
    resultShape = Shape(order.map { shape[$0] })
    let steps = shape.strides
    copy = StridedCopy(
      lengths: resultShape.dimensions, sourceSteps: order.map { steps[$0] }, targetSteps: resultShape.strides)
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    copy.run(from: operands[0], to: result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    var inverse = order
    for (place, axis) in order.enumerated() { inverse[axis] = place }
    return try cotangent.permuted(inverse)
  }

  func tex(_ operands: [String]) -> String {
    order == [1, 0] ? "{\(operands[0])}^\\top" : "\\operatorname{permute} \(operands[0])"
  }
}

extension Tensor {
  /// The axes in another order: axis i of the result is axis `order[i]` of this tensor.
  public func permuted(_ order: [Int]) throws -> Tensor {
    try Tensor.applying(Permutation(shape, order: order), to: self)
  }

  /// The last two axes exchanged.
  public func transposed() throws -> Tensor {
    guard rank >= 2 else { throw ShapeError("transpose", shape, "two axes are needed") }
    return try permuted(Array(0..<rank - 2) + [rank - 1, rank - 2])
  }

  /// The sum of the diagonal of a square matrix.
  public func trace() throws -> Tensor {
    guard rank == 2 && shape[0] == shape[1] else {
      throw ShapeError("trace", shape, "a square matrix is needed")
    }
    return try (self * Tensor.identity(shape[0])).sum()
  }
}
