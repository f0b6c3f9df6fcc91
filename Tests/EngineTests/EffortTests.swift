import Engine
import LessonTesting
import Synchronization
import Testing

/// How long directives took, and whether they ran at all.
@Suite struct EffortTests {
  private static let text = """
    ```{let}
    score: 2
    ```

    ```{softmax} s
    scores: {a: 1, b: =score}
    ```

    ```{check}
    - s.p.b > 0.5
    ```

    [](=s.p.a)
    """

  @Test func aRunTellsWhatItTookAndWhatItReused() async {
    // Every look at the clock finds it a second later; a step looks when it begins and when it ends.
    let seconds = Mutex(0)
    var workshop = Workshop()
    workshop.workers = 1
    workshop.store = MemoryStore()
    workshop.clock = {
      seconds.withLock { seconds in
        seconds += 1
        return .seconds(seconds)
      }
    }
    for isReused in [false, true] {
      let report = await workshop.lesson(Self.text)
      let directives = report.run.runs.flatMap(\.directives)
      #expect(report.messages == [])
      #expect(directives.map(\.isReused) == [nil, isReused, nil])
      #expect(directives.map(\.duration) == [.seconds(1), .seconds(1), .zero])
    }
  }

  @Test func seedsAreCountedTogether() async {
    let text = """
      ```{sample} s
      rows: 5
      columns: {x: "normal(0, 1)"}
      seeds: 3
      ```
      """
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    for expected in [false, true] {
      let report = await workshop.lesson(text)
      #expect(report.messages == [])
      #expect(report.run.runs.first?.directives.first?.isReused == expected)
    }
  }

  @Test func withoutAClockNothingTakesTime() async {
    let report = await lesson(Self.text)
    #expect(report.run.runs.flatMap(\.directives).map(\.duration) == [.zero, .zero, .zero])
  }
}
