import Engine
import Expressions
import LessonTesting
import Synchronization
import Testing

/// `{sweep}`: a directive over a grid of its parameters.
@Suite struct SweepTests {
  // MARK: Results

  /// The entropy of two equal probabilities is ln 2, whatever the temperature; that of four is ln 4.
  @Test func theFirstNameVariesSlowest() async {
    await expect(
      """
      ```{sweep} s
      run: softmax
      over:
        scores: [[1, 1], [1, 1, 1, 1]]
        temperature: [1, 2, 4]
      ```

      [(1, 2, 4, 1, 2, 4)](=s.temperature) [6](=length(s.scores)) [4](=length(s.scores_4))
      [(0.6931, 0.6931, 0.6931, 1.3863, 1.3863, 1.3863)](=s.entropy)
      """, claims: "4/0/0")
  }

  @Test func pointsCanBeListed() async {
    await expect(
      """
      ```{sweep} s
      run: softmax
      over:
        - {scores: [1, 1], temperature: 3}
        - {temperature: 5, scores: [2, 2, 2]}
      ```

      [(3, 5)](=s.temperature) [(0.6931, 1.0986)](=s.entropy)
      """, claims: "2/0/0")
  }

  @Test func valuesMayBeComputed() async {
    await expect(
      """
      ```{let}
      rates: [1, 10]
      grids:
        - {temperature: 2, scores: [1, 1]}
        - {temperature: 4, scores: [1, 1]}
      ```

      ```{sweep} s
      run: softmax
      over: {temperature: =rates * 2}
      with: {scores: "=[1, 1]"}
      ```

      ```{sweep} t
      run: softmax
      over: =grids
      ```

      ```{sweep} u
      run: softmax
      over: {temperature: ["=rates_2", 7]}
      with: {scores: [0, 0]}
      ```

      [(2, 20)](=s.temperature) [(2, 4)](=t.temperature) [(10, 7)](=u.temperature)
      """, claims: "3/0/0")
  }

  @Test func whatIsKeptBecomesColumns() async {
    await expect(
      """
      ```{sweep} s
      run: softmax
      over: {temperature: [1, 2]}
      with: {scores: {a: 0, b: 0}}
      keep: [top, p, p.b]
      ```
      """.replacing("[top, p, p.b]", with: "[top, p.b]") + """


        [a](=s.top_2) [(0.5, 0.5)](=s.p.b) [2](=length(s.p.b))
        """, claims: "3/0/0")
  }

  /// Numbers in records are columns of their own, and vectors stay vectors in a list.
  @Test func nestedNumbersAndVectors() async {
    await expect(
      """
      ```{sweep} s
      run: softmax
      over: {temperature: [1, 2]}
      with: {scores: {a: 0, b: 0}}
      ```

      ```{sweep} v
      run: sample
      over: {rows: [2, 3]}
      with: {columns: {x: "normal(0, 1)"}}
      keep: x
      ```

      [(0.5, 0.5)](=s.p.a) [2](=length(v.x_1)) [3](=length(v.x_2))
      """, claims: "3/0/0")
  }

  @Test func hyphensBecomeUnderscores() async {
    await expect(
      """
      ```{sweep} s
      run: train
      over: {learning-rate: [0.1, 0.2]}
      with: {data: {x: [1, 2], y: [1, 2]}, inputs: [x], target: y, steps: 1}
      keep: [end.loss]
      ```

      [(0.1, 0.2)](=s.learning_rate) [yes](<=s.end.loss_1 != s.end.loss_2>)
      """, claims: "2/0/0")
  }

  @Test func theTableShowsTheGridAndSingleValues() async throws {
    let report = await lesson(
      """
      ```{sweep} s
      run: softmax
      over:
        scores: [[1, 1], {a: 3, b: 3}]
        temperature: [1, 2]
      keep: [entropy, p, top]
      tbl-cap: Even.
      ```

      @tbl-s
      """)
    #expect(report.messages == [])
    guard case .table(let table)? = report.outcomes.first??.displays.first else {
      return #expect(Bool(false), "a table is shown")
    }
    #expect(table.columns.map(\.name) == ["scores", "temperature", "entropy", "top"])
    #expect(table.columns[1].cells == ["1", "2", "1", "2"])
    #expect(table.columns[0].cells == ["(1, 1)", "(1, 1)", "a: 3, b: 3", "a: 3, b: 3"])
    #expect(table.columns[2].content == .numbers)
    #expect(table.data?.rowCount == 4)
  }

  @Test func longTablesAreCutAndKeepTheirData() async throws {
    let report = await lesson(
      "```{sweep} s\nrun: softmax\nover: {temperature: \"=linspace(1, 2, 300)\"}\nwith: {scores: [1, 1]}\n```\n"
    )
    #expect(report.messages == [])
    guard case .table(let table)? = report.outcomes.first??.displays.first else {
      return #expect(Bool(false), "a table is shown")
    }
    #expect(table.columns[0].cells.count == 200)
    #expect(table.omittedRows == 100)
    #expect(table.data?.rowCount == 300)
  }

  // MARK: Reuse

