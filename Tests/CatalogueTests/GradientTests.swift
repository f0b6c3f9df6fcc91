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
    // From 10⁻¹⁴ to 0.1 there are 13 powers of ten, each in 4 steps.
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

      [3](=g.automatic.x) [1](=g.slopes.⟦expression⟧truncation)
      """, claims: "1/0/1")
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

      [13](=g.automatic.x) [13.000](=g.numerical.x) [](=g.symbolic_failure)
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
      expression: ⟦expression⟧h*2
      at: {h: [3, 4]}
      ```

      ```{gradient} c
      expression: x + ⟦expression⟧unknown*⟦expression⟧other
      at: {x: 3, ⟦parameter⟧y: 1}
      steps: ⟦parameter⟧[1]
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
      expression: 1
      at: ⟦parameter⟧{}
      ```

      ```{gradient} g
      expression: sum(x)
      at: ⟦parameter⟧{x: "=linspace(0, 1, 100000)"}
      ```

      ```{gradient} h
      expression: ⟦parameter⟧[x, x]
      at: {x: ⟦parameter⟧hello}
      step: ⟦parameter⟧-1
      steps: ⟦parameter⟧1e9
      ```

      ```{gradient} i
      expression: x
      at: {x: ⟦parameter⟧=inf}
      steps: ⟦parameter⟧[1e-300, 1e300]
      ```

      ```{gradient} j
      expression: x
      at: {x: 1}
      step: =⟦expression⟧x
      ```

      ```{gradient} k
      expression: x ⟦expression⟧>
      at: {x: 1}
      ```
      """)
  }

  @Test func mistakesSayWhatWasFoundAndWhatWouldBeRight() async {
    let report = await lesson(
      """
      ```{gradient} a
      expression: x*wdth
      at: {x: 1, width: 2}
      steps: [0.1, 1e-5]
      ```

      ```{gradient} b
      expression: abs(x - 2)
      at: {x: 2}
      ```

      ```{gradient} c
      expression: if(x < 2, x, 3x - 4)
      at: {x: 2}
      ```
      """)
    let said = report.run.diagnostics.map { "\($0.message) — \($0.help ?? "")" }
    let expected = [
      "nothing defines wdth — did you mean width?",
      "the expression does not use width — leave it out, or correct its name",
      "steps are two numbers from 10^−30 to 10^6, the smaller first; these are from 0.1 to 10^−5"
        + " — for example steps: [1e-14, 0.1]",
      "abs(0) has no derivative — choose a point without a kink or a vertical slope",
      "this has a kink or a jump at the point: by x its slope is 1 from the left and 3 from the right"
        + " — choose a point beside it",
    ]
    #expect(Set(said) == Set(expected), "\(said)")
  }

  @Test func disagreementIsThatOfTheChosenStep() async {
    // Of x³ at 1, by hand: the central difference is 3 + h², so that it is h² = 0.01 from the derivative.
    let found = await numbers(
      ["g.disagreement.numerical", "g.disagreement.symbolic"],
      after: "```{gradient} g\nexpression: x^3\nat: {x: 1}\nstep: 0.1\n```")
    expectClose(found, [0.01, 0], within: 1e-14)
  }

  @Test func derivativesAreTypeset() async {
    let report = await lesson("```{gradient} g\nexpression: log(x)/y\nat: {x: 2, y: 3}\n```")
    guard case .table(let table)? = report.outcomes.first??.displays.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.name) == ["by", "algebra", "automatic", "step 10⁻⁵", "formula"])
    #expect(table.columns.map(\.content) == [.mathematics, .numbers, .numbers, .numbers, .mathematics])
    #expect(table.columns[0].cells == ["x", "y"])
    // By hand: ∂/∂x = 1/(xy), ∂/∂y = −log(x)/y².
    #expect(table.columns[4].cells.first == "{\\displaystyle \\frac{1}{x \\, y}}")
    #expect(table.columns[4].cells.last?.contains("y^{2}") == true)
  }

  @Test func stepsThatLeaveTheDomainHaveNoError() async {
    let found = await numbers(
      ["g.automatic.x", "g.slopes.truncation"],
      after: "```{gradient} g\nexpression: log(x)\nat: {x: 0.01}\nstep: 1e-6\n```")
    // d log x = 1/x.
    expectClose(Array(found[..<1]), [100])
    expectClose(Array(found[1...]), [2], within: 0.05)
  }
}
