/// The same numbers under another shape.
struct Reshape: Operation {
  let resultShape: Shape
  var name: String { "reshape" }
  var isView: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    result.update(from: operands[0], count: resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent.reshaped(operands[0].shape)
  }

  func tex(_ operands: [String]) -> String { operands[0] }
}

extension Tensor {
  /// The same numbers, row after row, under another shape of the same count.
  public func reshaped(_ newShape: Shape) throws -> Tensor {
    guard newShape.count == count else {
      throw ShapeError("reshape", shape, newShape, "\(count) numbers do not become \(newShape.count)")
    }
    return shape == newShape ? self : try Tensor.applying(Reshape(resultShape: newShape), to: self)
  }
}
