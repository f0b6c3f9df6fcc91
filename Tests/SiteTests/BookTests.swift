import Foundation
import Site
import Testing

/// The whole course is one page that prints.
@Suite struct BookTests {
  private static let files = [
    "course.yml":
      "title: C\nauthor: Ada\nparts: [{title: One, lessons: [a/x.md]}, {title: Two, lessons: [y.md]}]\n",
    "a/x.md": """
    ---
    title: First
    ---

    # A section {#sec-s}

    See @fig-d, @sec-s, [the second](../y.md#a-section), [its page](../y.md), [data](data.csv), [top](#a-section),
    [another site](https://example.org/#x) and a note.[^1]

    [^1]: The note.

    ```{draw} d
    fig-cap: Half is [0.5](=d.half).
    ```

    ```{steps} s
    ```

    ```{exercise} e
    question: What is 4 + 4?
    answer: {says: "8", is: 8}
    hint: HINT.
    solution: SOLUTION.
    ```

    ## A section
    """,
    "y.md": """
    ---
    title: Second
    lang: de
    ---

    ## A section

    Back to @exr-e and @fig-s.[^1]

    [^1]: Another.

    ```{draw} d
    ```

    ![A picture](a/p.png "Title"){#fig-p}
    """,
    "a/data.csv": "a\n1\n", "a/p.png": "",
  ]

  private func book(settings: String = "", for reader: Site.Reader = .student) async throws -> HTMLDocument {
    var files = Self.files
    files["course.yml"] = (files["course.yml"] ?? "") + settings
    let site = try await makeSite(files, for: reader)
    let document = HTMLDocument(try #require(site.render("print.html")))
    #expect(document.problems.isEmpty, "\(document.problems)")
    return document
  }

  @Test func identifiersAreUniqueAndLinksStayWithin() async throws {
    let book = try await book()
    let links = book.elements("a").filter { link in book.isInside(link) { $0.tag == "article" } }
      .compactMap { $0.attributes["href"] }
    #expect(
      links == [
        "#lesson-1-fig-d", "#lesson-1-sec-s", "#lesson-2-a-section", "#lesson-2", "a/data.csv",
        "#lesson-1-a-section", "https://example.org/#x", "#lesson-1-footnote-1",
        "#lesson-1-footnote-1-reference",
        "#lesson-1-exr-e", "#lesson-1-fig-s", "#lesson-2-footnote-1", "#lesson-2-footnote-1-reference",
      ])
    for link in links where link.hasPrefix("#") {
      #expect(book.element(String(link.dropFirst())) != nil, "\(link)")
    }
    for element in book.elements {
      for name in ["aria-labelledby", "aria-describedby", "for"] {
        for id in element.attributes[name]?.split(separator: " ") ?? [] {
          #expect(book.element(String(id)) != nil, "nothing has the id \(id)")
        }
      }
    }
    #expect(book.elements("img").map { $0.attributes["src"] } == ["a/p.png"])
  }

  @Test func itHasATitleContentsAndAllLessonsInOrder() async throws {
    let book = try await book()
    #expect(book.elements("h1").map(\.text) == ["C"])
    #expect(book.elements("article").map { $0.attributes["id"] } == ["lesson-1", "lesson-2"])
    #expect(book.elements("article").map { $0.attributes["lang"] } == [nil, "de"])
    #expect(book.elements(ofClass: "lesson-title").map(\.text) == ["First", "Second"])
    let contents = book.elements("a").filter { link in book.isInside(link) { $0.classes == ["book-contents"] }
    }
    #expect(contents.map { $0.attributes["href"] } == ["#lesson-1", "#lesson-2"])
    #expect(book.elements(ofClass: "part-title").map(\.text) == ["One", "Two", "One", "Two"])
    #expect(book.elements(ofClass: "claim").isEmpty)
    #expect(book.elements("figure").contains { $0.text.contains("Half is 0.5.") })
    #expect(book.elements("path").allSatisfy { $0.attributes["display"] != "none" })
    #expect(book.elements(ofClass: "frames").isEmpty && book.elements(ofClass: "downloads").isEmpty)
    #expect(book.elements("form").isEmpty)
  }

  @Test func drawingsKeepTheirNamesApart() async throws {
    let drawings = try await book().elements("svg").compactMap { $0.attributes["id"] }
    // Two pictures and a sequence.
    #expect(drawings.count == 3)
    #expect(Set(drawings).count == drawings.count)
    #expect(drawings.allSatisfy { $0.hasPrefix("lesson-") })
  }

  @Test func solutionsAreWhereThePagesHaveThem() async throws {
    func text(_ book: HTMLDocument) -> String { book.elements("main").map(\.text).joined() }
    let open = try await book()
    #expect(text(open).contains("SOLUTION."))
    #expect(open.elements("details").allSatisfy { $0.attributes["open"] != nil })
    let separate = try await book(settings: "solutions: separate\n")
    #expect(!text(separate).contains("SOLUTION.") && text(separate).contains("HINT."))
    #expect(text(try await book(settings: "solutions: separate\n", for: .teacher)).contains("SOLUTION."))
  }

  @Test func theHomePageLeadsToItAndALessonAloneHasNone() async throws {
    let site = try await makeSite(Self.files)
    let home = HTMLDocument(try #require(site.render("index.html")))
    #expect(home.elements("a").contains { $0.attributes["href"] == "print.html" })
    let alone = try await makeSite(["x.md": "---\ntitle: T\n---\n\nText.\n"])
    #expect(!alone.paths.contains("print.html"))
  }

  @Test func rawHTMLCannotEscape() async throws {
    let site = try await makeSite([
      "course.yml": "title: C\nhtml: true\nparts: [{title: P, lessons: [a.md]}]\n",
      "a.md":
        "---\ntitle: T\n---\n\n<a href='b.html' id=q title=\"a > b\">x</a> 1 < 2\n",
    ])
    let text = String(decoding: try #require(site.render("print.html")), as: UTF8.self)
    #expect(text.contains("<a href=\"b.html\" id=\"lesson-1-q\" title=\"a > b\">x</a>"))
  }
}
