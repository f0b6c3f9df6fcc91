import LessonTesting
import Mathematics
import Testing

@Suite struct SliceTests {
  @Test func aLossThatIsNoNumberIsAMistake() async {
    let report = await expect(
      """
      ```{train} r
      data: {x: [-1, 0, 1], y: [1, 2, 4]}
      inputs: [x]
      target: y
      steps: 2
      learning-rate: 0.1
      ```

      ```{slice} s
      model: =r.model
      data: {x: [-1, 0, 1], y: [1, 2, 4]}
      target: y
      range: ⟦parameter⟧[-1e300, 1e300]
      ```
      """)
    #expect(report.messages.first?.contains("the loss is no finite number at") == true)
  }

  private static let runs = """
    ```{table} t
    columns: {x: [-2, -1, 1, 2], y: [0.5, 1, 3, 4]}
    ```

    ```{train} a
    data: =t
    inputs: [x]
    target: y
    start: {weights: [1], biases: [0]}
    optimiser: sgd
    learning-rate: 0.05
    steps: 3
    ```

    ```{train} b
    data: =t
    inputs: [x]
    target: y
    optimiser: sgd
    learning-rate: 0.05
    steps: 3
    ```


    """

  /// Between two networks without hidden layers the loss is a parabola through the losses of both.
  @Test func theWayBetweenNetworksEndsAtBoth() async {
    let found = await numbers(
      [
        "s.loss_1 - last(a.loss)", "s.loss_3 - last(b.loss)", "s.centre - last(a.loss)", "s.at_2",
        "s.parameters",
      ],
      after: Self.runs + """
        ```{slice} s
        model: =a.model
        toward: =b.model
        data: =t
        target: y
        range: [0, 1]
        points: 3
        ```
        """)
    expectClose(found, [0, 0, 0, 0.5, 2], within: 1e-14)
  }

  @Test func planesHaveTheNetworkInTheirMiddle() async {
    let found = await numbers(
      ["s.loss_{3, 3} - s.centre", "min(s.lowest, s.centre) - s.lowest"],
      after: Self.runs + """
        ```{slice} s
        model: =a.model
        data: =t
        target: y
        directions: 2
        points: 5
        ```
        """)
    expectClose(found, [0, 0], within: 1e-14)
  }

  @Test func mistakes() async {
    func expectMistake(_ parameters: String, _ words: String) async {
      let report = await expect(Self.runs + "```{slice} s\n\(parameters)\n```")
      #expect(report.messages.joined().contains(words), "\(report.messages)")
    }
    await expectMistake("model: ⟦parameter⟧3\ndata: =t\ntarget: y", "a trained model")
    await expectMistake(
      "model: =a.model\ndata: ⟦parameter⟧{u: [1], y: [2]}\ntarget: y", "no column of numbers is called x")
    await expectMistake(
      "model: ⟦parameter⟧=a.model\ndata: {x: [1, 2], y: [p, q]}\ntarget: y", "does not say classes")
    await expectMistake("model: =a.model\ndata: =t\ntarget: y\nrange: ⟦parameter⟧[1, 0]", "the smaller first")
    await expectMistake("model: =a.model\ndata: =t\ntarget: y\ninputs: ⟦parameter⟧[x, y]", "takes 1 inputs")
  }
}
