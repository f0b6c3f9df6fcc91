import Mathematics
import Testing

// For layers of 300 inputs and 200 outputs; a uniform number within ±b has the variance b²/3.
private let variances: [(Initialization, Double)] = [
  (.glorotNormal, 2.0 / 500), (.glorotUniform, 2.0 / 500), (.heNormal, 2.0 / 300), (.heUniform, 2.0 / 300),
  (.normal(deviation: 0.02), 0.0004), (.inverseRootUniform, 1.0 / 900),
]

@Suite("Models")
struct ModelTests {
  @Test("Gradients and second derivatives of whole models", arguments: [Activation.tanh, .gelu])
  func perceptronDerivatives(activation: Activation) throws {
    var generator = Xoshiro256StarStar(seed: 11)
    let model = MultilayerPerceptron(widths: [2, 5, 3], activation: activation, using: &generator)
    let x = Tensor.normal([4, 2], using: &generator)
    let loss: ([Tensor]) throws -> Tensor = { parameters in
      try model.with(parameters: parameters)(x).crossEntropy(labels: Tensor([0, 2, 1, 2]))
    }
    #expect(try expectGradient(of: loss, at: model.parameters) == 33)
    #expect(try expectSecondDerivatives(of: loss, at: model.parameters) == 33)
  }

