import Engine
import LessonTesting
import Testing

/// `{derivation}`: what follows is accepted, and what does not is refused at its place.
@Suite struct DerivationTests {
  private func derivation(_ body: String, claims: String = "") async -> Report {
    await expect("```{derivation} d\n\(body)\n```\n\n\(claims)", claims: claims.isEmpty ? "0/0/0" : "1/0/0")
  }

  @Test func aChainOfEqualsIsVerifiedStepByStep() async {
    let report = await derivation(
      """
      variables: {h: 3}
      where: {p: softmax(h), L: -log(p_2)}
      steps:
        - d(L, h_2)
        - is: d(logsumexp(h) - h_2, h_2)
          because: the logarithm undoes the exponential
        - p_2 - 1
      """, claims: "[2](=d.steps)")
    guard case .derivation(let shown)? = report.outcomes.first??.displays.first else {
      Issue.record("nothing is shown")
      return
    }
    #expect(shown.lines.count == 3)
    #expect(shown.lines.map(\.reason) == [nil, "the logarithm undoes the exponential", nil])
    #expect(shown.lines[0].verification == .given)
    #expect(shown.premises.count == 2)
  }

  @Test func anEquationAtTheStartIsGivenOnlyForWhatFollowsFromIt() async {
    func verifications(_ steps: String) async -> [Derivation.Verification] {
      let report = await expect("```{derivation}\nvariables: {x: 1}\nsteps: \(steps)\n```")
      guard case .derivation(let shown)? = report.outcomes.first??.displays.first else { return [] }
      return shown.lines.map(\.verification)
    }
    #expect(await verifications("[\"2x = 6\", {so: \"x = 3\"}]") == [.premise, .proved])
    #expect(await verifications("[\"(x + 1)^2 = x^2 + 2x + 1\", \"1 + x*(x + 2)\"]") == [.proved, .proved])
    let report = await expect(
      "```{derivation}\nvariables: {x: 1}\nsteps:\n  - x = ⟦derivation⟧2x\n  - is: 2x\n```")
    #expect(report.messages.joined().contains("does not equal the left side"), "\(report.messages)")
  }

  @Test(arguments: [
    // A term on both sides, a factor, a function, a definition, a derivative of what always holds.
    "variables: {x: 1, y: 1}\nsteps: [\"x + 3 = y\", {so: \"x = y - 3\"}]",
    "variables: {x: 1, y: 1}\nsteps: [\"x = y\", {so: \"y = x\"}]",
    "variables: {x: 1, y: 1}\nsteps: [\"x/2 = y\", {so: \"x = 2y\"}]",
    "variables: {a: 1, x: 1}\nassume: [a > 0]\nsteps: [\"a*x = 1\", {so: \"x = 1/a\"}]",
    "variables: {a: 1, x: 1}\nassume: [\"a != 0\"]\nsteps: [\"a*x = 1\", {so: \"x = 1/a\"}]",
    "variables: {x: 1, y: 1}\nsteps: [\"exp(x) = y\", {so: \"x = log(y)\"}]",
    "variables: {x: 1, y: 1}\nassume: [x > 0, y > 0]\nsteps: [\"x = y\", {so: \"x^2 = y^2\"}]",
    "variables: {x: 1}\nsteps: [\"exp(log(2) * x) = 2^x\", {so: \"log(2) * exp(log(2) * x) = log(2) * 2^x\"}]",
    "variables: {x: 1}\nsteps: [\"x = 2\", {so: \"x + 1 = 3\"}, {is: \"9/3\"}]",
    "variables: {x: 1}\nsteps: [\"3x = 6\", {so: \"x = 2\", because: \"both sides are divided by 3\"}]",
  ])
  func whatFollowsFromAnEquationIsAccepted(_ body: String) async {
    _ = await derivation(body)
  }

  @Test func aGainedSolutionIsTold() async {
    let report = await expect(
      "```{derivation}\nvariables: {x: 1}\nsteps:\n  - sqrt(x + 2) = x\n  - so: ⟦derivation⟧x + 2 = x^2\n```")
    let expected = "at x = −1, its left side is 1 and its right side is −1"
    #expect(report.messages.joined().contains(expected), "\(report.messages)")
  }

  @Test func aChainDoesNotForgetWhereItsDerivativesAre() async {
    _ = await derivation("variables: {x: 1}\nsteps: [\"d(log(x), x)\", 1/x, x/x^2]")
    _ = await derivation("variables: {x: 1}\nsteps: [\"d(log(x), x)\", 1/x, \"⟦derivation⟧d(log(-x), x)\"]")
  }

  @Test func whatDoesNotFollowIsRefusedAtItsExpression() async {
    _ = await derivation("variables: {x: 1}\nsteps:\n  - 2x\n  - is: ⟦derivation⟧3x")
    _ = await derivation("variables: {x: 1}\nsteps:\n  - sqrt(x^2)\n  - ⟦derivation⟧x")
    _ = await derivation("variables: {x: 1}\nsteps:\n  - log(x^2)\n  - ⟦derivation⟧2 * log(x)")
    // With the assumption that makes it true, it passes.
    _ = await derivation("variables: {x: 1}\nassume: [x > 0]\nsteps:\n  - log(x^2)\n  - 2 * log(x)")
  }

