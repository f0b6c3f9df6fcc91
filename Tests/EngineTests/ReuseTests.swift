import Engine
import Expressions
import LessonTesting
import Testing

/// Outcomes are reused when and only when nothing that they depend on has changed.
@Suite struct ReuseTests {
  private static let text = """
    ```{let}
    score: 2
    other: 5
    ```

    ```{softmax} s
    scores: {a: 1, b: =score}
    fig-cap: Before.
    fig-width: 500
    ```

    ```{table} t
    file: data.csv
    ```

    ```{plot} p
    series: [{x: [1, 2, 3], y: score*x}]
    ```

    [](=s.p.a) [](=t.x_1)
    """
  private static let data = ["data.csv": "x,y\n1,2\n3,4\n"]

  /// How many experiments run again after a change.
  private func rerun(
    changing old: String, to new: String, files: [String: String] = data, program: String = "test",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async -> Int {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    let first = await workshop.lesson(Self.text, files: Self.data)
    #expect(first.messages == [] && store.kept == 3, sourceLocation: sourceLocation)
    workshop.program = program
    let text = Self.text.replacing(old, with: new)
    #expect(text != Self.text || old == new, sourceLocation: sourceLocation)
    let second = await workshop.lesson(text, files: files)
    #expect(second.messages == [] && store.asked == 6, sourceLocation: sourceLocation)
    var fresh = workshop
    fresh.store = NoResultStore()
    let computed = await fresh.lesson(text, files: files)
    #expect(
      second.outcomes == computed.outcomes && second.values == computed.values, sourceLocation: sourceLocation
    )
    let reused = second.run.runs.flatMap(\.directives).count { $0.run?.isReused == true }
    #expect(reused == 6 - store.kept, sourceLocation: sourceLocation)
    return store.kept - 3
  }

  @Test func nothingChanged() async {
    #expect(await rerun(changing: "", to: "") == 0)
  }

  @Test func whatNothingDependsOn() async {
    #expect(await rerun(changing: "Before", to: "After") == 0)
    #expect(await rerun(changing: "other: 5", to: "other: 6") == 0)
    #expect(await rerun(changing: "} s\n", to: "} s\necho: true\n") == 0)
    #expect(await rerun(changing: "```{let}", to: "A line more.\n\n```{let}") == 0)
    #expect(await rerun(changing: "score: 2", to: "score: =1 + 1") == 0)
  }

  @Test func aParameter() async {
    #expect(await rerun(changing: "a: 1", to: "a: 1.5") == 1)
    #expect(await rerun(changing: "fig-cap", to: "temperature: 2\nfig-cap") == 1)
    #expect(await rerun(changing: "y: score*x", to: "y: score*x + 1") == 1)
    #expect(await rerun(changing: "y: score*x", to: "kind: points, y: score*x") == 1)
  }

  @Test func aValueThatIsUsed() async {
    #expect(await rerun(changing: "score: 2", to: "score: 3") == 2)
  }

  @Test func theSizeOfTheFigure() async {
    #expect(await rerun(changing: "fig-width: 500", to: "fig-width: 501") == 1)
  }

  @Test func aDataFile() async {
    #expect(await rerun(changing: "", to: "", files: ["data.csv": "x,y\n1,2\n3,5\n"]) == 1)
  }

  @Test func theProgram() async {
    #expect(await rerun(changing: "", to: "", program: "another") == 3)
  }

  @Test func failedRunsAreNeverKept() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    let text = "```{chain} c\nblocks: [y = log(x)]\nat: {x: -1}\n```"
    for _ in 0..<2 {
      let report = await workshop.lesson(text)
      #expect(report.run.diagnostics.count == 1)
    }
    #expect(store.kept == 0 && store.asked == 2)
  }

  @Test(arguments: ["", "{}", "null", "\u{0}", "[[[[", "{\"results\": 3}"])
  func aDamagedOutcomeIsIgnored(_ damage: String) async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    let first = await workshop.lesson(Self.text, files: Self.data)
    store.damage { _ in Array(damage.utf8) }
    let second = await workshop.lesson(Self.text, files: Self.data)
    #expect(second.messages == [] && store.kept == 6)
    #expect(first.fingerprint == second.fingerprint)
  }

  @Test func halfAnOutcomeIsIgnored() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    _ = await workshop.lesson(Self.text, files: Self.data)
    store.damage { Array($0.prefix($0.count / 2)) }
    _ = await workshop.lesson(Self.text, files: Self.data)
    #expect(store.kept == 6)
  }

  /// An experiment whose results are the numbers that are hardest to keep.
  private struct Extremes: Experiment {
    static let summary = "Gives extreme numbers."
    static let results = [ResultDescription("n", "Numbers.")]
    static let example = ""

    static let numbers = [
      -0.0, Double.leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
      .greatestFiniteMagnitude, 0.1, 1.0 / 3, 1e21, 1e-7,
      123_456_789_012_345_680, .infinity, -.infinity,
    ]

    func run(in context: Context) throws -> Outcome {
      let matrix = Matrix(rows: 2, columns: 1, entries: [0.1, -0.0])
      return Outcome(
        Record([
          ("n", .vector(Self.numbers)), ("text", .text("inf \u{0}\u{1F}\u{2028} \"\\ é 😀")),
          ("one", .number(-0.0)), ("list", .list([.boolean(true), .record(Record([("", .number(.nan))]))])),
          ("m", matrix.map(Value.matrix) ?? .list([])),
          ("f", .function(Function(parameters: ["x"], formula: "2x", constants: Record()))),
        ]))
    }
  }

  @Test func everyNumberComesBackBitForBit() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    workshop.experiments = [Extremes.self]
    for isReused in [false, true] {
      let report = await workshop.lesson("```{extremes} x\n```\n\n[6](=x.f\\(3\\))")
      #expect(report.messages == [])
      guard let results = report.outcomes.first??.results, case .vector(let numbers)? = results["n"] else {
        Issue.record("there are no results")
        return
      }
      #expect(numbers.map(\.bitPattern) == Extremes.numbers.map(\.bitPattern))
      #expect(report.run.runs[0].directives[0].run?.isReused == isReused)
      guard case .number(let zero)? = results["one"] else { return }
      #expect(zero.sign == .minus)
      #expect(results["text"] == .text("inf \u{0}\u{1F}\u{2028} \"\\ é 😀"))
    }
  }

  /// An experiment that evaluates an expression when it runs.
  private struct Evaluation: Experiment {
    static let summary = "Evaluates an expression."
    static let results = [ResultDescription("value", "The value.")]
    static let example = "of: 1 + 1"

    @Parameter("What is evaluated.")
    var of: Formula

    func run(in context: Context) throws -> Outcome {
      Outcome(Record([("value", try of.evaluate())]))
    }
  }

  @Test func aFormulaBehindADerivativeIsPartOfTheKey() async {
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    workshop.experiments = [Evaluation.self]
    // Both are 4 at 2; their slopes are 4 and 2 there.
    for (formula, slope) in [("w^2", 4), ("2w", 2), ("w^2", 4)] {
      let report = await workshop.lesson(
        """
        ```{let}
        w: 2
        L: =\(formula)
        ```

        ```{evaluation} x
        of: d(L, w)
        ```

        [\(slope)](=x.value)
        """)
      #expect(report.messages == [] && report.claims == "1/0/0")
    }
    #expect(store.kept == 2)
  }
}
