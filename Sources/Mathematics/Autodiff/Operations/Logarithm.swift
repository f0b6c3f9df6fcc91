import CKernels

/// The natural logarithm of every entry.
struct Logarithm: Operation {
  let resultShape: Shape
  var name: String { "log" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_logarithm(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent / operands[0]
  }

  func tex(_ operands: [String]) -> String { "\\log {\\left(\(operands[0])\\right)}" }
}

extension Tensor {
  /// The natural logarithm of every entry: −infinity at 0, NaN below.
  public func log() throws -> Tensor {
    try Tensor.applying(Logarithm(resultShape: shape), to: self)
  }
}
