import LessonTesting
import Testing

/// `{softmax}` against values of mpmath with 30 digits: exp(h / T) / sum(exp(h / T)).
@Suite struct SoftmaxTests {
  @Test func probabilitiesOfTheFirstLesson() async {
    let found = await numbers(
      ["s.p.Paris", "s.p_1", "s.p.Berlin", "s.entropy", "sum(s.p)"],
      after: "```{softmax} s\nscores: {Madrid: 1, Paris: 2, Berlin: 1}\n```")
    // softmax(1, 2, 1) and its entropy, -sum(p log p).
    expectClose(
      found,
      [0.576116884765829109860, 0.211941557617085445070, 0.211941557617085445070, 0.975327829166221979, 1])
  }

  @Test func temperatureEvensOut() async {
    // softmax(0.5, 1, 0.5) and softmax(10, 20, 10).
    let found = await numbers(
      ["a.p_2", "b.p_2"],
      after:
        "```{softmax} a\nscores: [1, 2, 1]\ntemperature: 2\n```\n\n```{softmax} b\nscores: [1, 2, 1]\ntemperature: 0.1\n```"
    )
    expectClose(found, [0.451862761877606044, 0.999909208384340978])
  }

  @Test func hugeScoresDoNotOverflow() async {
    // softmax(0, 1, 2), from which softmax(1000, 1001, 1002) does not differ.
    let found = await numbers(
      ["s.p_1", "s.p_2", "s.p_3"], after: "```{softmax} s\nscores: [1000, 1001, 1002]\n```")
    expectClose(found, [0.090030573170380457998, 0.24472847105479765247, 0.66524095577482188953])
    let extreme = await numbers(
      ["s.p_1", "s.p_2", "s.entropy"], after: "```{softmax} s\nscores: [1.7e308, -1.7e308]\n```")
    expectClose(extreme, [1, 0, 0])
  }

  @Test func theTopIsALabelOrASubscript() async {
    await expect(
      """
      ```{softmax} s
      scores: {Madrid: 1, New York: 2}
      ```

      ```{softmax} t
      scores: [1, 3, 3]
      ```

      ```{let}
      given: {a: 1, b: 5}
      list: [1, 2]
      ```

      ```{softmax} u
      scores: =given
      ```

      ```{softmax} v
      scores: =list
      ```

      [New York](=s.top) [2](=t.top) [b](=u.top) [2](=v.top) [0.73](<=s.p."New York">) [0.98](=u.p.b)
      """, claims: "6/0/0")
  }

  @Test func mistakes() async {
    await expect(
      """
      ```{softmax}
      scores: ⟦parameter⟧[]
      ```

      ```{softmax}
      scores: ⟦parameter⟧3
      ```

      ```{softmax}
      scores: {a: 1, a⟦parameter⟧: 2}
      ```

      ```{softmax}
      scores: [1, 2]
      temperature: ⟦parameter⟧0
      ```

      ```{softmax}
      scores: [1, ⟦parameter⟧[2]]
      temperature: =⟦expression⟧1/0
      ```

      ```{softmax}
      scores: [1, ⟦parameter⟧=inf]
      ```
      """.replacing("{a: 1, a⟦parameter⟧: 2}", with: "{a: 1, ⟦parameter⟧a: 2}"))
  }

  @Test func tooManyScoresAreRefusedQuickly() async {
    let list = Array(repeating: "1", count: 90_000).joined(separator: ", ")
    await expect("```{⟦experiment⟧softmax} s\nscores: [\(list)]\n```\n\n[1](=s.top)", claims: "0/0/1")
    let labels = (1...45_000).map { "a\($0): 1" }.joined(separator: ", ")
    await expect("```{⟦experiment⟧softmax} s\nscores: {\(labels)}\n```\n\n[1](=s.top)", claims: "0/0/1")
  }

  @Test func theFigureDescribesItself() async {
    let report = await expect("```{softmax} s\nscores: {Madrid: 1, Paris: 2}\n```")
    guard case .figure(let figure)? = report.outcomes.first??.displays.first else {
      Issue.record("there is no figure")
      return
    }
    #expect(
      figure.svg.hasPrefix("<svg") && figure.svg.contains("Paris") && figure.description.contains("Paris"))
  }
}
