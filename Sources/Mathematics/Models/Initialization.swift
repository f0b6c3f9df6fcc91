/// How the weights of a layer are drawn before training.
public enum Initialization: Hashable, Sendable {
  /// All weights are 0.
  case zeros
  /// Normal with a given standard deviation.
  case normal(deviation: Double)
  /// Uniform within ±√(6 / (inputs + outputs)) (Glorot and Bengio 2010, equation 16).
  case glorotUniform
  /// Normal with the variance 2 / (inputs + outputs) of the same paper's equation 12.
  case glorotNormal
  /// Normal with the variance 2 / inputs, for rectifiers (He et al. 2015, equation 10).
  case heNormal
  /// Uniform with that variance, within ±√(6 / inputs).
  case heUniform
  /// Uniform within ±1/√inputs, the default of PyTorch's linear layers.
  case inverseRootUniform

  /// Draws weights for a layer: a row for each output, a column for each input.
  public func weights<Generator: RandomNumberGenerator>(
    inputs: Int, outputs: Int, using generator: inout Generator
  ) -> Tensor {
    let (fanIn, fanOut) = (Double(max(1, inputs)), Double(max(1, outputs)))
    let shape: Shape = [outputs, inputs]
    switch self {
    case .zeros: return Tensor.zeros(shape)
    case .normal(let deviation): return .normal(shape, deviation: deviation, using: &generator)
    case .glorotUniform:
      return .uniform(shape, within: (6 / (fanIn + fanOut)).squareRoot(), using: &generator)
    case .glorotNormal:
      return .normal(shape, deviation: (2 / (fanIn + fanOut)).squareRoot(), using: &generator)
    case .heNormal: return .normal(shape, deviation: (2 / fanIn).squareRoot(), using: &generator)
    case .heUniform: return .uniform(shape, within: (6 / fanIn).squareRoot(), using: &generator)
    case .inverseRootUniform: return .uniform(shape, within: 1 / fanIn.squareRoot(), using: &generator)
    }
  }

  /// Draws the biases of a layer: zeros, but for PyTorch's rule, which draws them like the weights.
  public func bias<Generator: RandomNumberGenerator>(
    inputs: Int, outputs: Int, using generator: inout Generator
  ) -> Tensor {
    guard self == .inverseRootUniform else { return Tensor.zeros([outputs]) }
    return .uniform([outputs], within: 1 / Double(max(1, inputs)).squareRoot(), using: &generator)
  }
}
