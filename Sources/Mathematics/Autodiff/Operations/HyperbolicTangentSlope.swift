import CKernels

/// The slope of tanh times a factor, (1 − t²) y, from its value t; one pass instead of three.
struct HyperbolicTangentSlope: Operation {
  let resultShape: Shape
  var name: String { "tanh′" }
  var worksInPlace: Bool { true }

  init(_ shape: Shape) { resultShape = shape }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_hyperbolic_tangent_slope(operands[0], 1, operands[1], 1, result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    if index == 1 { return try Tensor.applying(self, to: operands[0], cotangent) }
    return try -2 * cotangent * operands[0] * operands[1]
  }

  func tex(_ operands: [String]) -> String { "\\left(1 - {\(operands[0])}^2\\right) \(operands[1])" }
}
