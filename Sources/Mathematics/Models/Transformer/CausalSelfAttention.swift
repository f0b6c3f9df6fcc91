/// Lets every position of a sequence gather from itself and those before it, with several heads at once.
///
/// softmax(Q Kᵀ / √d + M) V for each head of d numbers, M hiding what comes later (Vaswani et al. 2017, section 3.2).
public struct CausalSelfAttention: Model {
  /// How many heads share the width.
  public let heads: Int
  /// What each position looks for.
  public var queries: Linear
  /// What each position can be found by.
  public var keys: Linear
  /// What each position hands on.
  public var values: Linear
  /// How the heads' results are put together.
  public var output: Linear

  /// Draws the four maps.
  ///
  /// - Parameter outputInitialization: That of the output map where it differs, as in GPT-2.
  /// - Throws: ``ShapeError`` where the width cannot be split into so many heads.
  public init<Generator: RandomNumberGenerator>(
    width: Int, heads: Int, initialization: Initialization = .glorotUniform,
    outputInitialization: Initialization? = nil, using generator: inout Generator
  ) throws {
    guard heads > 0, width % heads == 0 else {
      throw ShapeError("attention", [width], "a width of \(width) cannot be split into \(heads) heads")
    }
    func map(_ initialization: Initialization) -> Linear {
      Linear(inputs: width, outputs: width, initialization: initialization, using: &generator)
    }
    self.heads = heads
    queries = map(initialization)
    keys = map(initialization)
    values = map(initialization)
    output = map(outputInitialization ?? initialization)
  }

  /// Attends within each sequence of samples × positions × width.
  public func callAsFunction(_ x: Tensor) throws -> Tensor {
    try output(patterns(x).attentionMixture(of: values(x)))
  }

  /// How much each position attends to each: samples × heads × positions × positions, rows adding up to 1.
  public func patterns(_ x: Tensor) throws -> Tensor {
    try queries(x).attentionScores(keys: keys(x), heads: heads).softmax(isCausal: true)
  }

  /// Hands on every parameter with its name.
  public mutating func updateNamedParameters(
    _ update: (String, inout Tensor) throws -> Void
  ) rethrows {
    try queries.updateParameters(ofPart: "queries", update)
    try keys.updateParameters(ofPart: "keys", update)
    try values.updateParameters(ofPart: "values", update)
    try output.updateParameters(ofPart: "output", update)
  }
}
