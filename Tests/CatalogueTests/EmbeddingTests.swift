import Engine
import Expressions
import LessonTesting
import Testing

/// `{embedding}`, and what `{train}` gives it: vectors as inputs, and a layer's values at its frames.
@Suite struct EmbeddingTests {
  /// Two kinds that one coordinate mixes and another parts.
  private static let stages = """
    ```{let}
    mixed: [[0, 1], [1, 0], [2, 1], [3, 0], [0.1, 0], [1.1, 1], [2.1, 0], [3.1, 1]]
    parted: [[0, 0, 0], [0, 1, 0], [1, 0, 0], [1, 1, 0], [9, 9, 9], [9, 8, 9], [8, 9, 9], [8, 8, 9]]
    ```

    ```{embedding} e
    points: [=mixed, =parted]
    labels: [a, a, a, a, b, b, b, b]
    stages: [0, 40]
    stage-name: step
    neighbours: 3
    nearest: 3
    seed: 1
    ```
    """

  @Test func measuresFollowTheStages() async {
    let found = await numbers(
      [
        "length(e.separation)", "e.separation_2", "e.map_separation_2", "e.chance", "length(e.x)",
        "e.dimensions_1", "e.dimensions_2", "e.explained_2 - e.explained_1 > 0.5", "e.separation_1",
      ].map { $0.contains(">") ? "if(\($0.replacing(">", with: "\\>")), 1, 0)" : $0 }, after: Self.stages)
    // Of seven others three are alike.
    expectClose(found.prefix(8).map(\.self), [2, 1, 1, 3.0 / 7, 8, 2, 3, 1])
    #expect(found[8] < 0.6)
  }

  @Test func aFrameForEachStage() async throws {
    let report = await lesson(Self.stages)
    guard case .figure(let figure)? = report.outcomes.last??.displays.first else {
      Issue.record("no figure")
      return
    }
    let captions = try #require(figure.frames?.captions)
    #expect(captions.count == 2)
    #expect(captions[1].hasPrefix("Step 40: 100% like neighbours in 3 dimensions, 100% on the map"))
    #expect(await lesson(Self.stages).fingerprint == report.fingerprint)
  }

  @Test func oneMatrixIsOneStage() async throws {
    let report = await lesson(
      """
      ```{embedding} e
      points: [[0, 0], [0, 1], [1, 0], [9, 9], [9, 8], [8, 9]]
      neighbours: 2
      nearest: 2
      ```

      [1](=length(e.trustworthiness))
      """)
    #expect(report.messages == [] && report.claims == "1/0/0")
    let outcome = try #require(report.outcomes.first ?? nil)
    #expect(outcome.results["separation"] == nil)
    guard case .figure(let figure)? = outcome.displays.first else {
      Issue.record("no figure")
      return
    }
    #expect(figure.frames == nil)
  }

  @Test func mistakesOfEmbeddings() async {
    await expect(
      """
      ```{let}
      a: [[0, 0], [0, 1], [1, 0], [9, 9], [9, 8], [8, 9]]
      b: [[0, 0], [0, 1]]
      ```

      ```{embedding}
      points: ⟦parameter⟧[=a, =b]
      ```

      ```{embedding}
      points: [=a, ⟦parameter⟧=length(b)]
      ```

      ```{embedding}
      points: ⟦parameter⟧=a
      ```

      ```{embedding}
      points: =a
      neighbours: 2
      nearest: 2
      labels: ⟦parameter⟧[x, y]
      stages: ⟦parameter⟧[1, 2]
      ```

      ```{embedding}
      points: ⟦parameter⟧[]
      ```

      ```{embedding}
      points: ⟦parameter⟧[[0, 0], [0, "=inf"]]
      ```

      ```{embedding}
      points: ⟦parameter⟧nothing
      ```
      """)
  }

  // MARK: Training on vectors

  private static let data = """
    ```{let}
    data:
      spot: [[1, 0, 0], [0.9, 0, 0.1], [0, 0, 1], [0.1, 0, 1], [0, 1, 0], [0, 0.9, 0.1]]
      side: [left, left, right, right, middle, middle]
    fresh:
      spot: [[0.95, 0, 0], [0, 0.95, 0]]
    ```


    """

