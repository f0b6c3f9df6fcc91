import Engine
import Expressions
import LessonTesting
import Mathematics
import Testing

/// `{train}` on rows that are drawn anew for every step, from formulas and from teachers.
@Suite struct TrainDrawTests {
  private static func run(_ parameters: String, name: String = "r") -> String {
    """
    ```{train} \(name)
    draw: {x: "uniform(-1, 1)", z: "uniform(-1, 1)", y: 2*x - z + 0.5}
    inputs: [x, z]
    learning-rate: 0.05
    \(parameters)
    ```


    """
  }

  /// The rule is linear and without noise, so that a linear model finds its three numbers.
  @Test func aFormulaIsLearntFromRowsThatNeverComeTwice() async {
    let found = await numbers(
      [
        "r.predict(0, 0)", "r.predict(1, 0)", "r.predict(0, 1)", "r.parameters", "r.start.loss", "r.end.loss",
      ],
      after: Self.run("target: y\nsteps: 600\nbatch: 32\nschedule: cosine"))
    expectClose(Array(found[0...3]), [0.5, 2.5, -0.5, 3], within: 1e-4)
    #expect(found[4] > 0.5 && found[5] < 1e-8, "\(found)")
  }

  /// 24 steps of 16 rows through a network of widths 2, 3 and 1: 6 weights for each of the 3 in its second layer and 4 for
  /// each of the 6 in its first.
  @Test func rowsAndOperationsAreCounted() async {
    let found = await numbers(
      ["last(r.samples)", "last(r.compute)", "r.samples_1", "length(r.step)", "r.step_3"],
      after: Self.run("target: y\nhidden: [3]\nsteps: 24\nbatch: 16\nrecorded: 4"))
    // 6 · 3 + 4 · 6 for each of 384 rows; steps 1, 24^(1/3) = 2.88, 24^(2/3) = 8.32 and 24.
    #expect(found == [384, 16_128, 16, 4, 8], "\(found)")
  }

  /// Its answers have mean 0 and variance 1 over the rows: what a student who always says 0 has as loss.
  @Test func aTeacherIsScaledAndCanBeTaughtAgain() async {
    let teacher = "teacher: {hidden: [24, 24], seed: 3}"
    let found = await numbers(
      [
        "a.start.loss", "a.end.loss", "b.start.loss - a.start.loss", "c.end.loss", "length(a.teacher.layers)",
      ],
      after: Self.run(teacher + "\nstart: {weights: [[0, 0]], biases: [0]}\nsteps: 1", name: "a")
        + Self.run("teacher: =a.teacher\nstart: {weights: [[0, 0]], biases: [0]}\nsteps: 1", name: "b")
        + Self.run("teacher: =a.teacher\nstart: =a.teacher\nsteps: 1\noptimiser: sgd", name: "c"))
    #expect(abs(found[0] - 1) < 0.05 && found[1] > 0.5, "\(found)")
    // Its own teacher has nothing to learn but the last bit of answers about 1 large, squared: some 2⁻¹⁰⁴.
    #expect(found[2] == 0 && found[3] < 1e-30 && found[4] == 3, "\(found)")
  }

  @Test func networksOfAllSizesSeeTheSameRows() async {
    let still = "teacher: {hidden: [8], seed: 1}\nsteps: 1\nbatch: 8\nlearning-rate: 1e-300"
    func run(_ name: String, _ hidden: String) -> String {
      """
      ```{train} \(name)
      draw: {x: "normal(0, 1)"}
      inputs: [x]
      hidden: \(hidden)
      initialization: zeros
      \(still)
      ```


      """
    }
    let found = await numbers(
      ["a.batch_loss_1 - b.batch_loss_1", "a.start.loss - b.start.loss", "a.batch_loss_1"],
      after: run("a", "[2]") + run("b", "[5, 4]"))
    #expect(found[0] == 0 && found[1] == 0 && found[2] > 0, "\(found)")
  }

