import CKernels

/// x Φ(x), where Φ is the distribution function of the normal distribution.
struct GELU: Operation {
  let resultShape: Shape
  var name: String { "GELU" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_gelu(operands[0], result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try Tensor.applying(GELUSlope(resultShape: resultShape), to: operands[0], cotangent)
  }

  func tex(_ operands: [String]) -> String { "\\operatorname{GELU}{\\left(\(operands[0])\\right)}" }
}

/// (Φ(x) + x φ(x)) y: the slope of x Φ(x) times a factor.
struct GELUSlope: Operation {
  let resultShape: Shape
  var name: String { "GELU′" }
  var worksInPlace: Bool { true }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_gelu_slope(operands[0], 1, operands[1], 1, result, resultShape.count)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let x = operands[0]
    if index == 1 { return try Tensor.applying(self, to: x, cotangent) }
    // The slope of Φ + x φ is (2 − x²) φ.
    return try cotangent * operands[1] * (2.0 - x * x) * x.normalDensity()
  }

  func tex(_ operands: [String]) -> String {
    "\\operatorname{GELU}'{\\left(\(operands[0])\\right)} \\odot \(operands[1])"
  }
}

extension Tensor {
  /// Every entry times the share of the normal distribution that lies below it.
  ///
  /// x Φ(x) itself, not the approximation with tanh (Hendrycks and Gimpel 2016, "Gaussian Error Linear Units").
  public func gelu() throws -> Tensor {
    try Tensor.applying(GELU(resultShape: shape), to: self)
  }
}
