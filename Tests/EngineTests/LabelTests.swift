import LessonTesting
import Testing

/// Labels and references, within lessons and across them.
@Suite struct LabelTests {
  private func expect(
    _ lessons: [(path: String, text: String)], sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    expectMarkedMistakes(await Workshop().course(lessons), sourceLocation: sourceLocation)
  }

  @Test func everyKindOfLabelCanBeReferredTo() async {
    let one = """
      # Heading {#sec-a}

      $$ x $$ {#eq-a}

      ```{softmax} s
      scores: [1, 2]
      ```

      ```{table} t
      columns: {x: [1]}
      ```

      | a |
      |---|
      | 1 |

      : Caption. {#tbl-a}

      ![Alt](a.png){#fig-a}
      """
    let references =
      "@sec-a @eq-a @fig-s @tbl-t @tbl-a @fig-a ⟦reference⟧@tbl-s ⟦reference⟧@fig-t ⟦reference⟧@eq-s"
    let report = await Workshop().course(
      [("one.md", one + "\n\n" + references), ("two.md", references)], files: ["a.png": ""])
    expectMarkedMistakes(report)
  }

  @Test func labelsAreTakenOnceInACourse() async {
    await expect([
      ("one.md", "$$ x $$ {#eq-a}\n\n$$ y $$ ⟦reference⟧{#eq-a}"),
      ("two.md", "$$ x $$ ⟦reference⟧{#eq-a}"),
      ("three.md", "$$ x $$ {#eq-b}\n\n@eq-a @eq-b"),
    ])
  }

  @Test func aWrittenLabelAndADirectivesOwn() async {
    await expect([
      ("one.md", "```{softmax} a\nscores: [1, 2]\n```\n\n![Alt](a.md)⟦reference⟧{#fig-a}"), ("a.md", "Text."),
    ])
  }

  @Test func directivesOfOneNameInSeveralLessons() async {
    let drawing = "```{softmax} s\nscores: [1, 2]\n```\n\n@fig-s"
    await expect([("one.md", drawing), ("two.md", drawing), ("three.md", "⟦reference⟧@fig-s")])
  }

  @Test func aWrittenLabelBehindAnotherLessonsDirective() async {
    await expect([
      ("one.md", "```{softmax} s\nscores: [1, 2]\n```"), ("two.md", "![Alt](one.md){#fig-s}"),
      ("three.md", "![Alt](one.md)⟦reference⟧{#fig-s}"),
    ])
  }

  @Test func figuresOfDirectivesThatFailedAreNotReportedAgain() async {
    await expect([
      ("one.md", "```{⟦unknown-directive⟧softmex} s\n```\n\n@fig-s @tbl-s ⟦reference⟧@eq-s"),
      ("two.md", "@fig-s"),
    ])
  }

  @Test func hiddenOutputHasNoLabel() async {
    await expect([("one.md", "```{softmax} s\nscores: [1, 2]\noutput: false\n```\n\n⟦reference⟧@fig-s")])
  }

  @Test func theNearestLabelIsSuggested() async {
    let report = await lesson("$$ x $$ {#eq-softmax}\n\n⟦reference⟧@eq-sofmax")
    expectMarkedMistakes(report)
    #expect(report.helps == ["did you mean @eq-softmax?"])
  }

  @Test func labelsInsideContainersAreNumbered() async {
    let report = await lesson(
      """
      > $$ x $$ {#eq-a}

      - ![Alt](a.md){#fig-a}
      - **![Alt](a.md){#fig-b}**

      [![Alt](a.md){#fig-c}](a.md) and a note[^1].

      | a |
      |---|
      | ![Alt](a.md){#fig-d} |

      [^1]: With

          $$ y $$ {#eq-b}

      @eq-a @eq-b @fig-a @fig-b @fig-c @fig-d
      """, files: ["a.md": "A page."])
    expectMarkedMistakes(report)
    let numbers = report.run.course.lessons[0].references.map { reference -> Int? in
      guard case .found(let target) = report.run.labels.resolve(reference, from: 0) else { return nil }
      return target.number?.place
    }
    #expect(numbers == [1, 2, 1, 2, 3, 4])
  }
}