  @Test func theSeedDecidesTheRowsAndATeacherWithoutItsOwn() async {
    func run(_ name: String, _ seed: Int) -> String {
      Self.run("teacher: {hidden: [8]}\nhidden: [4]\nsteps: 5\nseed: \(seed)", name: name)
    }
    let found = await numbers(
      ["a.end.loss - b.end.loss", "a.end.loss - c.end.loss"],
      after: run("a", 1) + run("b", 1) + run("c", 2))
    #expect(found[0] == 0 && found[1] != 0)
  }

  /// A warm-up of ten steps begins with a tenth of the rate; Adam's first step is as long as the rate.
  @Test(arguments: [("constant", 0.005), ("inverse-root", 0.005), ("cosine", 0.005)])
  func warmUpsBeginSmall(_ schedule: String, _ first: Double) async {
    let found = await numbers(
      ["r.weights.y.x_1", "r.weights.y.z_1"],
      after: Self.run(
        "target: y\nstart: {weights: [[0, 0]], biases: [0]}\nsteps: 20\nhistory: true\n"
          + "schedule: \(schedule)\nwarmup: 10"))
    expectClose(found, [first, -first], within: 1e-6)
  }

  @Test func classesAreDrawnToo() async {
    await expect(
      """
      ```{train} r
      draw: {x: "uniform(-1, 1)", side: "if(x < 0, \\"left\\", \\"right\\")"}
      inputs: [x]
      target: side
      learning-rate: 0.1
      steps: 200
      recorded: 5
      ```

      [over 95%](=r.end.accuracy)
      """, claims: "1/0/0")
  }

  @Test(arguments: [
    ("target: y\nsteps: 5\norder: ⟦parameter⟧[1, 2]", "no order"),
    ("target: ⟦parameter⟧y\nteacher: {hidden: [4]}\nsteps: 5", "leave one out"),
    ("target: y\ndata: ⟦parameter⟧{x: [1, 2], z: [1, 2], y: [1, 2]}\nsteps: 5", "leave data or draw out"),
    ("target: y\nsteps: 5\nbatch: ⟦parameter⟧20000", "at most 10000 rows"),
    ("target: y\nsteps: 5\nwarmup: ⟦parameter⟧6", "longer than the 5 steps"),
    ("target: y\nsteps: 5\nevery: ⟦parameter⟧2\nrecorded: 3", "leave one out"),
    ("target: y\nsteps: 5\nheld-out: ⟦parameter⟧0", "from 1 to 20000"),
    ("teacher: {hidden: ⟦parameter⟧[0]}\nsteps: 5", "from 1 to 10000 units"),
    ("teacher: ⟦parameter⟧{hidden: [9000, 9000]}\nsteps: 5", "at most 1000000"),
    ("teacher: ⟦parameter⟧{⟦parameter⟧widths: [4]}\nsteps: 5", "hidden"),
  ])
  func mistakesAreAtTheirPlaces(_ parameters: String, saying words: String) async {
    let report = await expect(Self.run(parameters, name: "f"))
    let messages = (report.messages + report.helps.compactMap(\.self)).joined(separator: "\n")
    #expect(messages.contains(words), "\(messages)")
  }

  @Test func withoutRowsOrAimNothingIsLearnt() async {
    let report = await expect(
      "```{⟦parameter⟧⟦parameter⟧train} f\ninputs: x\nlearning-rate: 1\nsteps: 1\n```\n")
    #expect(report.messages.joined().contains("data is missing"))
    #expect(report.messages.joined().contains("target is missing"))
  }

  @Test func onlyDrawnRowsAreHeldOut() async {
    await expect(
      """
      ```{train} f
      data: {x: [1, 2], y: [1, 2]}
      inputs: x
      target: y
      learning-rate: 1
      steps: 1
      held-out: ⟦parameter⟧100
      ```
      """)
  }

  @Test func aLongLessonOfALargeTeacherIsRefused() async {
    let report = await expect(
      """
      ```{⟦experiment⟧train} f
      draw: {x: "uniform(-1, 1)"}
      inputs: x
      teacher: {hidden: [900, 900]}
      learning-rate: 0.1
      steps: 100000
      ```
      """)
    #expect(report.messages.joined().contains("multiplications"))
  }
}
