import Engine
import Expressions
import LessonTesting
import Testing

/// `{states}` and `{umap}`: vectors, how labels separate, and layouts.
@Suite struct StatesTests {
  private static let states = """
    \(TransformerTests.animals)

    ```{states} v
    model: =m
    prompts: [the cat sat on, the dog sat on, a bird, a bee]
    labels: {article: [the, the, a, a], all: [x, x, x, x]}
    neighbours: 1
    ```

    """

  @Test func everyStageHasARowForEachPrompt() async {
    let found = await numbers(
      [
        "length(v.embedding_1)", "length(v.layers)", "length(v.layers_1_4)", "length(v.final_4)",
        "length(v.stages)", "length(v.next)", "length(v.labels.article)",
        // "on" at the fifth position has one vector before any layer.
        "norm(v.embedding_1 - v.embedding_2)",
      ], after: Self.states)
    #expect(found == [8, 1, 8, 8, 3, 4, 4, 0])
  }

  @Test func separationIsTheShareOfLikeNeighbours() async {
    let found = await numbers(
      [
        "v.separation.all_1", "last(v.separation.all)", "v.chance.all", "v.chance.article",
        "last(v.separation.article)", "length(v.separation.article)",
        "v.explained.all_1", "last(v.explained.article)",
      ], after: Self.states)
    // Two pairs of four: of the three others one is alike.
    expectClose(found.dropLast().map(\.self), [1, 1, 1, 1.0 / 3, 1, 3, 0])
    #expect(found[7] > 0 && found[7] < 1)
  }

  @Test func statesWithoutLabels() async {
    let report = await lesson(
      "\(TransformerTests.animals)\n\n```{states} v\nmodel: =m\nprompts: [the]\n```\n\n@fig-m")
    #expect(report.messages == [])
    #expect(report.outcomes.last??.displays.isEmpty == true)
  }

  static let clusters = """
    ```{umap} u
    points:
      x: [0, 0.1, 0.2, 0.15, 9, 9.1, 9.2, 9.15]
      y: [0, 0.2, 0.1, 0.05, 5, 5.2, 5.1, 5.05]
    labels: {side: [a, a, a, a, b, b, b, b], parity: [o, e, o, e, o, e, o, e]}
    neighbours: 3
    seed: 2
    ```
    """

  @Test func layoutsKeepNeighboursTogether() async {
    let found = await numbers(
      ["length(u.x)", "length(u.y)", "u.separation.side", "u.chance.side", "u.trustworthiness"],
      after: Self.clusters)
    expectClose(found.prefix(4).map(\.self), [8, 8, 1, 3.0 / 7])
    #expect(found[4] > 0.8 && found[4] <= 1)
    let report = await lesson(Self.clusters)
    #expect(report.outcomes.first??.displays.count == 1)
    #expect(await lesson(Self.clusters).fingerprint == report.fingerprint)
  }

  @Test func mistakes() async {
    await expect(
      TransformerTests.animals + "\n\n"
        + """
        ```{states}
        model: =m
        prompts: [the cat, the ⟦parameter⟧moon, ⟦parameter⟧a b c d e f g]
        ```

        ```{states}
        model: =m
        prompts: ⟦parameter⟧[]
        ```

        ```{states}
        model: =m
        prompts: [the, a]
        labels: {kind: ⟦parameter⟧[x], other: [x, y]}
        ```

        ```{states}
        model: =m
        prompts: [the, a]
        labels: {kind: ⟦parameter⟧3}
        ```

        ```{states}
        model: =m
        prompts: ⟦parameter⟧[the, a]
        labels: {kind: [x, y]}
        ```

        ```{umap}
        points: ⟦parameter⟧[[1, 2], [3, 4]]
        ```

        ```{umap}
        points: {x: ⟦parameter⟧3}
        ```

        ```{umap}
        points: ⟦parameter⟧{x: [1, 2, 3, 4], y: [1, 2, 3, "=inf"]}
        neighbours: ⟦parameter⟧1
        ```

        ```{umap}
        points: {x: [1, 2, 3, 4], y: [1, 2, 3, 5]}
        neighbours: 2
        labels: {kind: ⟦parameter⟧[a]}
        ```
        """.replacing("{x: ⟦parameter⟧3}", with: "⟦parameter⟧{x: 3}"))
  }

  @Test(.timeLimit(.minutes(5))) func pointsThatCoincide() async {
    await expect("```{umap}\npoints: [[1, 1], [1, 1], [1, 1], [1, 1], [1, 1]]\nneighbours: 3\n```")
    await expect(
      "```{umap}\npoints: {x: ⟦parameter⟧\"=linspace(1, 6000, 6000)\"}\n```".replacing(
        "{x: ⟦parameter⟧", with: "⟦parameter⟧{x: "))
  }
}
