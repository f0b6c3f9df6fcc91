import Testing

@Suite struct ClaimTests {
  @Test func aClaimLeadsToItsExpressionAndTwelveDigits() async throws {
    let document = try await page("```{draw} d\n```\n\nIt is [33 %](=d.third).")
    let claim = try #require(document.elements(ofClass: "claim").first)
    #expect(claim.attributes["href"] == "#claim-1-origin")
    #expect(claim.attributes["id"] == "claim-1")
    #expect(claim.text == "33 %")
    let origin = try #require(document.element("claim-1-origin"))
    #expect(origin.text.contains("33 %line 8"))
    // 1/3 to 12 significant digits
    #expect(document.elements(ofClass: "origin-formula").first?.text.contains("0.333333333333") == true)
    #expect(origin.text.contains("from d {draw}"))
  }

  @Test func aDirectiveTellsWhatItWasAskedAndWhatUsesIt() async throws {
    let document = try await page(
      "```{let}\nhalf: 0.5\nsame: =half\n```\n\n[0.5](=half), [1](=2half) and [2](=1+1).")
    let source = try #require(document.element("source-1"))
    #expect(source.text.contains("same: =half"))
    #expect(source.text.hasSuffix("used by line 10\n"))
    let links = document.elements("a").compactMap { $0.attributes["href"] }
    #expect(links.filter { $0 == "#source-1" }.count == 2)
    #expect(links.contains("#claim-1"))
  }

  @Test func aValueOfAnotherLessonLeadsThere() async throws {
    let site = try await makeSite([
      "course.yml": "title: T\nparts:\n  - title: P\n    lessons: [one.md, two.md]\n",
      "one.md": "---\ntitle: One\n---\n\n```{let}\nhalf: 0.5\n```\n",
      "two.md": "---\ntitle: Two\n---\n\n```{use} one.half\n```\n\n[0.5](=half)\n",
    ])
    let two = HTMLDocument(try #require(site.render("two.html")))
    #expect(two.elements("a").contains { $0.attributes["href"] == "one.html#source-1" })
    let one = HTMLDocument(try #require(site.render("one.html")))
    #expect(one.element("source-1")?.text.contains("used by Two") == true)
  }

  @Test func aConditionIsToldAsTrueOrFalse() async throws {
    let document = try await page("[Indeed](=1<2), and [no](=2<1).")
    #expect(document.element("claim-1-origin")?.text.contains("true:") == true)
    #expect(document.element("claim-2-origin")?.text.contains("false:") == true)
  }

  @Test func aNumberSetAsAFormulaHasWordsOfItsOwn() async throws {
    let document = try await page("[$5.98\\times10^{22}$](=5.98*10^22), $\\claim{2}{1+1}$ and [2](=1+1)")
    let hidden = document.elements(ofClass: "visually-hidden").filter { element in
      document.isInside(element) { $0.classes == ["claim"] }
    }
    #expect(hidden.map(\.text) == Array(repeating: ", and where its numbers come from", count: 2))
  }

  @Test func aPageWithoutNumbersHasNoListOfOrigins() async throws {
    let document = try await page("Nothing is claimed.")
    #expect(document.element("origins") == nil)
  }

  /// The shapes of inserted values, as the page shows them.
  @Test(arguments: [
    ("[](=1234567)", "1,234,567"), ("[](=0.576116884765829)", "0.5761"), ("[](=0.5761 \"0.0%\")", "57.6%"),
    ("[](<=[1, -2]>)", "(1, −2)"), ("[](=5.98*10^22)", "5.98×10<sup>22</sup>"),
  ])
  func anInsertedValueHasItsShape(markdown: String, expected: String) async throws {
    let html = try await bodyHTML("\(markdown) is the value.")
    #expect(html.contains(">\(expected)</a> is the value."), "\(html)")
  }

  @Test func aClaimInsideALinkOpensNoOtherLink() async throws {
    let document = try await page("```{draw} d\n```\n\n[see [0.5](=d.half) @fig-d](https://a.org)")
    for link in document.elements("a") {
      #expect(!document.isInside(link) { $0.tag == "a" }, "\(link)")
    }
  }

  @Test func aWrongClaimIsMarkedInAPreview() async throws {
    let document = try await page("Here [3](=1+1), there [4](=nothing).", isPreview: true, isRight: false)
    let claims = document.elements(ofClass: "claim")
    #expect(claims.map(\.classes) == [["claim", "failed"], ["claim", "failed"]])
    #expect(document.elements(ofClass: "origin-problem").count == 2)
    let banner = try #require(document.elements(ofClass: "diagnostics").first)
    #expect(banner.text.contains("2 mistakes"))
    #expect(document.elements(ofClass: "place").map(\.text) == ["5:7", "5:28"])
  }

  @Test func whatDependsOnAFailureIsMarkedToo() async throws {
    let document = try await page(
      "```{draw} d\nwrong: 1\n```\n\nHere [0.5](=d.half).", isPreview: true, isRight: false)
    #expect(document.elements(ofClass: "not-run").map(\.text) == ["{draw} did not run."])
    #expect(
      document.elements(ofClass: "origin-problem").map(\.text) == [
        "not run, because something it needs failed"
      ])
  }

  @Test func onlyAPreviewShowsMistakesAndReloads() async throws {
    let document = try await page("Here [3](=1+1).", isRight: false)
    #expect(document.elements(ofClass: "diagnostics").isEmpty)
    #expect(
      document.elements("script").map { $0.attributes["src"] } == [
        "assets/gradus.js", "assets/notes.js", "assets/search.js",
      ])
    let preview = try await page("Text.", isPreview: true)
    #expect(
      preview.elements("script").map { $0.attributes["src"] } == [
        "assets/gradus.js", "assets/reload.js", "assets/search.js",
      ])
    #expect(preview.elements("script").dropFirst().first?.attributes["data-version"] == "7")
    let broken = try await page("[3](=1+1)", isPreview: true, isRight: false)
    #expect(broken.elements("a").contains { $0.attributes["href"] == "?last-good" })
  }
}
