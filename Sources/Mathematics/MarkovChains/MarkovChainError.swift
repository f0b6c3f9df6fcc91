/// Why a table makes no Markov chain.
public enum MarkovChainError: Error, Hashable, CustomStringConvertible {
  /// A table that has not an entry for each letter after each context.
  case size(found: Int, contexts: Int, letters: Int)
  /// A row, from 0, that holds no probabilities, or whose sum is not 1.
  case row(Int, sum: Double?)
  /// A table that would be too large.
  case tooManyContexts(letters: Int, order: Int)
  /// A chain that never gets from one of two contexts to the other, so that its long run depends on where it starts.
  case fallsApart(Int, Int)
  /// A large chain that rules something out, or forgets too slowly where it was.
  case doesNotSettle

  /// Says what was found and what is needed.
  public var description: String {
    switch self {
    case .size(let found, let contexts, let letters):
      "a table of \(contexts) contexts and \(letters) letters has \(contexts * letters) entries, not \(found)"
    case .row(let row, nil): "row \(row + 1) holds a number that is no probability"
    case .row(let row, let sum?): "the probabilities of row \(row + 1) add up to \(sum), not 1"
    case .tooManyContexts(let letters, let order):
      "\(letters) letters have too many contexts of \(order); "
        + "at most \(MarkovChain.mostEntries) probabilities are kept"
    case .fallsApart(let one, let other):
      "once in context \(one + 1) or in context \(other + 1), it never reaches the other"
    case .doesNotSettle: "it takes too long to forget where it started"
    }
  }
}
