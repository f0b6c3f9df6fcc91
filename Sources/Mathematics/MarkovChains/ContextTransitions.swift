/// The steps of a Markov chain from context to context.
struct ContextTransitions {
  let letterCount: Int
  let contextCount: Int
  let table: [Double]

  /// So many contexts are eliminated one by one, which is exact whatever the table; more are iterated over.
  static let mostEliminated = MarkovChain.mostExactContexts
  /// A chain that has not settled after so many rounds, or so many steps from context to context, is refused.
  private static let mostRounds = 5_000
  private static let mostSteps = 300_000_000

  /// The context after a letter: the oldest letter is forgotten.
  func context(after context: Int, letter: Int) -> Int {
    (context * letterCount + letter) % contextCount
  }

  /// The contexts that can follow a context at once.
  private func successors(of context: Int) -> [Int] {
    (0..<letterCount).filter { table[context * letterCount + $0] > 0 }.map {
      self.context(after: context, letter: $0)
    }
  }

  /// The share of each context in the long run.
  ///
  /// - Parameter guess: Shares to begin with where they are found by iteration, which ends at once where they are right.
  func stationaryDistribution(near guess: [Double]?) throws(MarkovChainError) -> [Double] {
    guard contextCount > Self.mostEliminated else {
      let recurrent = try recurrentContexts()
      var result = [Double](repeating: 0, count: contextCount)
      for (context, share) in zip(recurrent, eliminated(recurrent)) { result[context] = share }
      return result
    }
    return try iterated(from: guess)
  }

  // MARK: Few contexts

  /// The contexts that the chain comes back to for ever.
  private func recurrentContexts() throws(MarkovChainError) -> [Int] {
    let reached = (0..<contextCount).map(contexts(reachedFrom:))
    let recurrent = (0..<contextCount).filter { context in
      reached[context].indices.allSatisfy { !reached[context][$0] || reached[$0][context] }
    }
    if let first = recurrent.first, let other = recurrent.first(where: { !reached[first][$0] }) {
      throw .fallsApart(first, other)
    }
    return recurrent
  }

  private func contexts(reachedFrom start: Int) -> [Bool] {
    var isReached = [Bool](repeating: false, count: contextCount)
    var waiting = [start]
    isReached[start] = true
    while let context = waiting.popLast() {
      for next in successors(of: context) where !isReached[next] {
        isReached[next] = true
        waiting.append(next)
      }
    }
    return isReached
  }

  /// The stationary distribution of contexts that all reach each other, by the elimination of Grassmann, Taksar and
  /// Heyman (1985), which subtracts nothing, so that even the smallest shares keep all their digits.
  private func eliminated(_ contexts: [Int]) -> [Double] {
    let count = contexts.count
    var steps = matrix(contexts)
    for last in stride(from: count - 1, to: 0, by: -1) {
      let leaving = compensatedSum(Array(steps[last][..<last]))
      for from in 0..<last {
        let share = steps[from][last] / leaving
        steps[from][last] = share
        guard share > 0 else { continue }
        for to in 0..<last { steps[from][to] += share * steps[last][to] }
      }
    }
    var shares = [1.0]
    for next in 1..<max(1, count) {
      shares.append(compensatedSum((0..<next).map { shares[$0] * steps[$0][next] }))
    }
    let total = compensatedSum(shares)
    return shares.map { $0 / total }
  }

  private func matrix(_ contexts: [Int]) -> [[Double]] {
    let places = Dictionary(uniqueKeysWithValues: zip(contexts, contexts.indices))
    return contexts.map { context in
      var row = [Double](repeating: 0, count: contexts.count)
      for letter in 0..<letterCount {
        // With no context at all, every letter leads back to where one was.
        guard let place = places[self.context(after: context, letter: letter)] else { continue }
        row[place] += table[context * letterCount + letter]
      }
      return row
    }
  }

  // MARK: Many contexts

  /// The stationary distribution of a chain that can do anything at any time, by following all contexts at once.
  private func iterated(from guess: [Double]?) throws(MarkovChainError) -> [Double] {
    guard table.allSatisfy({ $0 > 0 }) else { throw .doesNotSettle }
    var shares = [Double](repeating: 1 / Double(contextCount), count: contextCount)
    if let guess, guess.count == contextCount, guess.allSatisfy({ $0 > 0 && $0 <= 1 }) { shares = guess }
    for _ in 0..<min(Self.mostRounds, Self.mostSteps / table.count) {
      let next = step(shares)
      let change = zip(shares, next).reduce(0) { $0 + abs($1.0 - $1.1) }
      // What was settled is given back as it was, so that shares found earlier are found again.
      if change < 4e-15 { return shares }
      shares = next
    }
    throw .doesNotSettle
  }

  /// The shares one letter later; they add up to 1 again.
  private func step(_ shares: [Double]) -> [Double] {
    var next = [Double](repeating: 0, count: contextCount)
    for context in 0..<contextCount {
      let first = (context * letterCount) % contextCount
      for letter in 0..<letterCount {
        next[first + letter] += shares[context] * table[context * letterCount + letter]
      }
    }
    let total = compensatedSum(next)
    return next.map { $0 / total }
  }
}
