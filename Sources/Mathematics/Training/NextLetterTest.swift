/// What a network that sees a window of letters pays on an endless text of a Markov chain.
struct NextLetterTest {
  private let window: LetterWindow
  /// How often each window is followed by each letter.
  private let frequencies: [Double]
  /// So many windows are shown to the network at a time.
  private static let rows = 256

  init(_ chain: MarkovChain, _ window: LetterWindow) {
    self.window = window
    frequencies = chain.wordFrequencies(length: window.length + 1)
  }

  /// The cross-entropy in nats a letter, a sum over all windows and letters.
  func loss(of model: MultilayerPerceptron) throws -> Double {
    var terms: [Double] = []
    for start in stride(from: 0, to: window.count, by: Self.rows) {
      let windows = start..<min(window.count, start + Self.rows)
      let logarithms = try model(window.rows(windows)).logSoftmax().values
      let first = start * window.letterCount
      // What never comes costs nothing.
      terms.append(
        compensatedSum(
          logarithms.indices.map {
            frequencies[first + $0] == 0 ? 0 : -frequencies[first + $0] * logarithms[$0]
          }))
    }
    return compensatedSum(terms)
  }
}