  private static func sweep(_ temperatures: String) -> String {
    "```{sweep} s\nrun: softmax\nover: {temperature: \(temperatures)}\nwith: {scores: [1, 2]}\n```\n"
  }

  @Test func aPointMoreIsOneRunMore() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    _ = await workshop.lesson(Self.sweep("[1, 2, 3]"))
    // Each run, and the table of all.
    #expect(store.kept == 3 + 1)
    let report = await workshop.lesson(Self.sweep("[3, 4, 1, 2]"))
    #expect(store.kept == 4 + 2)
    #expect(report.values == [])
    #expect(report.run.runs.first?.directives.first?.isReused == false)
    let found = store.found
    let again = await workshop.lesson(Self.sweep("[3, 4, 1, 2]"))
    #expect(store.kept == 4 + 2)
    #expect(store.found == found + 1, "one result is read where nothing has changed")
    #expect(again.run.runs.first?.directives.first?.isReused == true)
  }

  @Test func aRunThatALessonDidIsReused() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    _ = await workshop.lesson("```{softmax}\ntemperature: 2\nscores: [1, 2]\nfig-cap: One.\n```\n")
    #expect(store.kept == 1)
    _ = await workshop.lesson(Self.sweep("[1, =1 + 1]"))
    #expect(store.kept == 2 + 1)
  }

  @Test func theOrderIsThatOfTheGridOnAnyNumberOfWorkers() async {
    let text = """
      ```{sweep} s
      run: sample
      over: {rows: [2000, 3, 500, 7, 900, 11], seed: [2, 1]}
      with: {columns: {x: "normal(0, 1)"}}
      keep: [x]
      ```

      [](=s.rows) [](=s.seed)
      """
    var fingerprints: Set<String> = []
    for workers in [1, 2, 8] {
      var workshop = Workshop()
      workshop.workers = workers
      let report = await workshop.lesson(text)
      #expect(report.messages == [])
      #expect(
        report.values.first == .vector([2000, 2000, 3, 3, 500, 500, 7, 7, 900, 900, 11, 11]))
      fingerprints.insert(report.fingerprint)
    }
    #expect(fingerprints.count == 1)
  }

  @Test func seedsAreAColumnOfTheirOwn() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    let report = await workshop.lesson(
      """
      ```{sweep} s
      run: sample
      over: {rows: [2, 3]}
      with: {seed: 7, columns: {x: "normal(0, 1)"}}
      seeds: 3
      keep: x
      ```

      ```{sample} one
      rows: 3
      columns: {x: "normal(0, 1)"}
      seed: 8
      ```

      [(7, 8, 9, 7, 8, 9)](=s.seed) [yes](<=s.x_5 == one.x>)
      """)
    #expect(report.messages == [])
    #expect(report.claims == "2/0/0")
    #expect(store.kept == 6 + 1)
  }

  @Test func theLessonsSeedStandsWhereNoneIsNamed() async {
    let report = await lesson(
      """
      ---
      title: T
      seed: 5
      ---

      ```{sweep} s
      run: sample
      over: {rows: [2, 3]}
      with: {columns: {x: "normal(0, 1)"}}
      keep: x
      ```

      ```{sample} one
      rows: 3
      columns: {x: "normal(0, 1)"}
      seed: 5
      ```

      [yes](<=s.x_2 == one.x>)
      """)
    #expect(report.claims == "1/0/0")
    #expect(report.run.runs.first?.directives.map(\.impliedSeed) == ["5", nil])
  }

  @Test func laterSweepsUseWhatEarlierOnesGave() async {
    await expect(
      """
      ```{sweep} s
      run: softmax
      over: {temperature: [1, 2]}
      with: {scores: [0, 0]}
      ```

      ```{sweep} t
      run: softmax
      over: {temperature: =s.temperature + 10}
      with: {scores: =s.entropy}
      ```

      [(11, 12)](=t.temperature) [(0.6931, 0.6931)](=t.entropy)
      """, claims: "2/0/0")
  }

  // MARK: Progress

  @Test func runsAreCountedAndNamed() async {
    let told = Mutex<[Progress]>([])
    var workshop = Workshop()
    workshop.workers = 1
    workshop.progress = { progress in told.withLock { $0.append(progress) } }
    _ = await workshop.lesson(
      """
      ```{let}
      n: [1, 2, 3]
      ```

      ```{sweep} s
      run: softmax
      over: {temperature: =n}
      with: {scores: [1, 2]}
      ```
      """)
    var planned = 0
    var titles: [String] = []
    var places: Set<RunPlace> = []
    for progress in told.withLock(\.self) {
      switch progress {
      case .planned(let count): planned += count
      case .began(_, let title): titles.append(title)
      case .ended(let place, let isReused):
        #expect(!isReused)
        places.insert(place)
      case .elsewhere: Issue.record("nothing is done elsewhere")
      }
    }
    #expect(planned == 3)
    #expect(places.count == 3)
    #expect(
      titles == [
        "lesson.md: {sweep} s, temperature 1; 2 left", "lesson.md: {sweep} s, temperature 2; 1 left",
        "lesson.md: {sweep} s, temperature 3",
      ])
  }
}
