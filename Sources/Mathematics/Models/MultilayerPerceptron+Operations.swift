extension MultilayerPerceptron {
  /// How many additions and multiplications the products of weights with inputs take for one row, on the way forward.
  ///
  /// A multiplication and the addition that follows count as two; biases and activations, a share of one over the
  /// width, do not count.
  public var forwardOperations: Double { 2 * layers.reduce(0) { $0 + Double($1.weights.count) } }

  /// The same for a step of training: forwards, and backwards to every weight and to every layer's inputs but the first's.
  ///
  /// Six for each weight behind the first layer and four for each in it, whose inputs need no gradient.
  public var trainingOperations: Double {
    3 * forwardOperations - 2 * Double(layers.first?.weights.count ?? 0)
  }
}
