import Foundation
import Site
import Testing

/// With the address of the course, its pages say what other sites need; without it, they say nothing of it.
@Suite struct SharingTests {
  private static func lesson(_ title: String, _ more: String = "", _ body: String = "Text.") -> String {
    "---\ntitle: \"\(title)\"\n\(more)---\n\n\(body)\n"
  }

  private func site(base: String?) async throws -> Site {
    let address = base.map { "base-url: \($0)\n" } ?? ""
    return try await makeSite([
      "course.yml":
        "title: A & B\nauthor: Ada\n\(address)parts: [{title: P, lessons: [a.md, 'b c.md', d.md, e.md]}]\n",
      "a.md": Self.lesson("First", "date: 2024-02-29\ndescription: About < it.\n", "```{chart} c\n```"),
      "b c.md": Self.lesson("Second", "date: 2025-01-31\nauthor: Ben\n"),
      "d.md": Self.lesson("Third", "date: 2025-02-29\n"), "e.md": Self.lesson("Fourth", "date: 2025-01-31\n"),
    ])
  }

  private func text(_ site: Site, _ path: String) throws -> String {
    String(decoding: try #require(site.render(path)), as: UTF8.self)
  }

  @Test func withoutAnAddressThereIsNothing() async throws {
    let site = try await site(base: nil)
    #expect(!site.paths.contains { $0.hasSuffix(".xml") || $0.hasSuffix(".png") })
    for page in ["index.html", "a.html", "print.html", "verification.html"] {
      let text = try text(site, page)
      for piece in ["og:", "canonical", "twitter:", "atom+xml"] {
        #expect(!text.contains(piece), "\(page): \(piece)")
      }
    }
  }

  @Test(arguments: ["https://example.org/x", "https://example.org/x/", "https://example.org/x///"])
  func pagesSayTheirAddressAndShowAPicture(_ base: String) async throws {
    let site = try await site(base: base)
    let page = HTMLDocument(try text(site, "a.html"))
    #expect(page.problems.isEmpty)
    let metas = page.elements("meta").filter { $0.attributes["property"] != nil }
      .reduce(into: [:]) { $0[$1.attributes["property"] ?? ""] = $1.attributes["content"] }
    #expect(
      metas == [
        "og:title": "First", "og:type": "article", "og:url": "https://example.org/x/a.html",
        "og:site_name": "A & B", "og:description": "About < it.",
        "og:image": "https://example.org/x/a.card.png", "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630", "og:image:alt": "First – A & B",
      ])
    let links = page.elements("link").filter { ["canonical", "alternate"].contains($0.attributes["rel"]) }
    #expect(links.map { $0.attributes["href"] } == ["https://example.org/x/a.html", "feed.xml"])
    let home = try text(site, "index.html")
    #expect(home.contains("<link rel=\"canonical\" href=\"https://example.org/x/\">"))
    #expect(try text(site, "b c.html").contains("href=\"https://example.org/x/b%20c.html\""))
  }

  @Test func thePictureIsAPNGOfTheSizeThatItSays() async throws {
    let site = try await site(base: "https://example.org")
    for path in ["a.card.png", "b c.card.png", "index.card.png"] {
      let png = try #require(site.render(path))
      #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      // Width and height in the first chunk (RFC 2083, 4.1.1): 0x04B0 is 1200, 0x0276 is 630.
      #expect(png[16..<24] == [0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76])
      #expect(png == site.render(path))
    }
    #expect(site.render("a.card.png") != site.render("b c.card.png"))
    #expect(site.paths.filter { $0.hasSuffix(".png") }.count == 5)
  }

  @Test func theFeedHasTheLessonsWithADayTheLatestFirst() async throws {
    let feed = try text(try await site(base: "https://example.org/x/"), "feed.xml")
    // In HTML a link has no end.
    let document = HTMLDocument(String(feed.drop { $0 != "\n" }).replacing("></link>", with: ">"))
    #expect(document.problems.isEmpty)
    #expect(document.elements("title").map(\.text) == ["A & B", "Fourth", "Second", "First"])
    #expect(
      document.elements("id").map(\.text) == [
        "https://example.org/x/", "https://example.org/x/e.html", "https://example.org/x/b%20c.html",
        "https://example.org/x/a.html",
      ])
    // 29 February 2025 is no day, and the lesson that has it no entry.
    #expect(
      document.elements("updated").map(\.text) == [
        "2025-01-31T00:00:00Z", "2025-01-31T00:00:00Z", "2025-01-31T00:00:00Z", "2024-02-29T00:00:00Z",
      ])
    #expect(document.elements("name").map(\.text) == ["Ada", "Ben"])
    #expect(document.elements("summary").map(\.text) == ["About < it."])
  }

  @Test func aCourseWithoutDaysHasNoFeed() async throws {
    let site = try await makeSite([
      "course.yml": "title: C\nbase-url: https://e.org\nparts: [{title: P, lessons: [a.md]}]\n",
      "a.md": Self.lesson("First", "date: last May\n"),
    ])
    #expect(!site.paths.contains("feed.xml") && site.paths.contains("sitemap.xml"))
    #expect(try !text(site, "a.html").contains("atom+xml"))
  }

  @Test func theSiteMapHasEveryPage() async throws {
    let map = try text(try await site(base: "https://example.org/x"), "sitemap.xml")
    let document = HTMLDocument(String(map.drop { $0 != "\n" }))
    #expect(
      document.elements("loc").map(\.text)
        == ["", "a.html", "b%20c.html", "d.html", "e.html"].map {
          "https://example.org/x/\($0)"
        })
    #expect(document.elements("lastmod").map(\.text) == ["2024-02-29", "2025-01-31", "2025-01-31"])
  }

  @Test(arguments: [
    "𝔘nicode 数学 🙂 <b> & \\\"quotes\\\"", String(repeating: "long ", count: 200),
    String(repeating: "W", count: 500),
  ])
  func anyTitleMakesAPicture(_ title: String) async throws {
    let site = try await makeSite([
      "course.yml": "title: C\nbase-url: https://e.org\nparts: [{title: P, lessons: [a.md]}]\n",
      "a.md": Self.lesson(title),
    ])
    #expect(site.render("a.card.png")?.isEmpty == false)
  }
}
