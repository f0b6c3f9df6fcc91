import Site
import Testing

/// Citations on pages, and the lists that they lead to.
@Suite struct CitationTests {
  private static let works = """
    - {id: hoffmann2022, type: article, title: Training compute-optimal models, issued: 2022,
       DOI: 10.48550/arXiv.2203.15556, publisher: arXiv, number: "arXiv:2203.15556",
       author: [{family: Hoffmann, given: Jordan}, {family: Borgeaud, given: Sebastian},
       {family: Mensch, given: A.}]}
    - {id: knuth1984, type: book, title: The TeXbook, issued: 1984,
       author: [{family: Knuth, given: Donald Ervin}], publisher: Addison-Wesley,
       publisher-place: Reading, edition: 2}
    - {id: lecun1998, type: article-journal, title: Gradient-based learning,
       container-title: Proceedings of the IEEE, volume: 86, issue: 11, page: 2278-2324, issued: 1998,
       author: [{family: LeCun, given: Yann}, {family: Bottou, given: Jean-Paul}]}
    - {id: same1, title: First, author: Lab, issued: 2020}
    - {id: same2, title: Second, author: Lab, issued: 2020}
    - {id: undated, type: webpage, title: A page & <more>, URL: "https://x.org/?a=1&b=<2>",
       accessed: 2024-01-02}
    - {id: hostile, title: "<script>alert(1)</script>", author: "\\"><img src=x>",
       URL: "javascript:alert(1)", issued: "<i>n</i>"}

    """

