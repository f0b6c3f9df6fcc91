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
    #expect(store.kept == 3)
    let report = await workshop.lesson(Self.sweep("[3, 4, 1, 2]"))
    #expect(store.kept == 4)
    #expect(report.values == [])
    #expect(report.run.runs.first?.directives.first?.isReused == false)
    let again = await workshop.lesson(Self.sweep("[3, 4, 1, 2]"))
    #expect(store.kept == 4)
    #expect(again.run.runs.first?.directives.first?.isReused == true)
  }

  @Test func aRunThatALessonDidIsReused() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    _ = await workshop.lesson("```{softmax}\ntemperature: 2\nscores: [1, 2]\nfig-cap: One.\n```\n")
    #expect(store.kept == 1)
    _ = await workshop.lesson(Self.sweep("[1, =1 + 1]"))
    #expect(store.kept == 2)
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
    #expect(store.kept == 6)
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

  // MARK: Mistakes

  @Test(arguments: [
    "```{⟦parameter⟧sweep} s\nover: {temperature: [1]}\n```\n",
    "```{⟦parameter⟧sweep} s\nrun: softmax\n```\n",
    "```{sweep} s\n⟦parameter⟧- softmax\n```\n",
    "```{sweep} s\nrun: ⟦parameter⟧softmaxx\nover: {temperature: [1]}\n```\n",
    "```{sweep} s\nrun: ⟦parameter⟧let\nover: {temperature: [1]}\n```\n",
    "```{sweep} s\nrun: ⟦parameter⟧sweep\nover: {temperature: [1]}\n```\n",
    "```{sweep} s\nrun: ⟦parameter⟧[softmax]\nover: {temperature: [1]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: ⟦parameter⟧3\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: ⟦parameter⟧=1 + 2\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: ⟦parameter⟧3}\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: ⟦parameter⟧=3}\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: ⟦parameter⟧[]}\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: ⟦parameter⟧[]\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: =linspace(⟦expression⟧1, 2)}\n```\n",
    "```{sweep} s\nrun: softmax\nover: ⟦parameter⟧{temperature: \"=linspace(1, 2, 80)\", "
      + "scores: \"=linspace(1, 2, 80)\"}\n```\n",
    "```{sweep} s\nrun: softmax\nover: [{temperature: 1}, ⟦parameter⟧2]\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover:\n  - {temperature: 1}\n  - {⟦parameter⟧scores: [1], temperature: 3}\n```\n",
    "```{sweep} s\nrun: softmax\nover:\n  - {temperature: 1, scores: [1]}\n  - ⟦parameter⟧{temperature: 3}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {⟦parameter⟧temprature: [1, 2]}\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1, 2]}\nwith:\n  scores: [1, 2]\n  ⟦parameter⟧score: 1\n```\n",
    "```{⟦parameter⟧sweep} s\nrun: softmax\nover: {temperature: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1, ⟦parameter⟧-2, 3, ⟦parameter⟧warm]}\nwith: {scores: [1, 2]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1, 2]}\nwith: {scores: ⟦parameter⟧high}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1]}\nwith:\n  scores: [1]\n  ⟦parameter⟧temperature: 2\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1]}\nwith: ⟦parameter⟧[1]\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1, 2]}\nwith: {scores: [1]}\n⟦parameter⟧scoring: 1\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1]}\nwith: {scores: [1]}\nkeep: [⟦parameter⟧entrpy]\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1]}\nwith: {scores: [1]}\nkeep: [⟦parameter⟧temperature]\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1]}\nwith: {scores: [1]}\nkeep: [p, ⟦parameter⟧p.a]\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1]}\nwith: {scores: [1]}\nkeep: [⟦parameter⟧3]\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1]}\nwith: {scores: [1]}\n⟦parameter⟧seeds: 3\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: [1, =⟦expression⟧heat]}\nwith: {scores: [1]}\n```\n",
    "```{sweep} s\nrun: softmax\nover: {temperature: =⟦expression⟧log(-1)}\nwith: {scores: [1]}\n```\n",
  ])
  func mistakesAreReportedOnceAtTheirPlaces(_ text: String) async {
    await expect(text)
  }

  private static let sample = "columns: {x: \"normal(0, 1)\"}"

  @Test(arguments: [
    "over: {rows: [2]}\nwith: {\(sample)}\nseeds: ⟦parameter⟧1",
    "over: {rows: [2], ⟦parameter⟧seed: [1]}\nwith: {\(sample)}\nseeds: 2".replacing(
      "⟦parameter⟧seed: [1]}", with: "seed: [1]}"
    ).replacing("seeds: 2", with: "seeds: ⟦parameter⟧2"),
    "over: {rows: [2]}\nwith: {\(sample), ⟦parameter⟧seeds: 3}",
    "over: {rows: [2], ⟦parameter⟧seeds: [3]}\nwith: {\(sample)}",
    "over: {rows: [2]}\nwith: {\(sample), seed: ⟦parameter⟧few}\nseeds: 2",
  ])
  func mistakesWithSeeds(_ body: String) async {
    await expect("```{sweep} s\nrun: sample\n\(body)\n```\n")
  }

  @Test func suggestionsAreMade() async {
    let report = await lesson(
      """
      ```{sweep} s
      run: softmaxx
      over: {temperature: [1]}
      ```

      ```{sweep} t
      run: softmax
      over: {temprature: [1]}
      with: {scores: [1, 2]}
      ```

      ```{sweep} u
      run: softmax
      over: {temperature: [1]}
      scores: [1, 2]
      ```

      ```{sweep} v
      run: softmax
      over: {temperature: [1]}
      with: {scores: [1, 2]}
      keep: [entrpy]
      ```
      """)
    #expect(
      report.helps.prefix(3) == [
        "did you mean softmax?", "did you mean temperature?",
        "write it below with:, or below over: with its values",
      ])
    #expect(report.helps.last == "did you mean entropy?")
  }

  /// A rate that makes training diverge, among others that do not.
  private static let training = """
    run: train
    with:
      data: {x: [-3, -1, 2], y: [1, 5, 9]}
      inputs: [x]
      target: y
      optimiser: sgd
      steps: 50
    """

  @Test func pointsThatFailAreCountedAndNamed() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    let report = await workshop.lesson(
      """
      ```{⟦experiment⟧sweep} s
      \(Self.training)
      over: {seed: [1, 2], learning-rate: [0.01, 1e100, 0.02]}
      ```

      [1](=s.end.loss_1)
      """)
    expectMarkedMistakes(report)
    #expect(report.claims == "0/0/1")
    let message = report.messages.first ?? ""
    #expect(message.hasPrefix("with seed 1 and learning-rate 10^100, training diverged"), "\(message)")
    #expect(message.hasSuffix("; 2 of 6 points fail"), "\(message)")
    #expect(store.kept == 4)
  }

  @Test func whatAPartOfTheRunsLacksIsTold() async {
    let report = await expect(
      """
      ```{sweep} s
      run: train
      with:
        inputs: [x]
        steps: 1
        learning-rate: 0.1
      over:
        - {target: y, data: {x: [1, 2], y: [1, 2]}}
        - {target: y, data: {x: [1, 2], y: [a, b]}}
      keep: [end.loss, ⟦parameter⟧end.accuracy]
      ```
      """)
    #expect(
      report.messages.first?.contains("gives no end.accuracy with target y") == true, "\(report.messages)")
    #expect(report.messages.first?.contains("1 of 2 points") == true, "\(report.messages)")
  }

  @Test func nothingIsRunAfterWhatItNeedsHasFailed() async {
    await expect(
      """
      ```{let}
      a: =⟦expression⟧log(-1)
      ```

      ```{sweep} s
      run: softmax
      over: {temperature: =a, ⟦parameter⟧warmth: [1]}
      with: {scores: [1, 2]}
      ```

      [1](=s.entropy_1)
      """, claims: "0/0/1")
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

  @Test func aGridBeyondAllBoundsIsAnError() async {
    let axes = ["temperature", "scores", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
      .map { "\($0): \"=linspace(1, 2, 1000)\"" }.joined(separator: ", ")
    let report = await expect("```{sweep} s\nrun: softmax\nover: ⟦parameter⟧{\(axes)}\n```\n")
    #expect(report.messages.first?.contains("at most 5000") == true, "\(report.messages)")
  }
}
