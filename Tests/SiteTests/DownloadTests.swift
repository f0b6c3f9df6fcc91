import Foundation
import Site
import Testing

/// Figures, data and lessons can be taken away.
@Suite struct DownloadTests {
  private static let head = "---\ntitle: Title\n---\n\n"

  private func site(_ body: String, settings: String = "") async throws -> Site {
    try await makeSite([
      "course.yml": "title: C\n\(settings)parts: [{title: P, lessons: [a/l.md]}]\n",
      "a/l.md": Self.head + body + "\n", "a/l.figures/x.svg": "",
    ])
  }

  private func text(_ site: Site, _ path: String) throws -> String {
    String(decoding: try #require(site.render(path), "\(path) is not in \(site.paths)"), as: UTF8.self)
  }

  private func downloads(_ site: Site) -> [String] { site.paths.filter { $0.contains(".figures/") } }

  @Test func filesAreNamedAfterResultsNumbersAndDirectives() async throws {
    let body = """
      ```{chart} loss
      charts: 2
      table: true
      ```

      ```{chart}
      fig-cap: With a number.
      ```

      ```{chart}
      ```

      ```{rows} LOSS
      ```

      ```{chart} hidden
      output: false
      ```
      """
    let site = try await site(body)
    #expect(
      downloads(site)
        == [
          "loss.svg", "loss.csv", "loss-2.svg", "loss-2.csv", "loss-table.csv", "figure-3.svg",
          "figure-3.csv",
          "chart-1.svg", "chart-1.csv", "LOSS-3.csv",
        ].map { "a/l.figures/\($0)" })
    let page = HTMLDocument(try text(site, "a/l.html"))
    let links = page.elements("a").filter { $0.attributes["download"] != nil }
    #expect(links.map { "a/\($0.attributes["href"] ?? "")" } == downloads(site))
    #expect(links.map(\.text).prefix(2) == ["SVG", "CSV"])
    #expect(
      links.map { $0.attributes["aria-label"] }.prefix(5) == [
        "Figure 1 as SVG", "Figure 1 as CSV", "Figure 2 as SVG", "Figure 2 as CSV", "Table 1 as CSV",
      ])
    #expect(links.allSatisfy { link in page.isInside(link) { $0.tag == "figure" } })
  }

  @Test func dataIsWhatIsDrawnAndComputesNothing() async throws {
    let site = try await site("```{chart} c\ntable: true\n```")
    #expect(try text(site, "a/l.figures/c.csv") == "series,step,y\r\n'=s,0,0.5\r\n'=s,1,2\r\n")
    #expect(try text(site, "a/l.figures/c-table.csv") == "m (kg),word\r\n12345.5,−2\r\n-2e-5,'=A1\r\n")
  }

  @Test func aDrawingStandsAlone() async throws {
    let site = try await site("```{chart} c\n```\n\n```{steps} s\n```\n\n```{draw} d\n```")
    let drawing = try text(site, "a/l.figures/c.svg")
    #expect(
      drawing.hasPrefix(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
    for piece in ["var(", "--", "prefers-color-scheme", "<style", "max-width"] {
      #expect(!drawing.contains(piece), "\(piece)")
    }
    // The paper and the first colour of series, in their light forms.
    #expect(drawing.contains("fill=\"#fff\"") && drawing.contains("stroke=\"#0b4ea2\""))
    #expect(drawing.contains("font-family=\"'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif\""))
    #expect(drawing.contains("<desc") && drawing.contains("viewBox=\"-12.0 -12.0 664.0 384.0\""))
    #expect(HTMLDocument(String(drawing.drop { $0 != "\n" })).elements("svg").count == 1)
    let still = try text(site, "a/l.figures/s.svg")
    #expect(still.contains("d=\"M2\"") && !still.contains("d=\"M1\"") && !still.contains("data-"))
    #expect(try text(site, "a/l.figures/d.svg").contains("<style>#figure-"))
    #expect(Shared.pictures != nil)
  }

  @Test func aDrawingOfOnesOwnIsResolvedToo() async throws {
    let site = try await site("```{own} o\n```")
    let drawing = try text(site, "a/l.figures/o.svg")
    #expect(
      drawing.contains("<path fill=\"red\" stroke=\"#111\" d=\"M0 0\"/>")
        && drawing.contains("<path fill=\"currentcolor\" stroke=\"rgb(1,2,3)\"/>"))
    #expect(drawing.contains("<style>#o{stroke-width:2}</style>"))
    #expect(drawing.contains("<text>a &lt; b, var(--left)</text>"))
    #expect(drawing.contains("width=\"100%\" height=\"100%\""))
  }

  @Test func aLessonIsGivenByteForByte() async throws {
    let lesson = Self.head + "Text\r\n  with `odd`   space \n"
    let site = try await makeSite([
      "course.yml": "title: C\nparts: [{title: P, lessons: [a/l.md]}]\n", "a/l.md": lesson,
    ])
    #expect(try text(site, "a/l.md") == lesson)
    let page = HTMLDocument(try text(site, "a/l.html"))
    #expect(page.elements(ofClass: "source").map { $0.attributes["href"] } == ["l.md"])
    #expect(try text(try await makeSite(["one.md": lesson]), "index.md") == lesson)
  }

  @Test func aLessonThatWouldTellSolutionsIsNotGiven() async throws {
    let exercise = "```{exercise}\nquestion: Q?\nanswer: {says: \"8\", is: 8}\n```"
    for (settings, body, isGiven) in [
      ("solutions: separate\n", exercise, false), ("solutions: separate\n", "Text.", true),
      ("", exercise, true),
    ] {
      let site = try await site(body, settings: settings)
      #expect(site.paths.contains("a/l.md") == isGiven)
      #expect(try text(site, "a/l.html").contains("Markdown source") == isGiven)
      #expect((site.render("a/l.md") != nil) == isGiven)
    }
  }

  @Test func aFigureWithoutWordsIsAMistake() async throws {
    _ = try await page("```{mute}\n```", isRight: false)
    _ = try await page("```{mute}\nfig-alt: Nothing at all.\npictures: 2\n```", isRight: false)
    let spoken = try await page("```{mute}\nfig-alt: Nothing at all.\n```")
    #expect(spoken.elements(ofClass: "drawing").map { $0.attributes["aria-label"] } == ["Nothing at all."])
    _ = try await page("```{mute}\noutput: false\n```")
    // A drawing without words of its own gets those of its experiment.
    let drawn = try await page("```{draw}\n```")
    #expect(drawn.elements(ofClass: "drawing").map { $0.attributes["aria-label"] } == ["A picture."])
  }
}
