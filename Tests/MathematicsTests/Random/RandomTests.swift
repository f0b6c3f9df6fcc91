import Mathematics
import Testing

@Suite struct RandomTests {
  @Test func splitMixGivesTheReferenceNumbers() {
    var generator = SplitMix64(seed: 1_234_567)
    // The authors' C program (prng.di.unimi.it/splitmix64.c) prints these.
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.indices.map { _ in generator.next() } == expected)
  }

  @Test func xoshiroGivesTheReferenceNumbers() {
    var generator = Xoshiro256StarStar(state: (1, 2, 3, 4))
    // The authors' C program (prng.di.unimi.it/xoshiro256starstar.c), started from 1, 2, 3, 4.
    let expected: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(expected.indices.map { _ in generator.next() } == expected)
  }

  @Test func aSeedIsSpreadBySplitMix() {
    var generator = Xoshiro256StarStar(seed: 1)
    // The first 53 bits of the generator seeded by four numbers of SplitMix64(1); a Python transcript of both.
    #expect(
      (0..<3).map { _ in generator.uniform() } == [
        0.7029218331588505, 0.5204366199388569, 0.5741057000197225,
      ])
  }

  @Test func wholeNumbersAreEquallyLikely() {
    var generator = Xoshiro256StarStar(seed: 7)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[generator.index(below: 6)] += 1 }
    // χ² with 5 degrees of freedom is below 20.5 with probability 0.999.
    let statistic = counts.reduce(0.0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
    #expect(statistic < 20.5)
  }

  @Test func normalNumbersHaveTheMomentsOfTheNormalDistribution() {
    var generator = Xoshiro256StarStar(seed: 3)
    let draws = (0..<100_000).map { _ in generator.normal() }
    // Five standard errors: 1/√n of the mean, √(2/n) of the variance, √(24/n) of the excess kurtosis.
    let root = Double(draws.count).squareRoot()
    #expect(abs(mean(draws)) < 5 / root)
    #expect(abs(variance(draws) - 1) < 5 * 2.0.squareRoot() / root)
    let fourth = mean(draws.map { $0 * $0 * $0 * $0 })
    #expect(abs(fourth - 3) < 5 * 96.0.squareRoot() / root)
  }

  @Test func everyOrderIsEquallyLikely() {
    var generator = Xoshiro256StarStar(seed: 11)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<12_000 {
      var order = [0, 1, 2, 3]
      order.permute(using: &generator)
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 24)
    // χ² with 23 degrees of freedom is below 49.7 with probability 0.999.
    let statistic = counts.values.reduce(0.0) { $0 + Double(($1 - 500) * ($1 - 500)) / 500 }
    #expect(statistic < 49.7)
  }

  @Test func nothingAndOneElementStayAsTheyAre() {
    var generator = Xoshiro256StarStar(seed: 1)
    let before = generator
    var none: [Int] = []
    var one = [5]
    none.permute(using: &generator)
    one.permute(using: &generator)
    #expect(none.isEmpty && one == [5] && generator == before)
  }
}