  @Test(arguments: [
    // A square loses a sign, a divisor may be 0, the difference itself is 0, an equation holds for one x only.
    "variables: {x: 1}\nsteps: [\"x^2 = 4\", {so: \"⟦derivation⟧x = 2\"}]",
    "variables: {x: 1, y: 1}\nsteps: [\"x*y = 2y\", {so: \"⟦derivation⟧x = 2\"}]",
    "variables: {x: 1}\nsteps: [\"2x = 4\", {so: \"⟦derivation⟧1 = 0\"}]",
    "variables: {x: 1}\nsteps: [\"x^2 = x\", {so: \"⟦derivation⟧2x = 1\"}]",
    "variables: {x: 1, y: 1}\nsteps: [\"x = y\", {so: \"⟦derivation⟧x = y + 1\"}]",
    "variables: {x: 1, y: 1}\nsteps: [\"x = y\", {so: \"⟦derivation⟧2x = y\"}]",
    // Solutions are gained, or there is no value where the equation before holds.
    "variables: {x: 1, y: 1}\nsteps: [\"x = y\", {so: \"⟦derivation⟧x^2 = y^2\"}]",
    "variables: {x: 1, y: 1}\nsteps: [\"x = y\", {so: \"⟦derivation⟧x*0 = y*0\"}]",
    "variables: {x: 1, y: 1}\nsteps: [\"x = y\", {so: \"⟦derivation⟧x/(x-y) = y/(x-y)\"}]",
  ])
  func whatDoesNotFollowFromAnEquationIsRefused(_ body: String) async {
    _ = await derivation(body)
  }

  @Test func aWrongStepIsToldWithAPointAndAMendedForm() async {
    let report = await derivation(
      "variables: {x: 1}\nsteps:\n  - d(tanh(x), x)\n  - ⟦derivation⟧1 + tanh(x)^2")
    #expect(report.messages.first?.contains("at x = ") == true)
    #expect(report.helps.first?.contains("1 - tanh(x)^2") == true)
  }

  @Test func whatIsEqualOnAPartOnlyIsToldWithTheAssumptionThatItLacks() async {
    let report = await derivation("variables: {x: 1}\nsteps:\n  - sqrt(x^2)\n  - ⟦derivation⟧x")
    #expect(
      report.messages == [
        "this does not equal the line before: at x = −1, the line before is 1 and this is −1"
      ])
    #expect(report.helps == ["did you mean abs(x)? it holds under assume: [x > 0]"])
  }

  @Test func namesComeFromTheDerivationThenFromTheLesson() async {
    _ = await expect(
      """
      ```{let}
      x: 2
      c: 3
      v: [1, 2]
      ```

      ```{derivation} d
      variables: {x: 1}
      steps:
        - c * x
        - 3x
        - is: x * (sum(v))
      ```

      [2](=d.steps)
      """, claims: "1/0/0")
    _ = await derivation("variables: {x: 1}\nsteps:\n  - x\n  - x + 0*⟦expression⟧z")
    _ = await derivation("variables: {x: 1}\nwhere: {y: 2⟦expression⟧q}\nsteps: [y, y]")
  }

  @Test func whatCannotBeDecidedNeverPasses() async {
    _ = await derivation("variables: {x: 1}\nassume: [x > 2, x < 1]\nsteps:\n  - x\n  - ⟦derivation⟧x + 1")
  }

  @Test func anAuthorsWordIsTakenWithAReasonOnly() async {
    let report = await derivation(
      "variables: {x: 1}\nsteps:\n  - x\n  - is: x^2\n    unverified: shown elsewhere\n  - unverified: x^3\n    because: of that"
    )
    guard case .derivation(let shown)? = report.outcomes.first??.displays.first else {
      Issue.record("nothing is shown")
      return
    }
    #expect(
      shown.lines.map(\.verification).dropFirst() == [
        .unverified(reason: "shown elsewhere"), .unverified(reason: "of that"),
      ])
    _ = await derivation("variables: {x: 1}\nsteps:\n  - x\n  - ⟦parameter⟧unverified: x^2")
  }

  @Test func aDerivationHasTwoLinesAtLeast() async {
    _ = await expect("```{⟦experiment⟧derivation} d\nvariables: {x: 1}\nsteps: [x]\n```")
    _ = await expect("```{⟦parameter⟧derivation} d\nvariables: {x: 1}\n```")
  }

  @Test func mistakesInStepsAreFoundAtTheirPlaces() async {
    _ = await derivation("variables: {x: 1}\nsteps:\n  - x\n  - ⟦parameter⟧soo: x")
    _ = await derivation("variables: {x: 1}\nsteps:\n  - x\n  - so: ⟦parameter⟧x")
    _ = await derivation("variables: {x: ⟦parameter⟧0}\nsteps: [x, x]")
    _ = await derivation("variables: {h: 3}\nsteps:\n  - h_1\n  - h_⟦expression⟧4")
  }
}
