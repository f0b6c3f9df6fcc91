/// Attention, then a perceptron at each position; each reads a normalised copy and adds to what was there.
///
/// Normalisation comes first, as in GPT-2 (Radford et al. 2019; Xiong et al. 2020, "pre-LN").
public struct TransformerBlock: Model {
  /// Before attention.
  public var attentionNorm: LayerNorm
  /// How positions exchange what they hold.
  public var attention: CausalSelfAttention
  /// Before the perceptron.
  public var perceptronNorm: LayerNorm
  /// What each position makes of what it holds.
  public var perceptron: MultilayerPerceptron

  /// Draws a block; maps that end on the residual stream are drawn with a smaller deviation, as in GPT-2.
  init<Generator: RandomNumberGenerator>(
    _ configuration: Transformer.Configuration, using generator: inout Generator
  ) throws {
    let width = configuration.width
    let initialization = Initialization.normal(deviation: configuration.deviation)
    let residual = Initialization.normal(deviation: configuration.residualDeviation)
    attentionNorm = LayerNorm(width: width)
    attention = try CausalSelfAttention(
      width: width, heads: configuration.heads, initialization: initialization,
      outputInitialization: residual, using: &generator)
    perceptronNorm = LayerNorm(width: width)
    let hidden = configuration.perceptronWidth
    perceptron = MultilayerPerceptron(
      layers: [
        Linear(inputs: width, outputs: hidden, initialization: initialization, using: &generator),
        Linear(inputs: hidden, outputs: width, initialization: residual, using: &generator),
      ],
      activation: configuration.activation)
  }

  /// Applies the block to samples × positions × width.
  public func callAsFunction(_ x: Tensor) throws -> Tensor {
    let attended = try x + attention(attentionNorm(x))
    return try attended + perceptron(perceptronNorm(attended))
  }

  /// Hands on every parameter with its name.
  public mutating func updateNamedParameters(
    _ update: (String, inout Tensor) throws -> Void
  ) rethrows {
    try attentionNorm.updateParameters(ofPart: "attentionNorm", update)
    try attention.updateParameters(ofPart: "attention", update)
    try perceptronNorm.updateParameters(ofPart: "perceptronNorm", update)
    try perceptron.updateParameters(ofPart: "perceptron", update)
  }
}
