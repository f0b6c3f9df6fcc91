/// Draws letters from a Markov chain.
///
/// ```swift
/// var sampler = MarkovSampler(weather, using: Xoshiro256StarStar(seed: 1))
/// let week = (0..<7).map { _ in sampler.next() }
/// ```
public struct MarkovSampler<Generator: RandomNumberGenerator> {
  private let chain: MarkovChain
  private let rows: [CumulativeTable]
  private let starts: CumulativeTable
  private var generator: Generator
  /// The letters before the next one.
  public private(set) var context: Int

  /// Begins in the midst of an endless text.
  public init(_ chain: MarkovChain, using generator: Generator) {
    self.chain = chain
    rows = (0..<chain.contextCount).map { CumulativeTable(chain.probabilities(after: $0)) }
    starts = CumulativeTable(chain.stationary)
    self.generator = generator
    context = 0
    restart()
  }

  /// Leaves the text for another place of it, drawn from the stationary distribution.
  public mutating func restart() { context = starts.draw(using: &generator) }

  /// The next letter.
  public mutating func next() -> Int {
    let letter = rows[context].draw(using: &generator)
    context = (context * chain.letterCount + letter) % chain.contextCount
    return letter
  }
}
