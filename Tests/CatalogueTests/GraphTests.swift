import Engine
import Expressions
import LessonTesting
import Testing

/// `{graph}` against derivatives by hand and by mpmath, with its drawing.
@Suite struct GraphTests {
  @Test func valuesAndDerivativesByHand() async {
    // z = 4 · 2x: dz/dx = 8, dz/dy = 4.
    let found = await numbers(
      ["g.value", "g.d.x", "g.d.y", "g.d.z", "g.nodes", "g.edges"],
      after: "```{graph} g\nblocks: [y = 2x, z = 4y]\nat: {x: 3}\n```")
    #expect(found == [24, 8, 4, 1, 3, 2])
  }

  @Test func softmaxWithCrossEntropy() async {
    // By mpmath for h = (x, 0, −x), x = 2.3514: dL/db = p − (0, 1, 0) and dL/dm = x dL/db.
    let found = await numbers(
      ["g.value", "g.d.m_2", "g.d.b_1", "g.d.b_2", "g.d.b_3", "g.d.x", "g.nodes", "g.edges"],
      after: """
        ```{graph} g
        blocks: ["h = m*x + b", "p = softmax(h)", "L = -log(p_2)"]
        at: {m: [1, 0, -1], b: [0, 0, 0], x: 2.3514}
        ```
        """)
    // dL/dx = m₁ (p₁ − 0) + m₃ p₃ = 0.905546… − 0.008213….
    expectClose(
      found,
      [
        2.45061670733668095, -2.14861435866861381, 0.905546448199814431, -0.913759614981974062,
        0.00821316678215963075, 0.897333281417654800, 9, 8,
      ])
  }

  @Test func anExpressionNeedsNoName() async {
    let found = await numbers(
      ["g.value", "g.d.x", "g.d.y", "k.d.x", "k.d.L", "c.value", "c.nodes"],
      after: """
        ```{let}
        k1: 5
        ```

        ```{graph} g
        expression: k1*x*y
        at: {x: 2, y: 3}
        ```

        ```{graph} k
        expression: L = x^2
        at: {x: 2}
        ```

        ```{graph} c
        expression: 2 + 3
        ```
        """)
    #expect(found == [30, 15, 10, 4, 1, 5, 1])
  }

  @Test func anotherBlockCanBeDerived() async {
    let found = await numbers(
      ["g.value", "g.d.x", "g.d.z"],
      after: "```{graph} g\nblocks: [y = 2x, z = 4y]\nat: {x: 3}\nof: y\n```")
    #expect(found == [6, 2, 0])
  }

  @Test func mistakes() async {
    await expect(
      """
      ```{⟦parameter⟧graph} a
      at: {x: 3}
      ```

      ```{graph} b
      expression: ⟦parameter⟧x
      blocks: [y = x]
      at: {x: 3}
      ```

      ```{graph} c
      blocks: [y = 2x, "z = ⟦expression⟧log(y - 6)"]
      at: {x: 3}
      ```

      ```{graph} d
      expression: "2*⟦expression⟧relu(x)"
      at: {x: 0}
      ```

      ```{graph} e
      expression: ⟦expression⟧2v
      at: {v: [1, 2]}
      ```

      ```{graph} f
      blocks: [y = 2x, ⟦parameter⟧x = 3]
      at: {x: 1}
      of: y
      ```

      ```{graph} g
      blocks: [y = 2x]
      at: {x: 1}
      of: ⟦parameter⟧yy
      direction: ⟦parameter⟧up
      ```
      """.replacing("\nof: ⟦parameter⟧yy", with: ""))
    await expect(
      "```{graph} g\nblocks: [y = 2x]\nat: {x: 1}\nof: ⟦parameter⟧yy\n```")
    await expect("```{graph} g\nexpression: ⟦expression⟧unknown + 1\n```")
    await expect("```{graph} g\nexpression: \"x + ⟦expression⟧0/0\"\nat: {x: 1}\n```")
  }

