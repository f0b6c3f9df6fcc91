import LessonTesting
import Testing

/// What a mistake is told, where the obvious message would mislead.
@Suite struct ExplanationTests {
  @Test(arguments: ["2a", "a-b", "not"])
  func aResultThatCannotBeANameIsReportedAtItsWord(_ word: String) async {
    await expect("```{softmax} ⟦parameter⟧\(word)\nscores: [1, 2]\n```")
  }

  @Test func anExpressionThatYAMLEndedAtACommaIsOneMistake() async {
    let report = await expect(
      """
      ```{plot}
      series:
        - {x: =linspace(0.0⟦expression⟧1, 1, 200), y: [1], label: a}
      ```
      """)
    #expect(report.helps.first?.contains("put the expression in quotes") == true)
  }

  @Test func aTextThatReadsAsArithmeticIsAskedForItsEqualsSign() async {
    let report = await expect("```{let}\nw: 3 * 4\n```\n\n[⟦claim⟧12](=w)", claims: "0/1/0")
    #expect(report.helps.first == "where it is defined, is an = missing? =3 * 4")
  }

  @Test func aLessonsOwnYServesAnExpressionForY() async {
    await expect(
      """
      ```{let}
      y: [1, 2]
      ```

      ```{plot}
      series: [{x: [1, 2], y: =2 * y - x}]
      ```
      """)
  }

  @Test func aFailedNameDoesNotKeepAPlotFromUsingItsOwn() async {
    await expect(
      """
      ```{let}
      x: =⟦expression⟧1/0
      ```

      ```{plot}
      series: [{x: [1, 2], y: x^2, kind: ⟦parameter⟧dots}]
      ```
      """)
  }
}
