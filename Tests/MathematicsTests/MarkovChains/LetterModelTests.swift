import Mathematics
import Testing

/// Samples of a chain, and models that learn from them.
@Suite struct LetterModelTests {
  private let weather: MarkovChain

  init() throws {
    weather = try MarkovChain(letterCount: 2, order: 1, table: [0.9, 0.1, 0.5, 0.5])
  }

  @Test func samplesFollowTheTable() {
    var sampler = MarkovSampler(weather, using: Xoshiro256StarStar(seed: 1))
    var (counts, before) = ([0.0, 0, 0, 0], sampler.context)
    let length = 100_000
    for _ in 0..<length {
      let letter = sampler.next()
      counts[before * 2 + letter] += 1
      before = sampler.context
      #expect(before == letter)
    }
    // A share of 5/6 has a standard deviation below 0.0024 even with the memory of such a chain.
    #expect(abs((counts[0] + counts[1]) / Double(length) - 5.0 / 6) < 0.008)
    #expect(abs(counts[1] / (counts[0] + counts[1]) - 0.1) < 0.005)
  }

  @Test func impossibleLettersAreNeverDrawn() throws {
    let chain = try MarkovChain(letterCount: 3, order: 1, table: [0, 1, 0, 0.5, 0, 0.5, 1, 0, 0])
    var sampler = MarkovSampler(chain, using: Xoshiro256StarStar(seed: 2))
    var before = sampler.context
    for _ in 0..<2_000 {
      let letter = sampler.next()
      #expect(chain.table[before * 3 + letter] > 0)
      before = letter
    }
  }

  @Test func countsBecomeProbabilities() {
    var counts = NGramCounts(letterCount: 2, order: 1)
    #expect(counts.probability(of: 1, after: 0, adding: 0.5) == 0.5)
    for letter in [0, 0, 1] { counts.count(letter, after: 0) }
    // (2 + ½) / (3 + 1)
    #expect(counts.probability(of: 0, after: 0, adding: 0.5) == 0.625)
    #expect(counts.probability(of: 0, after: 2, adding: 0.5) == 0.625)
    #expect(counts.parameterCount == 2)
  }

  @Test func ordersComeDownToTheirFloors() {
    var study = NGramStudy(weather, highestOrder: 2, pseudocount: 0.5)
    #expect(study.losses.allSatisfy { abs($0 - Double.log(2)) < 1e-15 })
    var sampler = MarkovSampler(weather, using: Xoshiro256StarStar(seed: 1))
    for _ in 0..<50_000 { study.read(sampler.next()) }
    for (order, loss) in study.losses.enumerated() {
      let excess = loss - weather.conditionalEntropy(seeing: order)
      // About a parameter's half for each letter: at most 4/100,000.
      #expect(excess > 0 && excess < 4e-4)
    }
    #expect(study.parameterCounts == [1, 2, 4])
  }

  @Test func aLinearNetworkLearnsAChainOfOrderOne() throws {
    let training = try NextLetterTraining(
      weather, reach: 1, hidden: [], batch: 64, optimiser: Adam(learningRate: 0.02),
      using: Xoshiro256StarStar(seed: 1))
    let before = try training.loss()
    for _ in 0..<600 { try training.step() }
    let after = try training.loss()
    #expect(training.parameterCount == 6)
    #expect(after > weather.entropyRate && after < weather.entropyRate + 0.01 && after < before)
  }

  @Test(arguments: [0, 3]) func networksThatSeeLessOrMoreThanMatters(reach: Int) throws {
    let training = try NextLetterTraining(
      weather, reach: reach, hidden: [8], batch: 64, optimiser: Adam(learningRate: 0.02),
      using: Xoshiro256StarStar(seed: 1))
    for _ in 0..<600 { try training.step() }
    let floor = weather.conditionalEntropy(seeing: reach)
    #expect(try training.loss() > floor && training.loss() < floor + 0.01)
  }
}