  @Test func tooManyNodesAreRefusedAtTheirPlace() async {
    let terms = (1...1000).map { "sin(x + \($0))" }
    let marked = terms.enumerated().map { $0 == 99 ? "sin(⟦expression⟧x + 100)" : $1 }
    // One input and two nodes a term: the 200th operation is the hundredth sum.
    let text = marked.joined(separator: " + ").replacing("sin(⟦expression⟧x", with: "⟦expression⟧sin(x")
    let report = await expect("```{graph} g\nexpression: \"\(text)\"\nat: {x: 1}\n```")
    #expect(report.messages.first?.contains("200 nodes") == true)
  }

  private func figure(_ text: String) async throws -> Figure {
    let report = await lesson(text)
    #expect(report.messages == [])
    for case .figure(let figure)? in report.outcomes.compactMap({ $0?.displays.first }) { return figure }
    throw NoFigure()
  }

  private struct NoFigure: Error {}

  @Test func theDrawingCanBeSteppedThrough() async throws {
    let figure = try await figure("```{graph} g\nblocks: [y = 2x, z = 4y]\nat: {x: 3}\n```")
    #expect(figure.frames?.captions.count == 7)
    #expect(figure.frames?.captions[5] == "Backwards: ∂z/∂x = 4 · 2 = 8.")
    #expect(figure.frames?.still == 7)
    #expect(figure.description.hasPrefix("Computational graph of z from x. Input x is 3; ∂z/∂x = 4 · 2 = 8."))
    #expect(figure.svg.contains(">∂y/∂x = 2<"))
    let quiet = try await self.figure("```{graph} g\nexpression: 2x\nat: {x: 3}\nframes: false\n```")
    #expect(quiet.frames == nil)
  }

  @Test func directionsTurnTheDrawing() async throws {
    func size(_ direction: String) async throws -> (Int, Int) {
      let figure = try await figure(
        "```{graph} g\nblocks: [y = 2x, z = 4y]\nat: {x: 3}\ndirection: \(direction)\n```")
      let match = try #require(figure.svg.firstMatch(of: /viewBox="0 0 (\d+)[.\d]* (\d+)/))
      return (try #require(Int(match.1)), try #require(Int(match.2)))
    }
    let (right, down) = (try await size("right"), try await size("down"))
    #expect(right.0 > right.1)
    #expect(down.1 > right.1)
  }

  @Test func sixtyNodesAreDrawnWithinTheBounds() async throws {
    let blocks = (1...59).map { "y\($0) = y\($0 - 1)*\($0 > 5 ? "y\($0 - 5)" : "0.9")" }
    let figure = try await figure(
      "```{graph} g\nblocks: [\(blocks.joined(separator: ", "))]\nat: {y0: 1}\n```")
    #expect(figure.svg.utf8.count < FrameSequence.mostBytes)
    #expect((figure.frames?.captions.count ?? 0) > 100)
  }

  @Test func hugeTinyAndUnicode() async throws {
    let figure = try await figure(
      """
      ```{graph} g
      expression: "α*1e200 + ŷ_2*1e-200"
      at: {α: 1e-9, ŷ: [1, 2]}
      ```
      """)
    #expect(figure.description.contains("10¹⁹¹"))
    #expect(figure.description.contains("ŷ is (1, 2)"))
  }

  @Test func formulasAreWrittenAsOnPaper() async throws {
    let figure = try await figure(
      """
      ```{graph} g
      blocks: ["beta = 3", "yhat = -alpha_1^2*2.5e-3 + log10(b1)^-2", "L = yhat^beta*1e-12 + x_max"]
      at: {alpha_1: 2, b1: 3, x_max: 1}
      ```
      """)
    let texts = figure.svg.matches(of: /<text[^>]*>(.*)<\/text>/).map { String($0.1) }
    for text in ["β", "α₁", "b₁", "x_max", "v₂ = −v₁"] {
      #expect(texts.contains(text), "\(text) of \(texts)")
    }
    let data = try #require(figure.data?.csv)
    for row in ["v₃,v₂·0.0025,", "v₄,log10(b₁),", "·10⁻¹²", ",y\u{302},"] {
      #expect(data.contains(row), "\(row)")
    }
  }
}
