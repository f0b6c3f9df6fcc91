import LessonTesting
import Testing

/// Results of earlier lessons.
@Suite struct UseTests {
  private let neuron = """
    ```{softmax} model
    scores: {a: 1, b: 2}
    ```

    ```{let}
    slope: 3
    broken: =⟦expression⟧1/0
    ```

    ```{let} d
    good: 5
    bad: =⟦expression⟧log(-1)
    ```
    """

  private func run(_ text: String, claims: String, sourceLocation: SourceLocation = #_sourceLocation) async
    -> Report
  {
    let report = await Workshop().course([
      ("part/neuron.md", neuron), ("part/loss.md", text), ("part/later.md", "```{let}\nx: 1\n```"),
    ])
    expectMarkedMistakes(report, sourceLocation: sourceLocation)
    #expect(report.claims == claims, sourceLocation: sourceLocation)
    return report
  }

  @Test func resultsAndNamesOfEarlierLessons() async {
    // softmax(1, 2): 1 / (1 + exp(1)) = 0.268941421369995120 by mpmath.
    _ = await run(
      """
      ```{use} neuron.model
      ```

      ```{use} neuron.slope
      as: m
      ```

      ```{use} part/neuron.slope
      ```

      ```{use} neuron.d
      ```

      [0.26894](=model.p.a) [3](=m) [3](=slope) [5](=d.good) [6](=2m)
      """, claims: "5/0/0")
  }

  @Test func aUsedResultThatFailedIsNotRun() async {
    _ = await run(
      "```{use} neuron.broken\n```\n\n```{use} neuron.d\n```\n\n[1](=broken) [1](=d.bad) [5](=d.good)",
      claims: "1/0/2")
  }

  @Test func theNearestStemAndNameAreSuggested() async {
    let report = await run(
      """
      ```{use} ⟦parameter⟧nuron.model
      as: n
      ```

      ```{use} ⟦parameter⟧neuron.mdel
      ```

      [1](=n.p.a) [1](=mdel.p.a)
      """, claims: "0/0/2")
    #expect(report.helps.contains("did you mean neuron.model?"))
    #expect(report.helps.filter { $0 == "did you mean neuron.model?" }.count == 2)
  }

  @Test func aLaterLessonAndTheLessonItself() async {
    let report = await run(
      "```{use} ⟦parameter⟧later.x\n```\n\n```{use} ⟦parameter⟧loss.y\n```\n\n[1](=x)", claims: "0/0/1")
    #expect(report.messages.contains("the lesson later does not come before this one"))
  }

  @Test func ambiguousStemsAskForThePath() async {
    let report = await Workshop().course([
      ("a/intro.md", "```{let}\nx: 1\n```"), ("b/intro.md", "```{let}\nx: 2\n```"),
      ("c.md", "```{use} ⟦parameter⟧intro.x\n```\n\n```{use} b/intro.x\nas: y\n```\n\n[2](=y) [1](=x)"),
    ])
    expectMarkedMistakes(report)
    #expect(report.messages == ["intro may be a/intro.md and b/intro.md"])
    #expect(report.claims == "1/0/1")
  }

  @Test func malformedUses() async {
    _ = await run(
      """
      ```{⟦parameter⟧use}
      ```

      ```{use} ⟦parameter⟧neuron
      ```

      ```{use} neuron.slope
      ⟦parameter⟧name: a
      ```

      ```{use} neuron.slope
      as: ⟦parameter⟧2
      ```

      ```{use} neuron.slope
      ⟦parameter⟧- a
      ```
      """, claims: "0/0/0")
  }

  @Test func anUnreadableUseCausesNoFlood() async {
    _ = await run("```{use} neuron.slope\nas: [⟦parameter⟧m\n```\n\n[1](=m) [3](=slope)", claims: "0/0/2")
  }

  @Test func aNameTakenTwiceByAUse() async {
    _ = await run(
      """
      ```{let}
      slope: 1
      ```

      ```{use} ⟦duplicate-name⟧neuron.slope
      ```

      ```{use} neuron.model
      as: ⟦duplicate-name⟧slope
      ```

      [1](=slope)
      """, claims: "1/0/0")
  }

  @Test func usesPassOn() async {
    let report = await Workshop().course([
      ("a.md", "```{let}\nx: 7\n```"), ("b.md", "```{use} a.x\n```"),
      ("c.md", "```{use} b.x\n```\n\n[7](=x)"),
    ])
    expectMarkedMistakes(report)
    #expect(report.claims == "1/0/0")
  }
}