  private func site(_ lessons: [String], style: String = "numeric", extra: String = "") async throws -> Site {
    var texts = ["references.yml": Self.works]
    var names: [String] = []
    for (index, lesson) in lessons.enumerated() {
      names.append("l\(index + 1).md")
      texts["l\(index + 1).md"] = "---\ntitle: Lesson \(index + 1)\n---\n\n\(lesson)\n"
    }
    texts["course.yml"] = """
      title: T
      bibliography: references.yml
      citation-style: \(style)
      \(extra)
      parts: [{title: P, lessons: [\(names.joined(separator: ", "))]}]
      """
    let site = try await makeSite(texts)
    for path in site.paths where path.hasSuffix(".html") {
      let document = HTMLDocument(try #require(site.render(path)))
      #expect(document.problems.isEmpty, "\(path): \(document.problems)")
    }
    return site
  }

  private func document(_ text: String, style: String = "numeric") async throws -> HTMLDocument {
    HTMLDocument(try #require(try await site([text], style: style).render("l1.html")))
  }

  @Test(arguments: [
    ("[@hoffmann2022, table 3]", "[1, table 3]", "(Hoffmann et al., 2022, table 3)"),
    (
      "[see @lecun1998; @knuth1984, p. 4]", "[see 1; 2, p. 4]",
      "(see LeCun and Bottou, 1998; Knuth, 1984, p. 4)"
    ),
    ("[@lecun1998; @knuth1984]", "[1, 2]", "(LeCun and Bottou, 1998; Knuth, 1984)"),
    ("[-@knuth1984]", "[1]", "(1984)"), ("@knuth1984", "Knuth [1]", "Knuth (1984)"),
    ("@knuth1984 [p. 33]", "Knuth [1, p. 33]", "Knuth (1984, p. 33)"),
    ("[@same2; @same1]", "[1, 2]", "(Lab, 2020b; Lab, 2020a)"),
    ("[@undated]", "[1]", "(“A page & <more>”, n.d.)"),
  ])
  func citationsAreWrittenInBothStyles(_ written: String, _ numeric: String, _ authorYear: String)
    async throws
  {
    for (style, expected) in [("numeric", numeric), ("author-year", authorYear)] {
      let document = try await document("Text \(written).", style: style)
      #expect(document.elements(ofClass: "citation").map(\.text) == [expected])
      for link in document.elements("a") where link.attributes["id"]?.hasPrefix("citation") == true {
        let target = String(try #require(link.attributes["href"]).dropFirst())
        #expect(document.element(target)?.tag == "li")
      }
    }
  }

  /// The forms follow common practice; the facts are those of `works`.
  @Test(arguments: [
    (
      "hoffmann2022",
      "Hoffmann, J., Borgeaud, S., and Mensch, A. (2022). Training compute-optimal models. arXiv:2203.15556. "
        + "https://doi.org/10.48550/arXiv.2203.15556 ↩"
    ),
    ("knuth1984", "Knuth, D. E. (1984). The TeXbook (2nd ed.). Addison-Wesley, Reading. ↩"),
    (
      "lecun1998",
      "LeCun, Y., and Bottou, J.-P. (1998). Gradient-based learning. "
        + "Proceedings of the IEEE, 86(11), 2278–2324. ↩"
    ),
    ("undated", "A page & <more> (n.d.). https://x.org/?a=1&b=<2> (seen 2024-01-02) ↩"),
    ("hostile", "\"><img src=x> (<i>n</i>). <script>alert(1)</script>. ↩"),
  ])
  func worksAreDescribedByTheirKind(_ key: String, _ expected: String) async throws {
    let document = try await document("[@\(key)]")
    #expect(document.element("reference-1")?.text == expected)
  }

  @Test func numbersFollowTheLesson() async throws {
    let text =
      "# Heading [@knuth1984]\n\nNote[^n], [@lecun1998] and [@knuth1984].\n\n[^n]: Text [@hoffmann2022]."
    let document = try await document(text)
    #expect(document.elements(ofClass: "citation").map(\.text) == ["[1]", "[2]", "[1]", "[3]"])
    #expect(document.element("heading")?.tag == "h2")
    #expect(document.element("reference-1")?.text.hasPrefix("Knuth") == true)
    let back = document.elements(ofClass: "back").compactMap { $0.attributes["href"] }
    #expect(
      back == [
        "#footnote-n-reference".replacing("-n", with: "-1"), "#citation-1", "#citation-3", "#citation-2",
        "#citation-4",
      ])
    for link in back { #expect(document.element(String(link.dropFirst())) != nil) }
  }

  @Test func authorYearListsAreInAlphabeticalOrder() async throws {
    let document = try await document("[@lecun1998; @hoffmann2022; @knuth1984]", style: "author-year")
    let list = document.elements("li").filter { $0.attributes["id"]?.hasPrefix("reference-") == true }
    #expect(list.map { String($0.text.prefix(4)) } == ["Hoff", "Knut", "LeCu"])
  }

  @Test func aHeadingAtTheEndIsThatOfTheList() async throws {
    let own = try await document("[@knuth1984]\n\n## Literature")
    #expect(own.elements("h2").map(\.text) == ["Literature#"])
    let named = try await document("## References\n\n[@knuth1984]")
    #expect(named.elements("h2").map(\.text) == ["References#", "References"])
    #expect(named.element("lesson-references") != nil)
    #expect(try await document("Text.").elements(ofClass: "references").isEmpty)
  }

  @Test func aLinkHoldsNoOther() async throws {
    let document = try await document("[as @knuth1984 says](https://a.org)")
    for link in document.elements("a") { #expect(!document.isInside(link) { $0.tag == "a" }) }
    #expect(document.element("citation-1")?.tag == "span")
  }

  @Test func theCourseListsWhatItsLessonsCite() async throws {
    let fact = "```{let} k\nsource: \"@knuth1984\"\nx: 5\n```\n\n[5](=k.x) and [@lecun1998]"
    let site = try await site([fact, "```{use} l1.k\n```\n\n[5](=k.x), [10](<=2 * k.x>)"])
    let page = HTMLDocument(try #require(site.render("references.html")))
    let list = page.elements("li").filter { $0.attributes["id"] != nil }.map(\.text)
    #expect(list.count == 2)
    #expect(list.first?.hasSuffix("Cited in Lesson 1, Lesson 2") == true)
    #expect(list.last?.hasSuffix("Cited in Lesson 1") == true)
    let home = HTMLDocument(try #require(site.render("index.html")))
    #expect(home.elements("a").contains { $0.attributes["href"] == "references.html" })
    let second = HTMLDocument(try #require(site.render("l2.html")))
    #expect(
      second.elements(ofClass: "origin-citations").map(\.text) == [
        "Source: Knuth [1]", "With facts from Knuth [1]",
      ])
    // Two notes cite it, and the first is where its link leads.
    #expect(second.elements(ofClass: "back").map { $0.attributes["href"] } == ["#claim-1"])
    #expect(second.element("claim-1-origin")?.text.contains("Source: Knuth [1]") == true)
    #expect(second.element("reference-1")?.text.hasPrefix("Knuth") == true)
  }

  @Test func aCourseThatCitesNothingHasNoList() async throws {
    let site = try await site(["Text.", "Text."])
    #expect(!site.paths.contains("references.html"))
  }

  @Test func whatOnlySolutionsCiteIsNotOnStudentsPages() async throws {
    let text = "```{exercise}\nquestion: Who?\nsolution: As [@knuth1984] says.\n```\n\n[@lecun1998]"
    let site = try await site([text, "Text."], extra: "solutions: separate")
    let references = HTMLDocument(try #require(site.render("references.html")))
    let list = references.elements("li").filter { $0.attributes["id"] != nil }.map(\.text)
    #expect(list.count == 1 && list[0].hasPrefix("LeCun"))
    let page = HTMLDocument(try #require(site.render("l1.html")))
    #expect(page.elements(ofClass: "citation").map(\.text) == ["[1]"])
    #expect(page.element("reference-1")?.text.hasPrefix("LeCun") == true)
  }
}
