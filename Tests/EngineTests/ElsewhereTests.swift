import Engine
import LessonTesting
import Synchronization
import Testing

/// Runs that are done elsewhere: the same results, and the same mistakes.
@Suite struct ElsewhereTests {
  /// Does runs in another engine, which shares the store.
  private final class Neighbour: RunExecutor {
    private let store: MemoryStore
    private let texts: [String: String]
    /// Of each request the runs from this one on are lost.
    private let most: Int
    private let requests = Mutex<[[ElsewhereRun]]>([])
    private let endings = Mutex<[String: RunEnding]>([:])

    init(_ store: MemoryStore, _ texts: [String: String], most: Int = .max) {
      self.store = store
      self.texts = texts
      self.most = most
    }

    /// How many runs were asked for at a time.
    var counts: [Int] { requests.withLock { $0.map(\.count) } }

    /// How often a run ended so.
    func count(_ ending: RunEnding) -> Int { endings.withLock { $0.values.count { $0 == ending } } }

    func execute(_ runs: [ElsewhereRun]) async -> [String: LostRun] {
      requests.withLock { $0.append(runs) }
      var workshop = Workshop()
      workshop.store = store
      let found = await workshop.perform(Array(runs.prefix(most)), files: texts)
      endings.withLock { $0.merge(found) { $1 } }
      return Dictionary(
        runs.dropFirst(most).map { ($0.key, LostRun("the run is lost", help: "look for it")) },
        uniquingKeysWith: { $1 })
    }
  }

  private static let text = """
    ```{let}
    first: [1, 2, 3]
    ```

    ```{sweep} s
    run: softmax
    over: {temperature: =first}
    with: {scores: [1, 2]}
    ```

    ```{sample} r
    rows: 3
    columns: {x: "normal(0, 1)"}
    seeds: 2
    ```

    ```{sweep} t
    run: softmax
    over: {temperature: =s.entropy + 1}
    with: {scores: [1, 2]}
    ```

    [3](=length(t.entropy)) [](=r_2.x)
    """

  private static func files(_ text: String) -> [String: String] {
    [
      "course.yml": "title: T\nparts:\n  - title: P\n    lessons: [a.md]\n",
      "a.md": "---\ntitle: A\n---\n\n\(text)\n",
    ]
  }

  @Test func whatIsMissingGoesOutTogetherAndComesBackTheSame() async {
    let files = Self.files(Self.text)
    let here = await Workshop().course(files: files)
    #expect(here.messages == [])
    let store = MemoryStore()
    let neighbour = Neighbour(store, files)
    var workshop = Workshop()
    workshop.store = store
    workshop.executor = neighbour
    let report = await workshop.course(files: files)
    #expect(report.fingerprint == here.fingerprint)
    #expect(neighbour.counts == [5, 3])
    #expect(neighbour.count(.kept) == 8)
    #expect(report.run.runs.first?.directives.map(\.isReused) == [nil, false, false, false])
    let again = await workshop.course(files: files)
    #expect(again.fingerprint == here.fingerprint)
    #expect(neighbour.counts == [5, 3])
    #expect(again.run.runs.first?.directives.map(\.isReused) == [nil, true, true, true])
  }

  @Test func whatFailsElsewhereIsReportedAsEver() async {
    let files = Self.files(
      """
      ```{sweep} s
      run: train
      with: {data: {x: [-3, -1, 2], y: [1, 5, 9]}, inputs: [x], target: y, optimiser: sgd, steps: 50}
      over: {learning-rate: [0.01, 1e100, 0.02, 1e101]}
      ```
      """)
    let here = await Workshop().course(files: files)
    #expect(here.messages.first?.contains("2 of 4 points fail") == true)
    let store = MemoryStore()
    let neighbour = Neighbour(store, files)
    var workshop = Workshop()
    workshop.store = store
    workshop.executor = neighbour
    let report = await workshop.course(files: files)
    #expect(report.fingerprint == here.fingerprint)
    #expect(neighbour.count(.kept) == 2 && neighbour.count(.failed) == 2)
  }

  @Test func aRunThatIsLostIsAMistakeAndTheOthersAreKept() async {
    let files = Self.files(Self.text)
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    workshop.executor = Neighbour(store, files, most: 2)
    let report = await workshop.course(files: files)
    #expect(
      report.messages == [
        "with temperature 3, the run is lost; 1 of 3 points fails",
        "with seed 0, the run is lost; 2 of 2 seeds fail",
      ])
    #expect(report.helps == ["look for it", "look for it"])
    #expect(report.claims == "0/0/1")
    workshop.executor = nil
    #expect(await workshop.course(files: files).claims == "1/0/0")
  }

  @Test func aRunThatTheCourseDoesNotHaveIsNotFound() async {
    let runs = [
      ElsewhereRun(lesson: "a.md", directive: 1, key: "00"),
      ElsewhereRun(lesson: "b.md", directive: 0, key: "01"),
      ElsewhereRun(lesson: "a.md", directive: 99, key: "02"),
    ]
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    #expect(await workshop.perform(runs, files: Self.files(Self.text)).isEmpty)
    #expect(store.kept == 0)
  }
}
