import Engine
import Expressions
import LessonTesting
import Testing

/// `{sentences}`: templates, tables, kinds, and what is held out.
@Suite struct SentencesTests {
  private let table = """
    ```{table} t
    columns:
      country: [France, Spain, Japan]
      city: [Paris, Madrid, Tokyo]
      year: [1990, 2000, 2010]
    ```

    """

  private func texts(_ expression: String, after text: String) async -> [String] {
    let report = await lesson("\(text)\n\n```{let}\nfound: =\(expression)\n```\n\n[](<=length\\(found\\)>)")
    #expect(report.messages == [])
    guard case .number(let count)? = report.values.first ?? nil else { return [] }
    let entries = (1...max(1, Int(count))).map { "[](<=found_{\($0)}>)" }.joined(separator: " ")
    return await lesson("\(text)\n\n```{let}\nfound: =\(expression)\n```\n\n\(entries)").inserted
  }

  @Test func everyRowFillsEveryTemplate() async {
    let text =
      table + """
        ```{sentences} s
        templates:
          - {text: "the capital  of {country} is {city}", kind: capital}
          - "{city} in {year}"
          - {text: ["a bee is {colour}", nothing to fill], kind: other, fill: {colour: [red, blue]}}
        fill: =t
        ```
        """
    #expect(
      await texts("s.sentence", after: text) == [
        "the capital of France is Paris", "the capital of Spain is Madrid", "the capital of Japan is Tokyo",
        "Paris in 1990", "Madrid in 2000", "Tokyo in 2010", "a bee is red", "a bee is blue",
        "nothing to fill",
      ])
    #expect(await texts("s.answer", after: text).suffix(4) == ["2010", "red", "blue", "fill"])
    #expect(await texts("s.prompt", after: text).suffix(3) == ["a bee is", "a bee is", "nothing to"])
    #expect(
      await texts("s.kind", after: text) == Array(repeating: "capital", count: 3)
        + Array(repeating: "{city} in {year}", count: 3) + Array(repeating: "other", count: 3))
    let words = ["the", "capital", "of", "France", "is", "Paris", "Spain", "Madrid", "Japan", "Tokyo", "in"]
    #expect(await texts("s.words", after: text).prefix(11) == words[...])
    let found = await numbers(["s.count", "s.longest", "length(s.held_out.sentence)"], after: text)
    #expect(found == [9, 6, 0])
  }

  @Test func whatComesTwiceIsKeptOnce() async {
    let report = await lesson(
      """
      ```{sentences} s
      templates: ["they speak {tongue}", "they  speak English"]
      fill: {tongue: [English, French, English]}
      ```

      [2](=s.count)
      """)
    #expect(report.messages == [] && report.claims == "1/0/0")
    guard case .table(let shown)? = report.outcomes.first??.displays.first else {
      Issue.record("there is no table")
      return
    }
    #expect(shown.columns.map(\.cells) == [["they speak English", "they  speak English"], ["2", "0"]])
  }

  @Test func heldOutSentencesAreDrawnFromTheSeed() async {
    func text(_ seed: String) -> String {
      table + """
        ```{sentences} s
        templates: ["{country} {city}", "{city} {country}", "{year} {city}", "{year} {country}"]
        fill: =t
        held-out: 0.25
        \(seed)
        ```
        """
    }
    let held = await texts("s.held_out.sentence", after: text("seed: 1"))
    let kept = await texts("s.training.sentence", after: text("seed: 1"))
    let all = await texts("s.sentence", after: text("seed: 1"))
    #expect(held.count == 3 && kept.count == 9 && Set(held).union(kept) == Set(all))
    // In their order, so that columns of one row belong together.
    #expect(held == all.filter(held.contains) && kept == all.filter(kept.contains))
    #expect(
      await texts("s.held_out.answer", after: text("seed: 1"))
        == held.map { String($0.split(separator: " ")[1]) })
    let others = await texts("s.held_out.sentence", after: text("seed: 2"))
    #expect(others.count == 3 && others != held)
  }

  @Test func mistakes() async {
    let report = await expect(
      table
        + """
        ```{sentences}
        templates:
          - "the capital of ⟦parameter⟧{contry} is {city}"
          - "{city} ⟦parameter⟧{in"
          - {⟦parameter⟧txt: "a {city}", kind: b}
        fill: =t
        ```

        ```{sentences}
        templates: ["the ⟦parameter⟧{city}"]
        ```

        ```{sentences}
        templates: ["the ⟦parameter⟧{city}"]
        fill: {city: [Paris, " "]}
        ```

        ```{sentences}
        templates: [⟦parameter⟧"  "]
        ```

        ```{⟦experiment⟧sentences}
        templates: []
        ```

        ```{⟦experiment⟧sentences}
        templates: ["{a}"]
        fill: {a: []}
        ```

        ```{sentences}
        templates: ["{a}"]
        fill: ⟦parameter⟧{a: [x, y], b: [x]}
        ```

        ```{sentences}
        templates: ["{a}"]
        fill: ⟦parameter⟧3
        ```

        ```{sentences}
        templates: [a]
        held-out: ⟦parameter⟧1
        ```
        """.replacing("{⟦parameter⟧txt", with: "⟦parameter⟧⟦parameter⟧{txt").replacing(
          "⟦parameter⟧⟦parameter⟧{txt", with: "⟦parameter⟧{⟦parameter⟧txt"
        ).replacing("- \"the capital of ⟦parameter⟧{contry}", with: "- \"the capital of {contry}"))
    #expect(report.helps.contains { $0.contains("did you mean text?") })
  }

  @Test func aMistypedColumnIsNearOne() async {
    let report = await expect(
      table + "```{sentences}\ntemplates: [\"the capital of ⟦parameter⟧{contry} is {city}\"]\nfill: =t\n```")
    #expect(report.messages == ["the table has no column contry"])
    #expect(report.helps == ["did you mean {country}?"])
  }

  @Test(.timeLimit(.minutes(5))) func hostileSizes() async {
    let many = "```{let}\nv: =linspace(1, 100000, 100000)\n```\n\n"
    await expect(many + "```{sentences}\ntemplates: [⟦parameter⟧\"{a} is a number\"]\nfill: {a: =v}\n```")
    let template = Array(repeating: "\"{a} {a} {a}\"", count: 1000).joined(separator: ", ")
    let few = "```{let}\nv: =linspace(1, 19000, 19000)\n```\n\n"
    await expect(few + "```{⟦experiment⟧sentences}\ntemplates: [\(template)]\nfill: {a: =v}\n```")
    let places = String(repeating: "{a}", count: 10_000)
    await expect("```{sentences}\ntemplates: [⟦parameter⟧\"\(places)\"]\nfill: {a: [b]}\n```")
    await expect("```{sentences}\ntemplates: [\"⟦parameter⟧\(String(repeating: "{", count: 10_000))\"]\n```")
  }
}
