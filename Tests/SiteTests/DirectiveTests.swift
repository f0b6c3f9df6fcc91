import Testing

@Suite struct DirectiveTests {
  @Test func aFigureHasItsNumberAndItsCaption() async throws {
    let document = try await page("```{draw} d\nfig-cap: Half is [0.5](=d.half).\n```\n\n@fig-d")
    let figure = try #require(document.element("fig-d"))
    #expect(figure.tag == "figure")
    let caption = try #require(document.elements("figcaption").first)
    #expect(caption.text.hasPrefix("Figure 1. Half is 0.5"))
    #expect(document.elements(ofClass: "claim").count == 1)
    #expect(document.elements(ofClass: "reference").map { $0.attributes["href"] } == ["#fig-d"])
  }

  @Test func anUnnamedFigureWithoutACaptionHasNoNumber() async throws {
    let document = try await page("```{draw}\n```")
    #expect(document.elements(ofClass: "drawing").count == 1)
    #expect(document.elements("figcaption").filter { $0.text.contains("Figure") }.isEmpty)
    #expect(document.elements(ofClass: "number").isEmpty)
  }

  @Test func theAuthorsWordsStandForAPicture() async throws {
    let document = try await page("```{draw}\nfig-alt: My \"words\".\n```")
    let drawing = try #require(document.elements(ofClass: "drawing").first)
    #expect(drawing.attributes["role"] == "img")
    #expect(drawing.attributes["aria-label"] == "My \"words\".")
  }

  @Test func theSameDrawingTwiceKeepsItsIdentifiersApart() async throws {
    let document = try await page("```{draw}\n```\n\n```{draw}\n```\n\n```{draw}\n```")
    let drawings = document.elements("svg").filter { $0.attributes["id"] != nil }
    let first = try #require(drawings.first?.attributes["id"])
    #expect(first.hasPrefix("figure-"))
    #expect(drawings.map { $0.attributes["id"] } == [first, "\(first)-copy-2", "\(first)-copy-3"])
    #expect(
      document.elements("path").compactMap { $0.attributes["clip-path"] }
        == ["url(#\(first)-clip)", "url(#\(first)-copy-2-clip)", "url(#\(first)-copy-3-clip)"])
    #expect(document.elements("style").map(\.text).last == "#\(first)-copy-3{color:red}")
  }

  @Test func aPrintedTableIsEscapedAndTellsWhatItLeavesOut() async throws {
    let document = try await page("```{rows} r\n```")
    #expect(document.element("tbl-r")?.classes == ["table"])
    #expect(document.elements("th").map(\.text) == ["m<1 (kg)", "name"])
    #expect(document.elements("td").map(\.text) == ["1", "a & b", "2", "<i>"])
    #expect(document.elements(ofClass: "omitted").map(\.text) == ["and 3 more rows"])
  }

  @Test func aSweepIsATableWithoutTheFiguresOfItsRuns() async throws {
    let document = try await page(
      """
      ```{sweep} s
      run: chart
      over: {charts: [1, 2]}
      tbl-cap: The first is [0.5](=s.half_1).
      ```
      """)
    #expect(document.element("tbl-s")?.classes == ["table"])
    #expect(document.elements("th").map(\.text) == ["charts", "half"])
    #expect(document.elements("td").map(\.text) == ["1", "0.5", "2", "0.5"])
    #expect(document.elements(ofClass: "drawing").isEmpty)
    let origin = try #require(document.element("source-1"))
    #expect(origin.text.contains("run: chart") && origin.text.contains("s {sweep}"))
  }

  @Test func theSourceIsShownWhereItIsAskedFor() async throws {
    let document = try await page("```{draw} d\necho: true\nfig-cap: Words.\n```")
    let code = document.elements("code").filter { $0.classes == ["language-yaml"] }
    #expect(code.count == 1)
    #expect(code.first?.text.contains("fig-cap: Words.") == true)
  }

  @Test func noOutputShowsNothing() async throws {
    let document = try await page("```{draw} d\noutput: false\nfig-cap: Has [0.5](=d.half).\n```\n\nText.")
    #expect(document.elements("figure").isEmpty)
    #expect(document.elements(ofClass: "claim").isEmpty)
  }

  @Test func conditionsAreListedAsVerifiedFacts() async throws {
    let document = try await page("```{check}\n- 1 + 1 == 2\n- sqrt(4) < 3\n```")
    let facts = document.elements(ofClass: "fact")
    #expect(facts.count == 2)
    let marks = document.elements(ofClass: "mark")
    #expect(marks.allSatisfy { $0.attributes["aria-label"] == "verified" })
    #expect(document.elements("math").count == 2)
  }

  @Test func aConditionThatFailsIsMarkedInAPreview() async throws {
    let document = try await page("```{check}\n- 1 + 1 == 3\n```", isPreview: true, isRight: false)
    #expect(document.elements(ofClass: "fact").first?.classes == ["fact", "failed"])
    #expect(document.elements(ofClass: "mark").first?.attributes["aria-label"] == "not verified")
  }

  @Test func footnotesLeadThereAndBack() async throws {
    let document = try await page("One[^a] two[^b] one again[^a].\n\n[^a]: First, see[^b].\n[^b]: Second.")
    #expect(document.element("footnote-1")?.tag == "li")
    let back = document.elements("a").filter { $0.classes == ["back"] }
    #expect(
      back.map { $0.attributes["href"] } == [
        "#footnote-1-reference", "#footnote-1-reference-2", "#footnote-2-reference",
        "#footnote-2-reference-2",
      ])
    for link in back { #expect(document.element(String(link.attributes["href"]?.dropFirst() ?? "")) != nil) }
  }
}
