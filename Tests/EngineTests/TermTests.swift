import LessonTesting
import Testing

/// Terms that lessons define, and references to them.
@Suite struct TermTests {
  private static let gradient = "```{term} gradient\ndefinition: All partial derivatives.\n```"

  @Test func aTermIsKnownToEveryLesson() async {
    let report = await Workshop().course([
      ("one.md", "See @term-gradient and @term-learning-rate."),
      ("two.md", Self.gradient + "\n\n@term-gradient [many](#term-gradient) [there](two.md#term-gradient)"),
      (
        "three.md",
        "```{term}\nterm: The  Learning\n  rate\ndefinition: A step.\n```\n\n@term-the-learning-rate"
      ),
      ("four.md", "```{term} learning-rate\ndefinition: Another.\n```"),
    ])
    expectMarkedMistakes(report)
    #expect(report.messages == [])
    let entries = report.run.glossary.entries
    #expect(entries.map(\.term.words) == ["gradient", "The Learning rate", "learning-rate"])
    #expect(entries.map(\.term.label) == ["term-gradient", "term-the-learning-rate", "term-learning-rate"])
    #expect(entries.map(\.lesson) == [1, 2, 3])
  }

  @Test func underscoresBehindTheBracesAreSpacesUnlessTheTermIsSaid() async {
    let report = await lesson(
      """
      ```{term} learning_rate
      definition: A step.
      ```

      ```{term} w
      term: weight
      definition: A factor.
      ```

      @term-learning_rate @term-w
      """)
    expectMarkedMistakes(report)
    #expect(report.run.glossary.entries.map(\.term.words) == ["learning rate", "weight"])
  }

  @Test func aTermsNameIsNoValueAndTakesNobodysPlace() async {
    await expect(
      """
      ```{term} s
      definition: "Words, [2](=1+1), $x$."
      ```

      ```{softmax} s
      scores: [1, 1]
      ```

      [0.5](=s.p_1) @fig-s @term-s, and [1](=⟦expression⟧t)

      ```{term} t
      definition: Words.
      ```
      """, claims: "2/0/1")
  }

  @Test func whatIsWrongIsReportedAtItsPlace() async {
    let report = await expect(
      """
      ```{⟦parameter⟧term} one
      ```

      ```{⟦parameter⟧term}
      definition: Nothing is named.
      ```

      ```{term} two
      ⟦parameter⟧defnition: Words.
      definition: ⟦parameter⟧[1, 2]
      term:
        ⟦parameter⟧a: b
      ```

      ```{term} ⟦parameter⟧a/b
      definition: Words.
      ```

      ```{term}
      term: ⟦parameter⟧∇
      definition: Words.
      ```

      ```{⟦parameter⟧term} three
      ⟦parameter⟧- list
      ```

      ```{term} four
      ⟦parameter⟧definition:
      ```

      ```{term} five
      definition: "[⟦claim⟧3](=1+1) ⟦reference⟧@term-nine ⟦link⟧[l](x.md) ⟦math⟧$\\foo$"
      ```
      """, claims: "0/1/0")
    #expect(report.messages.contains("definition is missing"))
    #expect(report.helps.contains("did you mean definition?"))
  }

  @Test func aTermIsDefinedOnceInACourse() async {
    let report = await Workshop().course([
      ("one.md", Self.gradient + "\n\n```{term} ⟦duplicate-name⟧gradient\ndefinition: Again.\n```"),
      ("two.md", "```{term}\nterm: ⟦duplicate-name⟧Gradient\ndefinition: Again.\n```\n\n@term-gradient"),
      ("three.md", "```{term} ⟦duplicate-name⟧nabla\nterm: GRADIENT\ndefinition: A.\n```"),
    ])
    expectMarkedMistakes(report)
    #expect(report.messages.first == "the term gradient is defined already, on line 5")
    #expect(report.messages.last == "the term Gradient is defined already, in one.md on line 5")
    #expect(report.helps.first == "refer to it as @term-gradient, or name this one otherwise")
  }

  @Test func theNearestTermIsSuggested() async {
    let report = await lesson(Self.gradient + "\n\n⟦reference⟧@term-gradeint ⟦reference⟧@term-xyzzy")
    expectMarkedMistakes(report)
    #expect(report.helps == ["did you mean @term-gradient?", "a directive {term} of this name gives one"])
  }

  @Test func aTermThatCannotBeReadIsReportedOnce() async {
    let report = await lesson("```{term} gradient\ndefinition: [1\n```\n\n@term-gradient")
    #expect(report.found.count == 1 && report.found[0].hasSuffix("parameter"), "\(report.found)")
  }

  @Test func aHiddenTermHasNoLabel() async {
    let report = await lesson(
      "```{term} gradient\ndefinition: Words.\noutput: false\n```\n\n⟦reference⟧@term-gradient")
    expectMarkedMistakes(report)
    #expect(report.run.glossary.entries.isEmpty)
  }

  @Test func nothingElseCanHaveATermsLabel() async {
    let report = await lesson("## Heading ⟦reference⟧{#term-a}\n\n$$ x $$ ⟦reference⟧{#term-b}")
    expectMarkedMistakes(report)
  }

  @Test(arguments: [
    String(repeating: "[", count: 200_000), String(repeating: "> ", count: 100_000),
    String(repeating: "$", count: 200_001),
  ])
  func hostileDefinitionsEndSoon(_ text: String) async {
    let report = await lesson("```{term} a\ndefinition: |\n  \(text)\n```")
    #expect(report.run.runs.count == 1)
  }
}
