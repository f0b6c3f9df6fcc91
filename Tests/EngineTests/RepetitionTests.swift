import Expressions
import LessonTesting
import Testing

/// `seeds: 20`: one directive, many runs.
@Suite struct RepetitionTests {
  private static let data = "data: {x: [-3, -2, -1, 1, 2, 3], side: [left, left, left, right, right, right]}"
  private static let parameters = """
    \(data)
    inputs: [x]
    target: side
    steps: 5
    learning-rate: 0.1
    """

  @Test func eachRunHasTheSeedThatFollows() async {
    await expect(
      """
      ```{train} one
      \(Self.parameters)
      seed: 8
      ```

      ```{train} many
      \(Self.parameters)
      seed: 7
      seeds: 3
      fig-cap: The first of [3](=length(many)) runs.
      ```

      [yes](<=many_2.end.loss == one.end.loss and many_1.end.loss != one.end.loss>)
      [yes](<=many.end.loss_2 == one.end.loss>) [3](=length(many.end.accuracy)) [3](<=count(many.end.loss \\> 0)>)
      """, claims: "5/0/0")
  }

  @Test func theLessonsSeedIsTheFirst() async {
    await expect(
      """
      ---
      title: T
      seed: 8
      ---

      ```{train} one
      \(Self.parameters)
      ```

      ```{train} many
      \(Self.parameters)
      seeds: 2
      ```

      [yes](<=many_1.end.loss == one.end.loss>)
      """, claims: "1/0/0")
  }

  @Test func aRunMoreLeavesTheOthersAlone() async {
    func text(_ seeds: Int) -> String { "```{train} many\n\(Self.parameters)\nseeds: \(seeds)\n```\n" }
    let store = MemoryStore()
    var workshop = Workshop()
    workshop.store = store
    _ = await workshop.lesson(text(3))
    #expect(store.kept == 3)
    _ = await workshop.lesson(text(4))
    #expect(store.kept == 4)
  }

  @Test(arguments: ["1", "201", "2.5", "many", "[1, 2]", "=2 + 1", "-3"])
  func theNumberIsWrittenOut(_ seeds: String) async {
    await expect("```{train} many\n\(Self.parameters)\nseeds: ⟦parameter⟧\(seeds)\n```\n")
  }

  @Test func whatDrawsNothingHasNoSeeds() async {
    await expect("```{softmax} s\nscores: [1, 2]\n⟦parameter⟧seeds: 3\n```\n")
  }

  @Test func aNameOfALetMayBeCalledSo() async {
    await expect("```{let}\nseeds: 3\n```\n\n[3](=seeds)", claims: "1/0/0")
  }

  /// A rate that makes every run diverge.
  private static let diverging = """
    data: {x: [-3, -1, 2], y: [1, 5, 9]}
    inputs: [x]
    target: y
    optimiser: sgd
    steps: 50
    learning-rate: 1e100
    """

  @Test func failuresAreReportedOnceWithTheirSeed() async {
    let report = await expect(
      "```{⟦experiment⟧train} many\n\(Self.diverging)\nseeds: 3\n```\n\n[1](=many.end.loss_1)",
      claims: "0/0/1")
    #expect(report.messages.count == 1)
    #expect(report.messages.first?.contains("with seed 0, training diverged") == true, "\(report.messages)")
    #expect(report.messages.first?.contains("3 of 3 seeds fail") == true, "\(report.messages)")
  }

  @Test func mistakesAreReportedOnce() async {
    let report = await expect(
      "```{train} many\n\(Self.data)\ninputs: [x]\ntarget: side\nsteps: ⟦parameter⟧none\n"
        + "learning-rate: =⟦expression⟧rate\nseeds: 3\n```\n")
    #expect(report.messages.count == 2)
  }
}
