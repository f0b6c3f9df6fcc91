import Mathematics
import Testing

@Suite struct MarkovChainTests {
  /// Solved in fractions: the contexts aa, ab, ba, bb come 12, 2, 2 and 7 times in 23.
  private let memory = [0.9, 0.1, 0.3, 0.7, 0.6, 0.4, 0.2, 0.8]

  private func isClose(_ found: Double, _ expected: Double, within tolerance: Double = 1e-15) -> Bool {
    abs(found - expected) <= tolerance * max(1, abs(expected))
  }

  @Test func sunAndRain() throws {
    let weather = try MarkovChain(letterCount: 2, order: 1, table: [0.9, 0.1, 0.5, 0.5])
    #expect(isClose(weather.stationary[0], 5.0 / 6) && isClose(weather.stationary[1], 1.0 / 6))
    // 5/6 H(0.9) + 1/6 log 2, and H(5/6), in Python.
    #expect(isClose(weather.entropyRate, 0.38642700791953105))
    #expect(isClose(weather.conditionalEntropy(seeing: 0), 0.45056120886630463))
    #expect(isClose(weather.conditionalEntropy(seeing: 1), weather.entropyRate))
    #expect(isClose(weather.conditionalEntropy(seeing: 5), weather.entropyRate))
  }

  @Test func longerMemory() throws {
    let chain = try MarkovChain(letterCount: 2, order: 2, table: memory)
    for (found, expected) in zip(chain.stationary, [12.0, 2, 2, 7]) { #expect(isClose(found, expected / 23)) }
    // The sums of −p log p over these fractions, in Python.
    #expect(isClose(chain.entropyRate, 0.4335462862431736))
    #expect(isClose(chain.conditionalEntropy(seeing: 0), 0.6693279632926454))
    #expect(isClose(chain.conditionalEntropy(seeing: 1), 0.45691235858941814))
  }

  @Test func theGoldenMean() throws {
    // No two 1s in a row, otherwise a fair coin: two thirds of the letters are thrown, each worth log 2.
    let chain = try MarkovChain(letterCount: 2, order: 1, table: [0.5, 0.5, 1, 0])
    #expect(isClose(chain.entropyRate, 2.0 / 3 * Double.log(2)))
    #expect(chain.wordFrequencies(length: 2)[3] == 0)
    #expect(isClose(chain.conditionalEntropy(seeing: 3), chain.entropyRate))
  }

  @Test func withoutMemory() throws {
    let coin = try MarkovChain(letterCount: 2, order: 0, table: [0.25, 0.75])
    #expect(coin.stationary == [1] && coin.contextCount == 1)
    #expect(isClose(coin.entropyRate, entropy([0.25, 0.75])))
    #expect(coin.wordFrequencies(length: 2) == [0.0625, 0.1875, 0.1875, 0.5625])
  }

  @Test func chainsThatAreHardToIterate() throws {
    // One that only alternates, one that ends up in its second letter, and one that moves once in a thousand million.
    let clock = try MarkovChain(letterCount: 2, order: 1, table: [0, 1, 1, 0])
    #expect(clock.stationary == [0.5, 0.5] && clock.entropyRate == 0)
    let trap = try MarkovChain(letterCount: 2, order: 1, table: [0.5, 0.5, 0, 1])
    #expect(trap.stationary == [0, 1])
    let slow = try MarkovChain(letterCount: 2, order: 1, table: [1 - 1e-9, 1e-9, 2e-9, 1 - 2e-9])
    #expect(isClose(slow.stationary[0], 2.0 / 3))
  }

  @Test(arguments: [1, 4, 5]) func theLongRunStaysAsItIs(order: Int) throws {
    // Up to order 4 contexts are eliminated, beyond it they are iterated over; both must satisfy π = π P.
    var generator = Xoshiro256StarStar(seed: 3)
    let chain = try MarkovChain.random(
      letterCount: 4, order: order, strength: 1.2, decay: 0.7, using: &generator)
    #expect(isClose(chain.stationary.reduce(0, +), 1, within: 1e-14))
    var next = [Double](repeating: 0, count: chain.contextCount)
    for context in 0..<chain.contextCount {
      for (letter, probability) in chain.probabilities(after: context).enumerated() {
        next[(context * 4 + letter) % chain.contextCount] += chain.stationary[context] * probability
      }
    }
    for (one, other) in zip(next, chain.stationary) { #expect(isClose(one, other, within: 1e-14)) }
    let entropies = (0...order).map(chain.conditionalEntropy)
    #expect(zip(entropies, entropies.dropFirst()).allSatisfy { $0 > $1 })
    #expect(isClose(entropies.last ?? 0, chain.entropyRate, within: 1e-13))
  }

  @Test func aGuessIsFoundAgainWhereItIsRight() throws {
    var generator = Xoshiro256StarStar(seed: 3)
    let chain = try MarkovChain.random(
      letterCount: 4, order: 5, strength: 1.2, decay: 0.7, using: &generator)
    func again(_ guess: [Double]) throws -> [Double] {
      try MarkovChain(letterCount: 4, order: 5, table: chain.table, near: guess).stationary
    }
    #expect(try again(chain.stationary) == chain.stationary)
    let uniform = [Double](repeating: 1.0 / 1024, count: 1024)
    let wrong: [[Double]] = [
      uniform, uniform.map { $0 * 700 }, [], [1], chain.stationary.reversed(), uniform.map { -$0 },
    ]
    for wrong in wrong {
      for (one, other) in zip(try again(wrong), chain.stationary) {
        #expect(isClose(one, other, within: 1e-14))
      }
    }
  }

  @Test func lettersFurtherBackMatterLess() throws {
    var generator = Xoshiro256StarStar(seed: 1)
    let forgetful = try MarkovChain.random(
      letterCount: 3, order: 3, strength: 1, decay: 0, using: &generator)
    // Only the letters' own scores are left: all rows are the same.
    #expect((0..<27).allSatisfy { Array(forgetful.probabilities(after: $0)) == Array(forgetful.table[..<3]) })
    #expect(isClose(forgetful.entropyRate, forgetful.conditionalEntropy(seeing: 0), within: 1e-14))
  }

  @Test func tablesThatAreNone() {
    func error(_ table: [Double], letters: Int = 2, order: Int = 1) -> MarkovChainError? {
      do {
        _ = try MarkovChain(letterCount: letters, order: order, table: table)
        return nil
      } catch { return error }
    }
    #expect(error([1, 0, 0]) == .size(found: 3, contexts: 2, letters: 2))
    #expect(error([0.5, 0.5, 0.5, 0.4]) == .row(1, sum: 0.9))
    #expect(error([1.5, -0.5, 0.5, 0.5]) == .row(0, sum: nil))
    #expect(error([.nan, 0.5, 0.5, 0.5]) == .row(0, sum: nil))
    #expect(error([1, 0, 0, 1]) == .fallsApart(0, 1))
    #expect(error([], letters: 1000, order: 16) == .tooManyContexts(letters: 1000, order: 16))
    let alternating = (0..<1024).flatMap { _ in [0.0, 1.0] }
    #expect(error(alternating, order: 10) == .doesNotSettle)
  }
}
