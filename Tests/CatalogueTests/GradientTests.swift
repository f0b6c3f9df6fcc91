import Expressions
import LessonTesting
import Testing

/// `{gradient}` against derivatives by hand and by mpmath.
@Suite struct GradientTests {
  /// The loss of a prediction over three cities as a function of one weight.
  private let loss = """
    ```{gradient} g
    expression: -log(softmax([1, m, -1] * 2.3514)_2)
    at: {m: 0}
    step: STEP
    ```
    """

  @Test func threeWays() async {
    let found = await numbers(
      ["g.value", "g.symbolic.m", "g.automatic.m"], after: loss.replacing("STEP", with: "0.1"))
    // By mpmath: L = −log p₂ and dL/dm = x (p₂ − 1).
    expectClose(found, [2.45061670733668095, -2.14861435866861381, -2.14861435866861381], within: 4e-15)
  }

  @Test(arguments: [
    // By mpmath: forward and central differences of that loss.
    ("0.1", -2.12536292, -2.14720113), ("1e-2", -2.14642163, -2.14860023), ("1e-3", -2.14839636, -2.14861422),
    ("1e-4", -2.14859257, -2.14861436), ("1e-5", -2.14861218, -2.14861436),
  ])
  func differencesWithAStep(_ step: String, _ forward: Double, _ central: Double) async {
    let found = await numbers(["g.forward.m", "g.numerical.m"], after: loss.replacing("STEP", with: step))
    expectClose(found, [forward, central], within: 5e-9)
  }

  @Test func errorsFollowTheirLaws() async {
    let found = await numbers(
      [
        "g.slopes.truncation", "g.slopes.rounding", "g.slopes.forward", "g.best_step", "g.best_error",
        "length(g.steps)", "length(g.error)", "length(g.forward_error)", "g.steps_1",
      ], after: loss.replacing("STEP", with: "1e-5"))
    // Taylor: a central difference errs by h² f‴/6, a forward one by h f″/2; rounding by about 10⁻¹⁶ f/h.
    expectClose(Array(found[..<1]), [2], within: 0.01)
    expectClose(Array(found[1..<2]), [-1], within: 0.15)
    expectClose(Array(found[2..<3]), [1], within: 0.01)
    // The two meet where h³ is about 10⁻¹⁶.
    #expect((1e-7...1e-4).contains(found[3]) && found[4] < 1e-9)
    // A hundredth of 10⁻¹⁴ to 0.1: 13 powers of ten, each in 4 steps.
    #expect(found[5...] == [53, 53, 53, 0.1])
  }

  @Test func vectorsAndDefinitionsOfTheLesson() async {
    // f = x·h₁ + h₂², by hand: ∂f/∂h = (x, 2h₂), ∂f/∂x = h₁. The names of the point hide those of the lesson.
    await expect(
      """
      ```{let}
      x: 7
      h: [0, 0]
      f: =x*h_1 + h_2^2
      k: 5
      ```

      ```{gradient} g
      expression: f + k
      at: {h: [2, 3], x: 4}
      ```

      [22](=g.value) [(4, 6)](=g.symbolic.h) [(4, 6)](=g.automatic.h) [(4.000, 6.000)](=g.numerical.h)
      [2](=g.automatic.x) [x](=g.formula.h_1) [h_1](=g.formula.x)
      """, claims: "7/0/0")
  }

  @Test func linearExpressionsHaveNoTruncation() async {
    await expect(
      """
      ```{gradient} g
      expression: 3x + 1
      at: {x: 2}
      ```

      [3](=g.automatic.x) [1](=⟦expression⟧g.slopes.truncation)
      """.replacing("⟦expression⟧g.slopes.truncation", with: "g.slopes.⟦expression⟧truncation"),
      claims: "1/0/1")
    // Nothing moves, and nothing can be drawn on logarithmic axes.
    let report = await expect(
      "```{gradient} g\nexpression: 0*x\nat: {x: 2}\n```\n\n[0](=g.best_error)", claims: "1/0/0")
    #expect(report.outcomes.first??.displays.count == 1)
  }

  @Test func whereAlgebraFindsNothingTheOthersStay() async {
    await expect(
      """
      ```{let}
      W: [[1, 2], [3, 4]]
      ```

      ```{gradient} g
      expression: dot(W_1, [x, x^2])
      at: {x: 3}
      ```

      [13](=g.automatic.x) [13.000](=g.numerical.x)
      """, claims: "2/0/0")
  }

  @Test func kinksAndDomains() async {
    await expect(
      """
      ```{gradient} a
      expression: ⟦expression⟧abs(x)
      at: {x: 0}
      ```

      ```{gradient} b
      expression: ⟦expression⟧if(x < 2, x, 3x - 4)
      at: {x: 2}
      ```

      ```{gradient} c
      expression: 1 + ⟦expression⟧log(x)
      at: {x: -1}
      ```

      ```{gradient} d
      expression: ⟦expression⟧sqrt(x)
      at: {x: 0}
      ```

      ```{gradient} e
      expression: ⟦expression⟧if(x < 1, 0, 1)
      at: {x: 1}
      ```
      """)
  }

  @Test func mistakes() async {
    await expect(
      """
      ```{gradient} a
      expression: x^2
      at: {x: 3, ⟦parameter⟧y: 2}
      ```

      ```{gradient} b
      expression: ⟦expression⟧[x, x]
      at: {x: 3}
      ```

      ```{gradient} c
      expression: x + ⟦expression⟧unknown
      at: {x: 3}
      ```

      ```{gradient} d
      expression: log(x)
      at: {x: 0.5}
      step: ⟦parameter⟧0.5
      ```

      ```{gradient} e
      expression: x
      at: {x: 1}
      steps: ⟦parameter⟧[0.1, 1e-5]
      ```

      ```{gradient} f
      expression: x
      at: ⟦parameter⟧{}
      ```

      ```{gradient} g
      expression: sum(x)
      at: ⟦parameter⟧{x: "=linspace(0, 1, 100000)"}
      ```

      ```{gradient} h
      expression: x
      at: {x: ⟦parameter⟧hello}
      step: ⟦parameter⟧-1
      ```
      """)
  }

  @Test func stepsThatLeaveTheDomainHaveNoError() async {
    let found = await numbers(
      ["g.automatic.x", "g.slopes.truncation"],
      after: "```{gradient} g\nexpression: log(x)\nat: {x: 0.01}\nstep: 1e-6\n```")
    // d log x = 1/x.
    expectClose(Array(found[..<1]), [100])
    expectClose(Array(found[1...]), [2], within: 0.05)
  }

  @Test func hugeWorkIsRefused() async {
    await expect(
      "```{⟦experiment⟧gradient} g\nexpression: x * sum(linspace(0, 1, 1000000))\nat: {x: 1}\n```")
  }
}
