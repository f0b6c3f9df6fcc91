extension MarkovChain {
  /// The entropy rate: what each further letter is worth in the long run, in nats.
  ///
  /// The mean of the entropies of the rows, weighted by the stationary distribution (Shannon 1948, theorem 5).
  public var entropyRate: Double {
    compensatedSum((0..<contextCount).map { stationary[$0] * entropy(Array(probabilities(after: $0))) })
  }

  /// How often each word of some letters comes, in the long run.
  ///
  /// A word is read as a number whose last digit is its last letter, as a context is.
  /// - Precondition: The number of words, the letters to the power of the length, is one that memory can hold.
  public func wordFrequencies(length: Int) -> [Double] {
    var words = stationary
    var length = length - order
    while length < 0 {
      words = withoutFirstLetter(words)
      length += 1
    }
    for _ in 0..<length { words = withNextLetter(words) }
    return words
  }

  private func withoutFirstLetter(_ words: [Double]) -> [Double] {
    let count = words.count / letterCount
    return (0..<count).map { word in
      compensatedSum((0..<letterCount).map { words[$0 * count + word] })
    }
  }

  private func withNextLetter(_ words: [Double]) -> [Double] {
    words.indices.flatMap { word in
      probabilities(after: word % contextCount).map { words[word] * $0 }
    }
  }

  /// The least loss of a model that sees so many letters before the one that it predicts, in nats a letter.
  ///
  /// From the order on it is the entropy rate.
  public func conditionalEntropy(seeing count: Int) -> Double {
    let (contexts, words) = (wordFrequencies(length: count), wordFrequencies(length: count + 1))
    return loss(words) { word in words[word] / contexts[word / letterCount] }
  }

  /// The cross-entropy of a model's predictions, in nats a letter: what it pays on an endless text.
  ///
  /// - Parameters:
  ///   - count: How many letters the model sees.
  ///   - probability: What it gives to a letter, from 0, after a context of so many letters.
  public func crossEntropy(seeing count: Int, _ probability: (_ context: Int, _ letter: Int) -> Double)
    -> Double
  {
    loss(wordFrequencies(length: count + 1)) { probability($0 / letterCount, $0 % letterCount) }
  }

  private func loss(_ words: [Double], _ probability: (Int) -> Double) -> Double {
    // A word that never comes costs nothing, whatever was thought of it.
    compensatedSum(words.indices.map { words[$0] == 0 ? 0 : -words[$0] * Double.log(probability($0)) })
  }
}
