/// A network on its way to predicting the next letter of a Markov chain from the letters before it.
///
/// Every step draws new places of the text, so that nothing is seen twice.
public final class NextLetterTraining {
  private let chain: MarkovChain
  private let window: LetterWindow
  private let batch: Int
  private let trainer: Trainer<MultilayerPerceptron, AnyOptimiser>
  private var sampler: MarkovSampler<Xoshiro256StarStar>
  private let test: NextLetterTest

  /// Draws a network.
  ///
  /// - Parameters:
  ///   - reach: How many letters it sees.
  ///   - hidden: The widths of its hidden layers.
  ///   - batch: How many places of the text take part in a step.
  public init(
    _ chain: MarkovChain, reach: Int, hidden: [Int], batch: Int, optimiser: any Optimiser,
    using generator: Xoshiro256StarStar
  ) throws {
    self.chain = chain
    self.batch = batch
    window = LetterWindow(letterCount: chain.letterCount, length: reach)
    var generator = generator
    let model = MultilayerPerceptron(
      widths: [window.width] + hidden + [chain.letterCount], activation: .relu, using: &generator)
    trainer = Trainer(model, AnyOptimiser(optimiser)) { model, batch in
      try model(batch[0]).crossEntropy(labels: batch[1])
    }
    sampler = MarkovSampler(chain, using: generator)
    test = NextLetterTest(chain, window)
  }

  /// Takes a step on places of the text that were never seen before.
  ///
  /// - Returns: The mean loss there before the step.
  @discardableResult
  public func step() throws -> Double {
    let drawn = (0..<batch).map { _ in draw() }
    let labels = Tensor(drawn.map { Double($0.letter) })
    return try trainer.step([try window.rows(drawn.map(\.window)), labels])
  }

  private func draw() -> (window: Int, letter: Int) {
    sampler.restart()
    var seen = sampler.context % window.count
    // A network that sees more than matters is shown letters from before its window's last ones.
    for _ in 0..<max(0, window.length - chain.order) {
      seen = window.window(after: seen, letter: sampler.next())
    }
    return (seen, sampler.next())
  }

  /// What the network of this moment pays on an endless text, in nats a letter; computed from the chain, not measured.
  public func loss() throws -> Double { try test.loss(of: trainer.model) }

  /// How many numbers the network learns.
  public var parameterCount: Int { trainer.model.parameterCount }
}
