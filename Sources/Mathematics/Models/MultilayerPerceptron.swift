/// Linear layers with an activation between each two.
///
/// ```swift
/// var generator = SystemRandomNumberGenerator()
/// let model = MultilayerPerceptron(widths: [2, 64, 64, 4], activation: .relu, using: &generator)
/// let logits = try model(points)
/// ```
public struct MultilayerPerceptron: Model {
  /// The layers, the first first.
  public var layers: [Linear]
  /// What follows every layer but the last.
  public var activation: Activation

  /// Makes a network of given layers.
  public init(layers: [Linear], activation: Activation) {
    self.layers = layers
    self.activation = activation
  }

  /// Draws a network with a layer between each two neighbouring widths.
  public init<Generator: RandomNumberGenerator>(
    widths: [Int], activation: Activation, initialization: Initialization = .inverseRootUniform,
    using generator: inout Generator
  ) {
    layers = zip(widths, widths.dropFirst()).map { inputs, outputs in
      Linear(inputs: inputs, outputs: outputs, initialization: initialization, using: &generator)
    }
    self.activation = activation
  }

  /// Applies the network to every row along the last axis.
  public func callAsFunction(_ x: Tensor) throws -> Tensor {
    var current = x
    for (index, layer) in layers.enumerated() {
      current = try layer(index == 0 ? current : activation(current))
    }
    return current
  }

  /// The values of the last hidden layer for every row along the last axis: what the last layer is given.
  ///
  /// Without hidden layers they are the row itself.
  public func lastHidden(_ x: Tensor) throws -> Tensor {
    try layers.dropLast().reduce(x) { values, layer in try activation(layer(values)) }
  }

  /// Hands on every parameter with its name.
  public mutating func updateNamedParameters(
    _ update: (String, inout Tensor) throws -> Void
  ) rethrows {
    for index in layers.indices { try layers[index].updateParameters(ofPart: "layers.\(index)", update) }
  }
}
