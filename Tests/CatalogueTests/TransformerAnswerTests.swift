import LessonTesting
import Testing

/// `{transformer}` with answers: what is learned, and how whole answers are scored.
@Suite struct TransformerAnswerTests {
  private func model(_ options: String) -> String {
    """
    ```{transformer} m
    sentences: [a b = c d, b a = d c]
    layers: 1
    width: 8
    heads: 2
    steps: 200
    seed: 1
    \(options)
    ```
    """
  }

  @Test func onlyAnswersAreLearned() async {
    let found = await numbers(
      ["m.least_loss", "m.training.loss", "m.training.word_accuracy", "m.training.exact_match"],
      after: model("answer-after: =\"=\""))
    // The first word decides everything behind the sign, so that nothing is left open there.
    #expect(found[0] == 0 && found[1] < 0.1 && found[2] == 1 && found[3] == 1, "\(found)")
    let whole = await numbers(
      ["m.least_loss", "m.training.exact_match"], after: model("held-out: [a b = c d]"))
    // The first of five words is one of two, log 2 / 5, and the model can be right about it in one sentence only.
    #expect(abs(whole[0] - 0.13862943611198906) < 1e-15 && whole[1] <= 0.5, "\(whole)")
  }

  @Test func heldOutAnswersAreWatched() async {
    let found = await numbers(
      [
        "length(m.held_out.exact_matches) - length(m.held_out.steps)",
        "last(m.held_out.exact_matches) - m.held_out.exact_match",
        "last(m.held_out.word_accuracies) - m.held_out.word_accuracy",
        "count(m.held_out.exact_matches \\> m.held_out.word_accuracies)", "m.held_out.word_accuracy",
        "m.held_out.place_accuracy_1", "last(m.held_out.place_accuracies_2)",
      ], after: model("answer-after: =\"=\"\nheld-out: [a b = c c, b a = d d]"))
    // The model says c d and d c: each answer is right at its first place and wrong at its second.
    #expect(found == [0, 0, 0, 0, 0.5, 1, 0])
  }

  @Test func aSentenceWithoutAnAnswerIsAMistake() async {
    let report = await expect(
      """
      ```{transformer}
      sentences: [a = b, ⟦parameter⟧a b, ⟦parameter⟧a b =]
      answer-after: ="="
      ```

      ```{transformer}
      sentences: [a = b]
      held-out: [⟦parameter⟧b]
      answer-after: ="="
      ```
      """)
    #expect(report.messages.allSatisfy { $0.contains("there is no word behind “=”") })
  }
}
