import Mathematics
import Synchronization
import Testing

@Suite struct ParallelLoopTests {
  @Test(arguments: [-1, 0, 1, 2, 5, 1000])
  func everyIndexIsWorkedOnOnce(cores: Int) {
    let seen = Mutex<[Int]>([])
    forEachIndex(count: 200, cores: cores) { index in seen.withLock { $0.append(index) } }
    #expect(seen.withLock { $0.sorted() } == Array(0..<200))
    #expect(parallelMap(count: 50, cores: cores) { "\($0)" } == (0..<50).map { "\($0)" })
  }

  @Test func nothingIsDoneForNothing() {
    forEachIndex(count: -3, cores: 4) { _ in Issue.record("there is no index") }
    #expect(parallelMap(count: -3, cores: 4) { $0 } == [])
  }

  @Test func loopsMayLieWithinLoops() {
    let sums = parallelMap(count: 4, cores: 2) { outer in
      parallelMap(count: 10, cores: 2) { outer * $0 }.reduce(0, +)
    }
    #expect(sums == [0, 45, 90, 135])
  }
}