  private static let training = """
    ```{train} r
    data: =data
    inputs: spot
    target: side
    hidden: [5, 4]
    steps: 200
    learning-rate: 0.05
    frames: [0, 10, 200]
    watch: =fresh
    history: false
    seed: 3
    ```
    """

  @Test func aColumnOfVectorsIsTheInput() async {
    let found = await numbers(
      [
        "r.parameters", "r.end.accuracy", "length(r.model.inputs)", "length(r.predict(fresh.spot_1))",
        "r.predict(data.spot_1)_1", "length(r.frames.step)", "r.frames.step_3", "length(r.frames.hidden)",
        "length(r.frames.hidden_1)", "length(r.frames.hidden_{3}_2)", "r.frames.loss_3 - r.end.loss",
        "r.frames.accuracy_3",
      ].map { $0.replacing("hidden_{3}_2", with: "hidden_3_2") }, after: Self.data + Self.training)
    // (3 + 1)·5 + (5 + 1)·4 + (4 + 1)·3 = 59.
    expectClose(
      [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11].map { found[$0] }, [59, 1, 3, 3, 3, 200, 3, 2, 4, 0, 1])
    #expect(found[4] > 0.9)
  }

  @Test func hiddenValuesAreThoseOfTheModel() async {
    let found = await numbers(
      [
        """
        norm(relu(dot(r.model.layers_2.weights, relu(dot(r.model.layers_1.weights, fresh.spot_2) \
        + r.model.layers_1.biases)) + r.model.layers_2.biases) - r.frames.hidden_3_2)
        """
      ], after: Self.data + Self.training)
    #expect(found.count == 1 && found[0] < 1e-12)
  }

  @Test func modelsOfVectorsAreHandedOn() async {
    await expect(
      """
      \(Self.data)\(Self.training)

      ```{train} more
      data: =data
      inputs: spot
      target: side
      start: =r.model
      steps: 2
      learning-rate: 0.001
      history: false
      ```

      ```{slice} s
      model: =r.model
      data: =data
      target: side
      points: 3
      ```

      [yes](<=more.start.loss == r.end.loss>) [yes](<=s.centre == r.end.loss>)
      """, claims: "2/0/0")
  }

  @Test func mistakesOfTrainingOnVectors() async {
    func expectMistake(
      _ body: String, saying words: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async {
      let report = await expect(
        Self.data + "```{train} r\ndata: =data\ntarget: side\nsteps: 4\nlearning-rate: 1\n\(body)\n```",
        sourceLocation: sourceLocation)
      let messages = (report.messages + report.helps).joined(separator: "\n")
      #expect(messages.contains(words), "\(messages)", sourceLocation: sourceLocation)
    }
    await expectMistake("inputs: spot\nhidden: [2]\nwatch: ⟦parameter⟧=fresh", saying: "add frames")
    await expectMistake("inputs: spot\nframes: 2\nwatch: ⟦parameter⟧=fresh", saying: "no hidden layer")
    await expectMistake("inputs: spot\nframes: 2\nmap: ⟦parameter⟧[a, b]", saying: "spot, a vector")
    await expectMistake("inputs: {u: ⟦expression⟧2}", saying: "no column of numbers")
    await expectMistake("inputs: [⟦expression⟧side]", saying: "something else than numbers")
    await expectMistake("inputs: [⟦expression⟧spot, ⟦expression⟧side]", saying: "vectors are the only input")
    let wide = "watch: ⟦parameter⟧{spot: [[1, 2], [3, 4]]}"
    await expectMistake("inputs: spot\nhidden: [2]\nframes: 2\n\(wide)", saying: "have 2 entries")
    await expect(
      """
      ```{⟦experiment⟧train}
      data: {spot: [[1, 2], [3, "=inf"]], side: [a, b]}
      inputs: spot
      target: side
      steps: 4
      learning-rate: 1
      ```
      """)
  }

  @Test func aTableOfVectorsAloneHasNothingToFit() async {
    await expect(
      Self.data + "```{fit} f\ndata: =data\nmodel: ⟦expression⟧y = a*⟦expression⟧spot\nstart: {a: 1}\n```")
  }
}
