import Mathematics
import Testing

@Suite("Shuffling")
struct ShuffleTests {
  @Test("Each time around, every number comes once, in a new order")
  func rounds() {
    var shuffle = Shuffle(count: 10, using: Xoshiro256StarStar(seed: 1))
    let rounds = (0..<50).map { _ in (0..<10).compactMap { _ in shuffle.next() } }
    #expect(rounds.allSatisfy { $0.sorted() == Array(0..<10) })
    #expect(Set(rounds).count == 50)
    var again = Shuffle(count: 10, using: Xoshiro256StarStar(seed: 1))
    #expect((0..<10).compactMap { _ in again.next() } == rounds[0])
    var other = Shuffle(count: 10, using: Xoshiro256StarStar(seed: 2))
    #expect((0..<10).compactMap { _ in other.next() } != rounds[0])
  }

  @Test("Every order is equally likely")
  func orders() {
    var shuffle = Shuffle(count: 3, using: Xoshiro256StarStar(seed: 3))
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[(0..<3).compactMap { _ in shuffle.next() }, default: 0] += 1 }
    #expect(counts.count == 6)
    // Four standard deviations of a binomial with n = 6000, p = 1/6.
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 116 })
  }

  @Test("None and one")
  func smallCounts() {
    var none = Shuffle(count: 0, using: Xoshiro256StarStar(seed: 1))
    #expect(none.next() == nil)
    var one = Shuffle(count: 1, using: Xoshiro256StarStar(seed: 1))
    #expect(one.next() == 0 && one.next() == 0)
  }

  @Test("Batches keep samples and labels together")
  func batches() throws {
    let inputs = try Tensor((0..<10).map { [Double($0), Double($0 * $0)] })
    let labels = Tensor((0..<10).map(Double.init))
    var batches = try Batches([inputs, labels], size: 5, using: Xoshiro256StarStar(seed: 4))
    let (first, second) = (batches.next(), batches.next())
    #expect(first[0].shape == [5, 2] && first[1].shape == [5])
    for batch in [first, second] {
      #expect(
        (0..<5).allSatisfy {
          batch[0][$0, 0] == batch[1][$0] && batch[0][$0, 1] == batch[1][$0] * batch[1][$0]
        })
    }
    #expect((first[1].values + second[1].values).sorted() == labels.values)
  }

  @Test("Sizes that the data cannot fill are errors")
  func errors() {
    let generator = Xoshiro256StarStar(seed: 1)
    let data = [Tensor.zeros([3, 2]), Tensor.zeros([3])]
    #expect(throws: TrainingError.batchSize(0, dataCount: 3)) { try Batches(data, size: 0, using: generator) }
    #expect(throws: TrainingError.batchSize(4, dataCount: 3)) { try Batches(data, size: 4, using: generator) }
    #expect(throws: TrainingError.batchSize(1, dataCount: 0)) { try Batches([], size: 1, using: generator) }
    #expect(throws: TrainingError.sampleCounts([3, 4])) {
      try Batches([data[0], Tensor.zeros([4])], size: 1, using: generator)
    }
  }
}
