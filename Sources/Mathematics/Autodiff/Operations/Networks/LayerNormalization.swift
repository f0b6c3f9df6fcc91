import CKernels

/// gain · (x − mean) / √(variance + epsilon) + bias along the last axis.
struct LayerNormalization: Operation {
  private let rows: Rows
  private let epsilon: Double
  var resultShape: Shape { rows.shape }
  var name: String { "layer norm" }

  init(_ shape: Shape, gain: Shape, bias: Shape, epsilon: Double) throws {
    rows = try Rows(shape, in: "layer norm")
    self.epsilon = epsilon
    for parameter in [gain, bias] where parameter != [rows.length] {
      throw ShapeError(
        "layer norm", shape, parameter, "gain and bias need \(rows.length) numbers each")
    }
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_layer_norm(
      epsilon, operands[0], operands[1], operands[2], rows.count, rows.length, result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let (x, gain) = (operands[0], operands[1])
    switch index {
    case 0:
      let slope = StandardizationSlope(rows: rows, epsilon: epsilon)
      return try Tensor.applying(slope, to: x, cotangent * gain)
    case 1:
      let standardized = try Tensor.applying(Standardization(rows: rows, epsilon: epsilon), to: x)
      return try (cotangent * standardized).summed(to: gain.shape)
    default: return try cotangent.summed(to: operands[2].shape)
    }
  }

  func tex(_ operands: [String]) -> String {
    "\\operatorname{LayerNorm}{\\left(\(operands[0])\\right)}"
  }
}

extension Tensor {
  /// Shifts and scales each row along the last axis to mean 0 and variance 1, then applies a gain and a bias.
  ///
  /// Ba, Kiros and Hinton 2016, "Layer Normalization"; the variance is the population's, the sum of squares divided by
  /// the length.
  /// - Parameter epsilon: Added to the variance, so that a constant row becomes 0.
  public func layerNormalized(gain: Tensor, bias: Tensor, epsilon: Double = 1e-5) throws -> Tensor {
    let operation = try LayerNormalization(
      shape, gain: gain.shape, bias: bias.shape, epsilon: epsilon)
    return try Tensor.applying(operation, to: self, gain, bias)
  }
}
