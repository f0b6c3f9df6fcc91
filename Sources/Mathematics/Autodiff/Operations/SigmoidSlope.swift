import CKernels

/// The slope of the sigmoid times a factor, s (1 − s) y, from its value s; one pass instead of three.
struct SigmoidSlope: Operation {
  let resultShape: Shape
  var name: String { "σ′" }
  var worksInPlace: Bool { true }

  init(_ shape: Shape) { resultShape = shape }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_sigmoid_slope(operands[0], 1, operands[1], 1, result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    if index == 1 { return try Tensor.applying(self, to: operands[0], cotangent) }
    return try (1 - 2 * operands[0]) * operands[1] * cotangent
  }

  func tex(_ operands: [String]) -> String {
    "\(operands[0]) \\left(1 - \(operands[0])\\right) \(operands[1])"
  }
}
