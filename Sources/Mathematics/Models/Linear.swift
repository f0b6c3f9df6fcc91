/// y = W x + b: a row of weights and a bias for each output.
///
/// ```swift
/// let layer = try Linear(weights: Tensor([[1, 2]]), bias: Tensor([3]))
/// print(try layer(Tensor([10, 20])))  // [53.0]
/// ```
public struct Linear: Model {
  /// A row for each output, a column for each input.
  public var weights: Tensor
  /// A number for each output, if the layer has a bias.
  public var bias: Tensor?

  /// Makes a layer of given weights.
  public init(weights: Tensor, bias: Tensor? = nil) throws {
    guard weights.rank == 2 else { throw ShapeError("linear", weights.shape, "weights are a matrix") }
    if let bias, bias.shape != [weights.shape[0]] {
      throw ShapeError("linear", weights.shape, bias.shape, "the bias needs a number for each row")
    }
    self.weights = weights
    self.bias = bias
  }

  /// Draws a layer.
  public init<Generator: RandomNumberGenerator>(
    inputs: Int, outputs: Int, hasBias: Bool = true,
    initialization: Initialization = .inverseRootUniform, using generator: inout Generator
  ) {
    weights = initialization.weights(inputs: inputs, outputs: outputs, using: &generator)
    bias = hasBias ? initialization.bias(inputs: inputs, outputs: outputs, using: &generator) : nil
  }

  /// Applies the layer to every row along the last axis.
  public func callAsFunction(_ x: Tensor) throws -> Tensor {
    try x.linear(weights: weights, bias: bias)
  }

  /// Hands on every parameter with its name.
  public mutating func updateNamedParameters(
    _ update: (String, inout Tensor) throws -> Void
  ) rethrows {
    try update("weights", &weights)
    if var bias {
      try update("bias", &bias)
      self.bias = bias
    }
  }
}
