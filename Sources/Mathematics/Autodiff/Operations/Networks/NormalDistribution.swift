import CKernels

/// e^(−x²/2) / √(2π) of every entry.
struct NormalDensity: Operation {
  let resultShape: Shape
  var name: String { "φ" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_normal_density(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try -(cotangent * operands[0] * result)
  }

  func tex(_ operands: [String]) -> String { "\\varphi{\\left(\(operands[0])\\right)}" }
}

/// The share of the normal distribution below every entry.
struct NormalDistribution: Operation {
  let resultShape: Shape
  var name: String { "Φ" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_normal_distribution(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent * operands[0].normalDensity()
  }

  func tex(_ operands: [String]) -> String { "\\Phi{\\left(\(operands[0])\\right)}" }
}

extension Tensor {
  /// The density of the standard normal distribution at every entry.
  public func normalDensity() throws -> Tensor {
    try Tensor.applying(NormalDensity(resultShape: shape), to: self)
  }

  /// The share of the standard normal distribution that lies below every entry.
  ///
  /// Φ(x) = ½ erfc(−x/√2), with all digits far out in the lower tail too.
  public func normalDistribution() throws -> Tensor {
    try Tensor.applying(NormalDistribution(resultShape: shape), to: self)
  }
}
