import Engine
import LessonTesting
import Testing

/// How the sources of facts travel with their values.
@Suite struct ValueSourceTests {
  private let facts = """
    ```{let} gpt3
    source: "@brown2020, table D.1"
    parameters: 174.6e9
    tokens: 300e9
    ```

    ```{table} runs
    source: "@hoffmann2022; @kaplan2020"
    columns: {size: [1, 2], loss: [3, 2]}
    ```

    ```{let}
    own: 2
    operations: =6 * gpt3.parameters * gpt3.tokens
    alias: =gpt3.tokens
    ```
    """

  private func claims(_ text: String, in lesson: Int = 0, of more: [(path: String, text: String)] = []) async
    -> [ClaimRun]
  {
    let report = await Workshop().course(
      [("one.md", facts + "\n\n" + (lesson == 0 ? text : ""))] + (lesson == 0 ? [] : [("two.md", text)]),
      files: [
        "course.yml": """
        title: T
        bibliography: r.yml
        parts:
        - {title: P, lessons: [one.md\(lesson == 0 ? "" : ", two.md")]}
        """, "r.yml": "- id: brown2020\n- id: hoffmann2022\n- id: kaplan2020",
      ])
    #expect(report.messages == [])
    return report.run.runs[lesson].claims
  }

  /// The keys of the works behind a claim, and whether it is a fact as it stands there.
  private func described(_ claim: ClaimRun) -> String {
    (claim.isSourced ? "sourced " : "computed ")
      + claim.sources.map { "\($0.directive)" }.joined(separator: " ")
  }

  /// The numbers are those of the directives above: 0 is gpt3, 1 the table.
  @Test(arguments: [
    ("gpt3.tokens", "sourced 0"), ("gpt3.tokens/1", "computed 0"), ("gpt3.tokens*own", "computed 0"),
    ("own", "computed "),
    ("operations", "computed 0"), ("alias", "computed 0"), ("runs.size_2", "sourced 1"),
    ("sum(runs.loss)", "computed 1"),
    ("gpt3.tokens+runs.size_1", "computed 0 1"), ("2", "computed "),
  ])
  func aClaimNamesItsSources(_ expression: String, _ expected: String) async {
    #expect(await claims("[](=\(expression))").map(described) == [expected])
  }

  @Test func experimentsPassTheirSourcesOn() async {
    let text = """
      ```{fit} line
      data: =runs
      model: loss = a + b * size
      start: {a: 4, b: -1}
      ```

      [](=line.a)
      """
    #expect(await claims(text).map(described) == ["computed 1"])
  }

  @Test func sourcesReachOtherLessons() async {
    let text = "```{use} one.gpt3\nas: model\n```\n\n[300 billion](=model.tokens) [](<=2 * model.tokens>)"
    let found = await claims(text, in: 1)
    #expect(found.map(described) == ["sourced 0", "computed 0"])
    #expect(found.allSatisfy { $0.sources.map(\.lesson) == [0] })
  }

  @Test func answersOfExercisesNameTheirs() async {
    let report = await Workshop().course(
      [
        (
          "one.md",
          facts
            + "\n\n```{exercise}\nquestion: How many?\nanswer: {says: \"300 billion\", is: gpt3.tokens}\n```"
        )
      ],
      files: ["r.yml": ""])
    #expect(report.run.runs[0].answers.map(described) == ["sourced 0"])
    #expect(report.run.runs[0].directives.map { $0.sources.map(\.directive) } == [[0], [1], [0], []])
  }

  @Test func anUnknownKeyInASourceIsReportedAtItsSign() async {
    let report = await Workshop().course(files: [
      "course.yml": "title: T\nbibliography: r.yml\nparts: [{title: P, lessons: [one.md]}]",
      "r.yml": "- id: brown2020",
      "one.md":
        "---\ntitle: T\n---\n\n```{let}\nsource: \"@brown2020; ⟦citation⟧@brwn2020, table 1\"\nx: 1\n```\n\n"
        + "```{softmax}\n⟦parameter⟧source: \"@a\"\nscores: [1, 2]\n```\n",
    ])
    expectMarkedMistakes(report)
    #expect(report.helps.first == "did you mean @brown2020?")
  }
}
