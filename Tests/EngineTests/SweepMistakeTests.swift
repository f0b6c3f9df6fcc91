import LessonTesting
import Testing

/// What may be wrong with a `{sweep}`.
@Suite struct SweepMistakeTests {
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

  @Test func aGridBeyondAllBoundsIsAnError() async {
    let axes = ["temperature", "scores", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
      .map { "\($0): \"=linspace(1, 2, 1000)\"" }.joined(separator: ", ")
    let report = await expect("```{sweep} s\nrun: softmax\nover: ⟦parameter⟧{\(axes)}\n```\n")
    #expect(report.messages.first?.contains("at most 5000") == true, "\(report.messages)")
  }
}
