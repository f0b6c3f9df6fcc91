/// A decoder-only transformer: from a sequence of tokens to the logits of the token after each.
///
/// The architecture of GPT-2 (Radford et al. 2019), with an unembedding of its own.
public struct Transformer: Model {
  /// The sizes.
  public let configuration: Configuration
  /// A vector for each token.
  public var tokens: Embedding
  /// A vector for each position.
  public var positions: Embedding
  /// The blocks, the first first.
  public var blocks: [TransformerBlock]
  /// Before the unembedding.
  public var finalNorm: LayerNorm
  /// From a vector to the logits of all tokens.
  public var unembedding: Linear

  /// Draws a transformer by GPT-2's rule: deviation 0.02, and 0.02 / √(2 layers) for maps that end on the residual
  /// stream.
  ///
  /// - Throws: ``ShapeError`` where the width cannot be split into so many heads.
  public init<Generator: RandomNumberGenerator>(
    _ configuration: Configuration, using generator: inout Generator
  ) throws {
    let (width, deviation) = (configuration.width, configuration.deviation)
    self.configuration = configuration
    tokens = Embedding(
      count: configuration.vocabulary, width: width, deviation: deviation, using: &generator)
    positions = Embedding(
      count: configuration.context, width: width, deviation: deviation, using: &generator)
    blocks = []
    for _ in 0..<configuration.layers {
      blocks.append(try TransformerBlock(configuration, using: &generator))
    }
    finalNorm = LayerNorm(width: width)
    unembedding = Linear(
      inputs: width, outputs: configuration.vocabulary, hasBias: false,
      initialization: .normal(deviation: deviation), using: &generator)
  }

  /// The logits of the next token: samples × positions × vocabulary.
  ///
  /// - Parameter sequences: Tokens as whole numbers from 0: samples × positions.
  /// - Throws: ``IndexError`` for a token outside the vocabulary; ``ShapeError`` for sequences beyond the context.
  public func callAsFunction(_ sequences: Tensor) throws -> Tensor {
    var stream = try embedded(sequences)
    for block in blocks { stream = try block(stream) }
    return try unembedding(finalNorm(stream))
  }

  /// The attention patterns of each block: samples × heads × positions × positions.
  public func attentionPatterns(_ sequences: Tensor) throws -> [Tensor] {
    var stream = try embedded(sequences)
    var patterns: [Tensor] = []
    for block in blocks {
      patterns.append(try block.attention.patterns(block.attentionNorm(stream)))
      stream = try block(stream)
    }
    return patterns
  }

  /// The mean cross-entropy of the next tokens, in nats.
  ///
  /// - Parameter targets: The token after each: samples × positions.
  public func loss(_ sequences: Tensor, targets: Tensor) throws -> Tensor {
    try self(sequences).crossEntropy(labels: targets)
  }

  func embedded(_ sequences: Tensor) throws -> Tensor {
    guard sequences.rank == 2, sequences.shape[1] <= configuration.context else {
      throw ShapeError(
        "transformer", sequences.shape,
        "samples × positions are needed, with at most \(configuration.context) positions")
    }
    let places = Tensor((0..<sequences.shape[1]).map(Double.init))
    return try tokens(sequences) + positions(places)
  }

  /// Hands on every parameter with its name.
  public mutating func updateNamedParameters(
    _ update: (String, inout Tensor) throws -> Void
  ) rethrows {
    try tokens.updateParameters(ofPart: "tokens", update)
    try positions.updateParameters(ofPart: "positions", update)
    for index in blocks.indices { try blocks[index].updateParameters(ofPart: "blocks.\(index)", update) }
    try finalNorm.updateParameters(ofPart: "finalNorm", update)
    try unembedding.updateParameters(ofPart: "unembedding", update)
  }
}
