import Mathematics

/// Definitions in order, each in the names before it, as one computation that can be differentiated.
public struct Chain: Hashable, Sendable {
  /// The blocks.
  public let blocks: [Definition]

  /// Makes a chain.
  public init(blocks: [Definition]) {
    self.blocks = blocks
  }

  /// Numbers that all derivatives of a chain may have together.
  public static let derivativeLimit = 1_000_000

  /// Computes every value at given inputs, and every derivative between any two names.
  ///
  /// The derivative of a name by an earlier one goes through all blocks between; what came before is held fixed.
  /// Names that neither a block nor an input defines are constants from the scope.
  public func evaluate(
    at inputs: [(name: String, value: Value)], in scope: some Scope = DictionaryScope()
  ) throws(ChainError) -> ChainResult {
    var computation = ChainComputation(blocks: blocks, scope: scope)
    for (name, value) in inputs { computation.names.append((name, value)) }
    try computation.evaluateBlocks()
    return ChainResult(
      values: computation.names, derivatives: try computation.derivatives(inputs: inputs.count))
  }
}

/// A mistake in one of a chain's blocks.
public struct ChainError: Error, Hashable, Sendable {
  /// The block, counted from 0.
  public let block: Int
  /// The mistake, with its place in the block's text.
  public let error: ExpressionError
}

/// A chain's values and derivatives.
public struct ChainResult: Sendable {
  /// The inputs and then the blocks, with their values.
  public let values: [(name: String, value: Value)]
  /// The derivatives by the names of what changes and of what changes it.
  let derivatives: [String: [String: Value]]

  /// The derivative of a name by one before it; nil where one of them is no number and no vector.
  ///
  /// A number by a vector gives the gradient; a vector by a vector the matrix whose rows belong to the entries of
  /// the first.
  public func derivative(of name: String, by variable: String) -> Value? {
    derivatives[name]?[variable]
  }
}
