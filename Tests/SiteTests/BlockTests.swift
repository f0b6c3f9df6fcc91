import Testing

@Suite struct BlockTests {
  /// Each block of Markdown with the HTML that it becomes.
  @Test(arguments: [
    ("one\ntwo", "<p>one\ntwo</p>"),
    ("one  \ntwo", "<p>one<br>\ntwo</p>"),
    ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>"),
    ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
    ("- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>"),
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a\n</li>"),
    ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>"),
    ("- [x] a\n- [ ] b", "<li class=\"task\"><span class=\"box\" role=\"img\" aria-label=\"done\">☑</span>a"),
    ("***", "<hr>"),
    ("    let x", "<pre><code>let x"),
    ("```swift\nlet x\n```", "<code class=\"language-swift\"><span class=\"hljs-keyword\">let</span> x"),
    ("> [!TIP]\n> Do it.", "<div class=\"callout tip\" role=\"note\" aria-label=\"Tip\">"),
    ("> [!CAUTION]\n> Do not.", "<p class=\"callout-title\" aria-hidden=\"true\">Caution</p>"),
    ("[x](https://example.org)", "<a href=\"https://example.org\" rel=\"noopener\">x</a>"),
    ("[x](data.csv)", "<a href=\"data.csv\">x</a>"),
    ("![words](picture.png)", "<p><img src=\"picture.png\" alt=\"words\"></p>"),
  ])
  func aBlockBecomesItsElement(markdown: String, expected: String) async throws {
    let html = try await bodyHTML(markdown)
    #expect(html.contains(expected), "\(html)")
  }

  @Test func headingsStandBelowThePagesTitle() async throws {
    let document = try await page("# One\n\n## Two\n\n## Two\n\n###### Six")
    #expect(document.elements("h1").map(\.text) == ["Title"])
    #expect(document.element("one")?.tag == "h2")
    #expect(document.element("two")?.tag == "h3")
    #expect(document.element("two-1")?.tag == "h3")
    #expect(document.element("six")?.tag == "h6")
  }

  @Test func headingsKeepTheirLevelWhereTheTitleHasNoRival() async throws {
    let document = try await page("## Two\n\n### Three {#sec-three}")
    #expect(document.element("two")?.tag == "h2")
    #expect(document.element("sec-three")?.tag == "h3")
  }

  @Test func contentsListTheTwoUpperLevelsTwice() async throws {
    let document = try await page("## A\n\n### B\n\n#### C\n\n## D")
    let lists = document.elements.filter { $0.classes.contains("contents") }
    #expect(lists.map(\.tag) == ["details", "nav"])
    let links = document.elements("a").filter {
      document.isInside($0) { $0.tag == "nav" && $0.classes == ["contents", "margin"] }
    }
    #expect(links.map(\.text) == ["A", "B", "D"])
    #expect(links.map { $0.attributes["href"] } == ["#a", "#b", "#d"])
  }

  @Test func oneSectionNeedsNoContents() async throws {
    #expect(try await page("## Alone\n\nText.").elements(ofClass: "contents").isEmpty)
  }

  @Test func tablesKeepTheirAlignmentAndScroll() async throws {
    let document = try await page("| a | b | |\n|:-:|--:|---|\n| 1 | 2 | 3 |\n\n: Words. {#tbl-own}")
    #expect(document.element("tbl-own")?.tag == "figure")
    #expect(document.elements("th").map { $0.attributes["class"] } == ["center", "right"])
    #expect(document.elements("td").map(\.text) == ["", "1", "2", "3"])
    #expect(document.elements("figcaption").map(\.text) == ["Table 1. Words."])
    #expect(document.elements("table").allSatisfy { document.isInside($0) { $0.classes == ["scroll"] } })
  }

  @Test func tablesWithACaptionAreCountedWithThoseOfExperiments() async throws {
    let table = "| a |\n|---|\n| 1 |\n\n: Words.\n\n"
    let document = try await page(table + "```{rows} r\ntbl-cap: Printed.\n```\n\n" + table + "@tbl-r")
    #expect(
      document.elements("figcaption").map(\.text) == [
        "Table 1. Words.", "Table 2. Printed.", "Table 3. Words.",
      ])
    #expect(document.elements(ofClass: "reference").map(\.text) == ["Table\u{00A0}2"])
  }

  @Test func aPictureWithALabelIsAFigure() async throws {
    let document = try await page("![A cat](picture.png \"The caption.\"){#fig-cat}\n\nSee @fig-cat.")
    let figure = try #require(document.element("fig-cat"))
    #expect(figure.tag == "figure")
    #expect(figure.text.contains("Figure 1. The caption."))
    #expect(document.elements("img").map { $0.attributes["alt"] } == ["A cat"])
  }
}
