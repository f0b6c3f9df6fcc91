import Engine
import Expressions
import LessonTesting
import Testing

/// `{attention}` and `{gradients}` on a tiny model.
@Suite struct AttentionTests {
  private static let attention = """
    \(TransformerTests.animals)

    ```{attention} a
    model: =m
    prompt: the cat sat on the
    top: 3
    ```

    """

  private func gradients(_ rest: String) -> String {
    "\(TransformerTests.animals)\n\n```{gradients} g\nmodel: =m\nprompt: the cat sat on the\ntarget: mat\n\(rest)\n```"
  }

  @Test func patternsAreDistributionsOverWhatCameBefore() async {
    let found = await numbers(
      [
        "sum(a.layers_1.heads_1.pattern_1)", "a.layers_1.heads_1.pattern_{1,1}",
        "sum(a.layers_1.heads_2.pattern_{4}) - 1", "a.layers_1.heads_2.pattern_{4,5}",
        "length(a.layers)", "length(a.layers_1.heads)",
        "a.layers_1.heads_2.reads.cat - a.layers_1.heads_2.pattern_{6,3}",
        "a.layers_1.heads_2.reads.\"the (2)\" - a.layers_1.heads_2.pattern_{6,6}",
        "sum(a.layers_1.heads_1.reads) - 1",
      ], after: Self.attention)
    expectClose(found, [1, 1, 0, 0, 1, 2, 0, 0, 0], within: 1e-14)
  }

  @Test func predictionsAreByWord() async {
    let report = await lesson(
      Self.attention
        + "[](=a.top) [](=a.next_1) [](=length\\(a.next\\)) [](<=max\\(a.p\\) - a.p.mat>) [](=sum\\(a.p\\))"
        + " [](=a.words_1) [](=a.words_6)".replacing(")[", with: ") ["))
    #expect(report.messages == [])
    let inserted = report.inserted
    #expect(inserted.first == inserted[1] && inserted[2] == "3")
    #expect(inserted[5] == "(begin)" && inserted[6] == "the (2)")
    guard case .number(let sum)? = report.values[4] else { return }
    // The rest is the beginning's, which never comes next.
    #expect(sum < 1 && sum > 0.8)
  }

  @Test func aModelGoesToOtherLessons() async {
    let report = await Workshop().course([
      ("one.md", TransformerTests.animals),
      (
        "two.md",
        "```{use} one.m\n```\n\n```{attention} a\nmodel: =m\nprompt: a bird\n```\n\n[](=a.p.sang)"
      ),
    ])
    #expect(report.messages == [])
    #expect(report.outcomes.compactMap(\.self).count == 2)
  }

  @Test func aShortStepFollowsTheGradient() async {
    // To first order the loss falls by the learning rate times the square of the gradient's length.
    let found = await numbers(
      [
        "(g.loss - g.after.loss) / (1e-6 * g.norm^2)", "g.predicted_loss - (g.loss - 1e-6 * g.norm^2)",
        "g.loss + log(g.p)", "g.after.loss + log(g.after.p)",
      ], after: gradients("learning-rate: 1e-6"))
    expectClose(found, [1, 0, 0, 0], within: 1e-4)
  }

  @Test func sharesAddUpToOne() async {
    let found = await numbers(
      [
        "sum(g.shares)", "g.layers_1.query.share - g.layers_1.query.norm^2 / g.norm^2",
        "g.layers_1.mlp_in.share - g.shares.mlp_in",
        // What is no layer's are the tables and the last normalisation.
        "sum(g.layer_shares) + g.shares.embeddings + g.shares.positions + g.shares.unembedding + g.shares.norms"
          + " - g.layers_1.norms.share",
      ], after: gradients(""))
    expectClose(found, [1, 0, 0, 1], within: 1e-14)
  }

  @Test func thePercentileDecidesHowManyAreDrawn() async {
    // Of 12·8 + 6·8 + 12·8 entries of tables, 4·8² of attention and 2·8·32 of the perceptron, 1008 in all, a tenth.
    let kinds = ["query", "key", "value", "output", "mlp_in", "mlp_out"]
    let sum = kinds.map { "g.layers_1.\($0).above" }.joined(separator: " + ")
    let found = await numbers([sum], after: gradients("percentile: 90"))
    #expect(found.first ?? 0 > 0 && found.first ?? 0 <= 102)
  }

  @Test func mistakes() async {
    let report = await expect(
      Self.attention + """
        ```{attention}
        model: =m
        prompt: the ⟦parameter⟧catt sat
        ```

        ```{attention}
        model: =m
        prompt: ⟦parameter⟧the cat sat on the mat
        ```

        ```{attention}
        model: ⟦parameter⟧3
        prompt: the
        layers: ⟦parameter⟧two
        ```

        ```{attention}
        model: =m
        prompt: the
        layers: ⟦parameter⟧[2]
        ```

        ```{gradients}
        model: =m
        prompt: the cat
        target: ⟦parameter⟧xylophone
        ```

        ```{gradients}
        model: =m
        prompt: the cat
        target: ⟦parameter⟧the mat
        ```

        ```{gradients}
        model: =m
        prompt: the cat
        target: sat
        learning-rate: ⟦parameter⟧1e300
        ```

        ```{attention}
        model: ⟦parameter⟧{words: [a], context: 2, layers: 1, width: 2, heads: 1, hidden: 2, weights: {}}
        prompt: a
        ```

        ```{attention}
        model: ⟦parameter⟧{words: [a], context: 64, layers: 1e9, width: 2e9, heads: 1, hidden: 1e18, weights: 1}
        prompt: a
        ```
        """)
    #expect(report.helps.contains("did you mean cat?"))
    #expect(report.messages.contains("the prompt has 6 words; the model has room for 5"))
    #expect(report.messages.contains("expected one word, found 2"))
  }

  @Test func anEmptyPromptIsABeginning() async {
    let found = await numbers(
      ["a.layers_1.heads_1.pattern_{1,1}"],
      after: "\(TransformerTests.animals)\n\n```{attention} a\nmodel: =m\nprompt: \"\"\n```")
    #expect(found == [1])
  }

  @Test func tooManyPanels() async {
    let model = TransformerTests.animals.replacing("layers: 1", with: "layers: 12").replacing(
      "steps: 40", with: "steps: 1")
    let report = await expect(
      model + "\n\n" + """
        ```{⟦experiment⟧gradients}
        model: =m
        prompt: a bird
        target: sang
        ```

        ```{gradients} g
        model: =m
        prompt: a bird
        target: sang
        layers: [1, 12]
        pool: 1
        percentile: 100
        ```
        """)
    #expect(report.helps == ["choose some, such as layers: [1, 12]"])
  }
}
