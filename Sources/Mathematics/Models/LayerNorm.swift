/// Shifts and scales each vector to mean 0 and variance 1, then applies a gain and a bias.
///
/// Ba, Kiros and Hinton 2016, "Layer Normalization".
public struct LayerNorm: Model {
  /// What each entry is multiplied by; 1 at first.
  public var gain: Tensor
  /// What is added to each entry; 0 at first.
  public var bias: Tensor
  /// What is added to the variance.
  public var epsilon: Double

  /// Makes a layer for vectors of a given width.
  public init(width: Int, epsilon: Double = 1e-5) {
    gain = Tensor.ones([width])
    bias = Tensor.zeros([width])
    self.epsilon = epsilon
  }

  /// Normalises every row along the last axis.
  public func callAsFunction(_ x: Tensor) throws -> Tensor {
    try x.layerNormalized(gain: gain, bias: bias, epsilon: epsilon)
  }

  /// Hands on every parameter with its name.
  public mutating func updateNamedParameters(
    _ update: (String, inout Tensor) throws -> Void
  ) rethrows {
    try update("gain", &gain)
    try update("bias", &bias)
  }
}
