import Engine
import Expressions
import LessonTesting
import Testing

/// `{transformer}`: what it learns, what it says about it, and what it refuses.
@Suite struct TransformerTests {
  static let animals = """
    ```{transformer} m
    sentences: [the cat sat on the mat, the dog sat on the rug, a bird sang, a bee sang]
    layers: 1
    width: 8
    heads: 2
    steps: 40
    batch: 4
    seed: 3
    ```
    """

  @Test func sizesFollowFromTheSentences() async {
    let found = await numbers(
      [
        "m.parameter_count", "m.uniform_loss - log(11)", "length(m.words)", "m.context", "m.hidden",
        "length(m.losses)", "m.training.count",
      ], after: Self.animals)
    // 11 words and the beginning; per layer 4 (8² + 8) of attention, 2·8·32 + 32 + 8 of the perceptron and 4·8 of the
    // normalisations; tables of (12 + 12 + 6) rows of 8, and a last normalisation of 2·8.
    #expect(found == [288 + 552 + 32 + 240 + 16, 0, 11, 6, 32, 40, 4])
  }

  @Test func theLeastLossIsThatOfWhatTheSentencesLeaveOpen() async {
    // After the beginning "the" or "a", then an animal of two, are open: 2 log 2 in each sentence, and nothing else, but
    // for what ends where: 18 words in all.
    let found = await numbers(
      ["m.least_loss - 8 * log(2) / 18", "m.training.loss - m.least_loss"], after: Self.animals)
    #expect(abs(found[0]) < 1e-15)
    #expect(found[1] > 0)
  }

  @Test func itLearns() async {
    let found = await numbers(
      ["m.losses_1", "last(m.losses)", "m.uniform_loss", "m.training.accuracy", "m.training.last_word_loss"],
      after: Self.animals.replacing("steps: 40", with: "steps: 300"))
    // With weights near 0 all tokens, the beginning among them, are nearly equally likely: log 12.
    #expect(abs(found[0] - 2.485) < 0.02)
    #expect(found[1] < 0.6 && found[1] < found[2])
    #expect(found[3] == 1 && found[4] < 0.5)
  }

  @Test func everyRuleAndSchedule() async {
    for rule in ["adam", "momentum", "sgd"] {
      for schedule in ["cosine", "constant"] {
        let rate = rule == "adam" ? "0.01" : "0.1"
        let found = await numbers(
          ["m.losses_1 - last(m.losses)"],
          after: Self.animals.replacing(
            "seed: 3", with: "optimiser: \(rule)\nschedule: \(schedule)\nlearning-rate: \(rate)"))
        #expect(found.first ?? -1 > 0.1, "\(rule) \(schedule)")
      }
    }
  }

  @Test func theSeedDecidesEverything() async {
    var serial = Workshop()
    serial.workers = 1
    let text = "---\ntitle: T\nseed: 7\n---\n\n" + Self.animals.replacing("seed: 3\n", with: "")
    let (one, other) = (await lesson(text), await serial.lesson(text))
    #expect(one.messages == [] && one.fingerprint == other.fingerprint)
    let third = await lesson(text.replacing("seed: 7", with: "seed: 8"))
    #expect(third.outcomes.first??.results["losses"] != one.outcomes.first??.results["losses"])
  }

  @Test func heldOutSentencesAreWatched() async {
    let text = Self.animals.replacing("seed: 3", with: "seed: 3\nheld-out: [a dog sang, the moon sang]")
    let found = await numbers(
      [
        "m.held_out.count", "m.held_out.loss - last(m.held_out.losses)", "m.held_out.steps_1",
        "last(m.held_out.steps)", "length(m.words)",
      ], after: text)
    #expect(found == [2, 0, 0, 40, 12])
  }

  @Test func aSingleSentenceIsEnough() async {
    let found = await numbers(
      ["m.least_loss", "m.training.accuracy", "m.uniform_loss"],
      after: "```{transformer} m\nsentences: [hello]\nlayers: 1\nwidth: 2\nheads: 1\nsteps: 2\n```")
    #expect(found == [0, 1, 0])
  }

  @Test func mistakes() async {
    let report = await expect(
      """
      ```{transformer}
      sentences: ⟦parameter⟧[]
      ```

      ```{transformer}
      sentences: [a b, ⟦parameter⟧" ", c]
      ```

      ```{transformer}
      sentences: ⟦parameter⟧3
      ```

      ```{transformer}
      sentences: [a b]
      heads: ⟦parameter⟧3
      ```

      ```{transformer}
      sentences: [a b]
      width: ⟦parameter⟧30
      ```

      ```{transformer}
      sentences: [a b]
      steps: ⟦parameter⟧0
      learning-rate: ⟦parameter⟧0
      optimiser: ⟦parameter⟧adamw
      schedule: ⟦parameter⟧linear
      layers: ⟦parameter⟧1.5
      deviation: ⟦parameter⟧0
      ```
      """)
    #expect(report.messages.contains("3 heads cannot share a width of 32"))
    #expect(report.helps.contains("heads can be 1, 2, 3, 5, 6, 10, 15"))
  }

  @Test func divergenceNamesTheStep() async {
    let report = await expect(
      """
      ```{⟦experiment⟧transformer}
      sentences: [a b c]
      layers: 1
      width: 4
      heads: 1
      optimiser: sgd
      schedule: constant
      learning-rate: 1e300
      steps: 5
      ```
      """)
    #expect(report.messages.first?.contains("diverged: after 1 step ") == true)
    #expect(report.helps == ["try a learning-rate ten times smaller"])
  }

  @Test(.timeLimit(.minutes(5))) func hostileSizes() async {
    let many = "```{let}\nv: =linspace(1, 4000, 4000)\n```\n\n"
    let report = await expect(
      many + """
        ```{⟦experiment⟧transformer}
        sentences: [a b]
        width: 256
        ```

        ```{⟦experiment⟧transformer}
        sentences: =v
        width: 16
        batch: 1024
        ```

        ```{⟦experiment⟧transformer}
        sentences: [\(Array(repeating: "a b c d e f g h i j", count: 40).joined(separator: ", "))]
        layers: 5
        width: 64
        steps: 20000
        ```

        ```{transformer}
        sentences: [⟦parameter⟧\(String(repeating: "word ", count: 100))]
        ```

        ```{transformer}
        sentences: ⟦parameter⟧=linspace(1, 30000, 30000)
        ```
        """)
    #expect(report.messages.filter { $0.contains("parameters; at most") }.count == 1)
    #expect(report.helps.contains { $0.hasPrefix("a batch of ") })
    #expect(report.messages.contains { $0.contains("billion operations") })
  }
}
