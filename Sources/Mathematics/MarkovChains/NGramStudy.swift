/// Models of all orders up to one that learn from the same letters, and what each pays on an endless text.
public struct NGramStudy: Sendable {
  private let chain: MarkovChain
  private let pseudocount: Double
  private var models: [NGramCounts]
  private var context = 0
  private var length = 0

  /// Prepares models that have seen nothing.
  public init(_ chain: MarkovChain, highestOrder: Int, pseudocount: Double) {
    self.chain = chain
    self.pseudocount = pseudocount
    models = (0...highestOrder).map { NGramCounts(letterCount: chain.letterCount, order: $0) }
  }

  /// Shows a letter to all models; one that looks back further than the text goes does not count it.
  public mutating func read(_ letter: Int) {
    for order in models.indices where order <= length { models[order].count(letter, after: context) }
    context = (context * chain.letterCount + letter) % (models.last?.contextCount ?? 1)
    length += 1
  }

  /// The cross-entropy of each order's model against the chain, in nats a letter.
  public var losses: [Double] {
    models.map { model in
      chain.crossEntropy(seeing: model.order) { context, letter in
        model.probability(of: letter, after: context, adding: pseudocount)
      }
    }
  }

  /// How many numbers each model has to learn.
  public var parameterCounts: [Int] { models.map(\.parameterCount) }
}
