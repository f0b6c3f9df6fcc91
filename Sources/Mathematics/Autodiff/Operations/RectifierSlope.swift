import CKernels

/// A factor where an entry is above 0, else 0.
struct RectifierSlope: Operation {
  let resultShape: Shape
  var name: String { "ReLU′" }
  var worksInPlace: Bool { true }

  init(_ shape: Shape) { resultShape = shape }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_rectified_slope(operands[0], 1, operands[1], 1, result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // The entry decides, and its derivative is 0 on either side.
    index == 1 ? try Tensor.applying(self, to: operands[0], cotangent) : nil
  }

  func tex(_ operands: [String]) -> String { "[\(operands[0]) > 0] \(operands[1])" }
}
