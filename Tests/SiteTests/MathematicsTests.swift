import Testing

@Suite struct MathematicsTests {
  @Test func aFormulaIsSetForEyesAndForScreenReaders() async throws {
    let document = try await page("A formula $x^2$.")
    #expect(document.elements(ofClass: "katex").count == 1)
    #expect(document.elements("math").count == 1)
    #expect(document.elements(ofClass: "katex-html").allSatisfy { $0.attributes["aria-hidden"] == "true" })
  }

  @Test func anEquationWithALabelHasItsNumber() async throws {
    let document = try await page("$$ a $$\n\n$$ b $$ {#eq-b}\n\n$$ c $$ {#eq-c}\n\n@eq-c, @eq-b")
    #expect(document.element("eq-b")?.classes == ["equation"])
    let numbers = document.elements("a").filter { $0.classes == ["number"] }
    #expect(numbers.map(\.text) == ["(1)", "(2)"])
    #expect(numbers.map { $0.attributes["href"] } == ["#eq-b", "#eq-c"])
    #expect(
      document.elements(ofClass: "reference").map(\.text) == ["Equation\u{00A0}2", "Equation\u{00A0}1"])
  }

  @Test func aFormulaWithClaimsHasOneNoteForAll() async throws {
    let document = try await page("$$ x = \\claim{0.5}{1/2}, y = \\claim{0.25}{1/4} $$")
    let claims = document.elements(ofClass: "claim")
    #expect(claims.count == 1)
    #expect(claims.first?.attributes["id"] == "claim-1")
    #expect(document.element("claim-2") != nil)
    #expect(document.elements(ofClass: "origin-claim").count == 2)
    #expect(document.elements(ofClass: "claim").first?.attributes["href"] == "#claim-1-origin")
  }

  @Test func aFormulaThatHeadsAColumnSaysItsSignsAsText() async throws {
    let document = try await page("| $h_2$ | $1 < p$ words |\n|---|---|\n| $x$ | 1 |\n\n$y$")
    let names = document.elements("math").map { $0.attributes["aria-label"] }
    #expect(names == ["h2", "1<p", nil, nil])
  }

  @Test func aValueIsInsertedIntoAFormula() async throws {
    let document = try await page("$x = \\val[0.0%]{0.576}$")
    #expect(document.elements("annotation").contains { $0.text == "x = 57.6\\%" })
  }

  @Test func aFormulaThatCannotBeSetShowsItsSource() async throws {
    let document = try await page("A $\\notacommand{<}$ here.", isPreview: true, isRight: false)
    #expect(document.elements("code").contains { $0.text == "\\notacommand{<}" })
  }
}