  @Test("The gradient of a transformer")
  func transformerDerivatives() throws {
    var generator = Xoshiro256StarStar(seed: 12)
    let sizes = Transformer.Configuration(
      vocabulary: 3, context: 3, width: 4, heads: 2, layers: 1, perceptronWidth: 5, deviation: 0.5)
    let model = try Transformer(sizes, using: &generator)
    let sequences = try Tensor([[0, 2, 1], [1, 1, 0]]), targets = try Tensor([[2, 1, 0], [1, 0, 2]])
    let loss: ([Tensor]) throws -> Tensor = { parameters in
      try model.with(parameters: parameters).loss(sequences, targets: targets)
    }
    // Weights as large as 0.5 bend the loss more than the tolerance of the other tests allows for.
    #expect(
      try expectGradient(of: loss, at: model.parameters, tolerance: 5e-9) == model.parameterCount)
    try expectSecondDerivatives(of: loss, at: model.parameters, tolerance: 1e-8)
  }

  @Test("Parameters are counted and named")
  func names() throws {
    var generator = Xoshiro256StarStar(seed: 1)
    let perceptron = MultilayerPerceptron(widths: [2, 64, 4], activation: .relu, using: &generator)
    // 2·64 + 64 + 64·4 + 4.
    #expect(perceptron.parameterCount == 452)
    #expect(
      perceptron.namedParameters.map(\.name)
        == ["layers.0.weights", "layers.0.bias", "layers.1.weights", "layers.1.bias"])
    let sizes = Transformer.Configuration(vocabulary: 10, context: 6, width: 8, heads: 2, layers: 2)
    let transformer = try Transformer(sizes, using: &generator)
    // Tables 10·8 + 6·8; 2 blocks, each with 2 norms of 16, 4 maps of 72 and a perceptron of 8·32 + 32 + 32·8 + 8;
    // final norm 16, unembedding 80: 128 + 2 · (32 + 288 + 552) + 96.
    #expect(transformer.parameterCount == 1968)
    let names = transformer.namedParameters.map(\.name)
    #expect(names.contains("blocks.1.attention.queries.weights"))
    #expect(Set(names).count == names.count)
  }

  @Test("Logits and patterns have the documented shapes; sequences must fit")
  func transformerShapes() throws {
    var generator = Xoshiro256StarStar(seed: 2)
    let sizes = Transformer.Configuration(vocabulary: 10, context: 6, width: 8, heads: 2, layers: 2)
    let model = try Transformer(sizes, using: &generator)
    let sequences = try Tensor([[1, 2, 3], [9, 0, 4]])
    #expect(try model(sequences).shape == [2, 3, 10])
    #expect(try model.attentionPatterns(sequences).map(\.shape) == [[2, 2, 3, 3], [2, 2, 3, 3]])
    #expect(throws: IndexError.self) { try model(Tensor([[10]])) }
    #expect(throws: ShapeError.self) { try model(Tensor.zeros([1, 7])) }
    #expect(throws: ShapeError.self) { try model(Tensor([1, 2])) }
    #expect(throws: ShapeError.self) {
      try Transformer(.init(vocabulary: 2, context: 2, width: 3, heads: 2, layers: 1), using: &generator)
    }
  }

  @Test("The residual stream begins at the tables and ends before the last normalisation")
  func residualStreams() throws {
    var generator = Xoshiro256StarStar(seed: 3)
    let sizes = Transformer.Configuration(vocabulary: 10, context: 6, width: 8, heads: 2, layers: 2)
    let model = try Transformer(sizes, using: &generator)
    let sequences = try Tensor([[1, 2, 3], [9, 0, 4]])
    let streams = try model.residualStreams(sequences)
    #expect(streams.map(\.shape) == [[2, 3, 8], [2, 3, 8], [2, 3, 8]])
    let start = try model.tokens.table.row(9) + model.positions.table.row(0)
    #expect(try streams[0].slice(1..<2, 0..<1).reshaped([8]) == start)
    #expect(try streams[2] == model.blocks[1](streams[1]))
    #expect(try model.unembedding(model.finalNorm(streams[2])) == model(sequences))
    #expect(throws: ShapeError.self) { try model.residualStreams(Tensor.zeros([1, 7])) }
  }

  @Test(
    "Weights are drawn with the published spread",
    arguments: variances)
  func initialization(rule: Initialization, variance: Double) throws {
    var generator = Xoshiro256StarStar(seed: 4)
    let weights = rule.weights(inputs: 300, outputs: 200, using: &generator)
    #expect(weights.shape == [200, 300])
    let mean = try weights.sum().scalar / 60000
    let square = try weights.square().sum().scalar / 60000
    // Four standard errors of the mean, and of a normal's mean square: √(2/n).
    #expect(abs(mean) < 4 * (variance / 60000).squareRoot())
    #expect(abs(square / variance - 1) < 4 * (2.0 / 60000).squareRoot())
    var again = Xoshiro256StarStar(seed: 4)
    #expect(rule.weights(inputs: 300, outputs: 200, using: &again) == weights)
  }

  @Test("Maps onto the residual stream start smaller by √(2 layers), biases at 0")
  func residualScale() throws {
    var generator = Xoshiro256StarStar(seed: 6)
    let sizes = Transformer.Configuration(vocabulary: 4, context: 4, width: 64, heads: 4, layers: 8)
    let block = try Transformer(sizes, using: &generator).blocks[3]
    func deviation(_ layer: Linear) throws -> Double {
      try (layer.weights.square().sum().scalar / Double(layer.weights.count)).squareRoot()
    }
    #expect(abs(try deviation(block.attention.queries) / 0.02 - 1) < 0.05)
    #expect(abs(try deviation(block.attention.output) / 0.005 - 1) < 0.05)
    #expect(abs(try deviation(block.perceptron.layers[1]) / 0.005 - 1) < 0.05)
    #expect(block.attention.output.bias == Tensor.zeros([64]))
  }

  /// A row goes forward through 3 · 5 + 5 · 2 = 25 weights, at two operations each.
  ///
  /// Back, each weight takes two more, and so does each input of the second layer: 2 · (3 · 25 − 15).
  @Test func operationsAreCountedByWeights() {
    var generator = Xoshiro256StarStar(seed: 1)
    let model = MultilayerPerceptron(widths: [3, 5, 2], activation: .relu, using: &generator)
    #expect(model.forwardOperations == 50 && model.trainingOperations == 120)
    #expect(MultilayerPerceptron(layers: [], activation: .relu).trainingOperations == 0)
  }
}
