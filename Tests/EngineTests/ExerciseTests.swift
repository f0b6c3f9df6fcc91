import Engine
import LessonFormat
import LessonTesting
import Testing

/// Exercises: Markdown at its own places, answers held to their values.
@Suite struct ExerciseTests {
  @Test func anAnswerIsAClaim() async {
    let report = await expect(
      """
      ```{let}
      p: =softmax(1, 2, 1)
      ```

      ```{exercise} slope
      question: How fast does $8x$ grow?
      answer: {says: "8", is: d(8x, x)}
      ```

      ```{exercise} share
      question: Which share?
      answer:
        says: 57.6%
        is: =p_2
      ```

      ```{exercise} top
      question: Where is it, give or take 2?
      answer: {says: 40, is: argmax(p) * 20.5, tolerance: ±2}
      ```

      @exr-slope, @exr-share and @exr-top
      """, claims: "3/0/0")
    #expect(report.run.claims.held == 3)
    let numbering = report.run.labels.numbering(of: 0)
    #expect(numbering.exercises.mapValues(\.place) == [1: 1, 2: 2, 3: 3])
  }

  @Test func exactlyOneChoiceHolds() async {
    let report = await expect(
      """
      ```{exercise} e
      question: Which?
      is: d(8x, x)
      choices: [{says: "2"}, {says: about 20}, {says: "$8$"}, {says: less than **8**}]
      ```

      ```{exercise} f
      question: Which?
      answer:
        is: 1 < 2
        choices:
          - says: indeed
          - says: never
      ```
      """, claims: "2/0/0")
    let keys = report.run.runs.flatMap(\.directives).map(\.exercise?.key)
    guard case .choice(let first)? = keys.first, case .choice(let second)? = keys.last else {
      Issue.record("no choice is right: \(keys)")
      return
    }
    #expect((first, second) == (2, 0))
  }

  @Test func answersThatDoNotHoldAreReportedAtTheirTexts() async {
    let report = await expect(
      """
      ```{exercise} a
      question: Which?
      answer: {says: "⟦claim⟧9", is: d(8x, x)}
      ```

      ```{exercise} b
      question: Which?
      is: d(8x, x)
      choices: ⟦claim⟧[{says: "6"}, {says: "7"}]
      ```

      ```{exercise} c
      question: Which?
      is: d(8x, x)
      choices:
        - says: 8
        - says: 9
        - says: "⟦claim⟧8.0"
        - says: ⟦claim⟧Paris
      ```

      @exr-a @exr-b @exr-c ⟦reference⟧@exr-d ⟦reference⟧@fig-a
      """, claims: "0/3/0")
    #expect(
      report.messages == [
        "claimed 9, computed 8 — 8 would hold", "none of the choices holds: computed 8",
        "“8.0” holds, and so does “8”: computed 8", "“Paris” is no claim about a number",
        "nothing is labelled exr-d", "nothing is labelled fig-a",
      ])
    #expect(report.helps[0] == "gradus check --fix rewrites it")
    #expect(report.helps[1] == "exactly one must hold; 8 would")
  }

  @Test func whatCannotBeEvaluatedIsNotRun() async {
    await expect(
      """
      ```{softmax} s
      scores: ⟦parameter⟧nothing
      ```

      ```{exercise}
      question: Which?
      answer: {says: "9", is: 1 + ⟦expression⟧later}
      ```

      ```{exercise}
      question: Which?
      is: 2*⟦expression⟧log(-1)
      choices: [{says: "9"}, {says: "7"}]
      ```

      ```{exercise}
      question: Which?
      answer: {says: "9", is: s.p_1}
      ```

      ```{let}
      later: 1
      ```
      """, claims: "0/0/3")
  }

  @Test func aNameIsTakenButHasNoValue() async {
    let report = await expect(
      """
      ```{exercise} e
      question: Of which number is the natural logarithm 1? Of [2.72](=e).
      answer: {says: "2.718", is: e}
      ```

      ```{exercise} ⟦duplicate-name⟧e
      question: Again?
      solution: Yes.
      ```

      ```{let}
      ⟦duplicate-name⟧e: 3
      a: =e
      ```

      ```{exercise} ⟦duplicate-name⟧a
      question: Again?
      solution: Yes.
      ```
      """, claims: "2/0/0")
    #expect(report.messages.first == "e is taken, on line 5")
  }

  @Test func parametersThatAreWrongAreReportedWhereTheyStand() async {
    let report = await expect(
      """
      ```{⟦parameter⟧exercise} a
      ⟦parameter⟧questoin: Which?
      answer: {says: "8", is: 8}
      ```

      ```{⟦parameter⟧exercise} b
      question: ⟦parameter⟧[a, b]
      ```

      ```{exercise} c
      ⟦parameter⟧question:
      answer: ⟦parameter⟧8
      ```

      ```{⟦parameter⟧exercise} d
      question: Which?
      answer: {⟦parameter⟧claims: "8", is: 8}
      ```

      ```{⟦parameter⟧exercise} f
      question: Which?
      answer: {says: "8"}
      ```

      ```{exercise} g
      question: Which?
      answer: {says: ⟦parameter⟧"", is: 8, tolerance: ⟦parameter⟧much}
      ```

      ```{exercise} h
      question: Which?
      is: 8
      choices: ⟦parameter⟧8
      ```

      ```{exercise} i
      question: Which?
      is: 8
      choices: [⟦parameter⟧8, {says: "7", ⟦parameter⟧because: no}, ⟦parameter⟧{}]
      ```

      ```{exercise} j
      question: Which?
      answer: {says: "8", is: 8}
      ⟦parameter⟧is: 8
      ⟦parameter⟧choices: [{says: "8"}]
      ```

      ```{⟦parameter⟧exercise} k
      ```

      ```{⟦parameter⟧exercise} l
      ⟦parameter⟧- question
      ```
      """.replacing("```{⟦parameter⟧exercise} k\n", with: "```{⟦parameter⟧⟦parameter⟧exercise} k\n")
        .replacing("```{⟦parameter⟧exercise} l\n", with: "```{exercise} l\n"),
      claims: "1/0/0")
    #expect(report.helps.contains("did you mean question?"))
    #expect(report.helps.contains("write {says: \"8\"}"))
  }

  @Test func moreChoicesThanAnybodyReadsAreRefused() async {
    let choices = (1...10_000).map { "{says: \"\($0)\"}" }.joined(separator: ", ")
    await expect("```{exercise} e\nquestion: Which?\nis: 8\nchoices: ⟦parameter⟧[\(choices)]\n```")
  }
}
