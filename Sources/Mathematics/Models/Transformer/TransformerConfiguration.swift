extension Transformer {
  /// The sizes of a transformer.
  public struct Configuration: Hashable, Sendable {
    /// How many tokens there are.
    public var vocabulary: Int
    /// The most positions of a sequence.
    public var context: Int
    /// How many numbers a position holds.
    public var width: Int
    /// How many attention heads share the width.
    public var heads: Int
    /// How many blocks there are.
    public var layers: Int
    /// The hidden width of the perceptrons.
    public var perceptronWidth: Int
    /// The bend within the perceptrons.
    public var activation: Activation
    /// The standard deviation of the first weights.
    public var deviation: Double

    /// Makes a configuration; perceptrons are four times as wide as the stream unless their width is given.
    public init(
      vocabulary: Int, context: Int, width: Int, heads: Int, layers: Int, perceptronWidth: Int? = nil,
      activation: Activation = .gelu, deviation: Double = 0.02
    ) {
      self.vocabulary = vocabulary
      self.context = context
      self.width = width
      self.heads = heads
      self.layers = layers
      self.perceptronWidth = perceptronWidth ?? 4 * width
      self.activation = activation
      self.deviation = deviation
    }

    /// That of the maps which end on the residual stream, to which each block adds twice.
    var residualDeviation: Double { deviation / Double(2 * max(1, layers)).squareRoot() }
  }
}
