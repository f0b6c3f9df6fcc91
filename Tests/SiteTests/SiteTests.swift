import Foundation
import Site
import Testing

/// A course with links in every direction.
private let course = [
  "course.yml": """
  title: A course
  author: [Ada, Ben]
  lang: en-GB
  parts:
    - title: One
      lessons: [one/first.md, "one/with space.md"]
    - title: Two
      lessons: [two/deep/third.md, index.md, verification.md]
  """,
  "one/first.md": """
  ---
  title: First
  description: About the first.
  ---

  ## A section {#sec-a}

  ```{draw} d
  fig-cap: A half, [0.5](=d.half).
  ```

  ```{rows} r
  fig-cap: Nobody sees [0.5](=d.half) here.
  ```

  See @fig-x, @eq-y, [that](../two/deep/third.md#grüße-an-alle), [this](#sec-a), [file](../data/my%20file.csv).

  ```{check}
  - d.half == 0.5
  ```
  """,
  "one/with space.md":
    "---\ntitle: Second\n---\n\n![words](../data/picture.png) and [](=1/3), note[^n].\n\n[^n]: [1](=1).\n",
  "two/deep/third.md": """
  ---
  title: Third & last
  lang: de
  ---

  ```{use} first.d
  ```

  ```{draw} x
  ```

  $$ a $$ {#eq-y}

  ## Grüße, an alle!

  [one](../../one/first.md), [half](=d.half>0.4), @sec-a, @fig-d, [home](../../index.md).
  """,
  "index.md": "---\ntitle: Index\n---\n\nText.\n",
  "verification.md": "---\ntitle: Verified\n---\n\nText.\n",
  "data/my file.csv": "a\n1\n",
  "data/picture.png": "",
]

@Suite struct SiteTests {
  @Test func aSiteHasItsPagesAndAssetsInOrder() async throws {
    let site = try await makeSite(course)
    #expect(
      site.paths.prefix(12) == [
        "print.html", "index.html", "one/first.html",
        "one/with space.html", "two/deep/third.html", "index-lesson.html",
        "verification-lesson.html", "verification.html", "verification.json", "search.html",
        "search-index.js", "experiments.html",
      ])
    #expect(
      site.paths.filter { !$0.hasPrefix("assets/") }.dropFirst(12).prefix(11) == [
        "verification/one/first.html", "verification/one/with space.html", "verification/two/deep/third.html",
        "verification/index-lesson.html", "verification/verification-lesson.html", "one/first.claims.json",
        "one/with space.claims.json", "two/deep/third.claims.json", "index-lesson.claims.json",
        "verification-lesson.claims.json", "badge.svg",
      ])
    #expect(site.paths.contains("assets/styles/base.css"))
    #expect(site.copiedFiles == ["data/my file.csv", "data/picture.png"])
    #expect(Set(site.paths).count == site.paths.count)
    for path in site.paths { #expect(site.render(path) != nil, "\(path)") }
    #expect(site.render("nothing.html") == nil)
  }

  @Test func everyPageIsWellFormedAndEveryLinkResolves() async throws {
    let site = try await makeSite(course)
    var documents: [String: HTMLDocument] = [:]
    for path in site.paths where path.hasSuffix(".html") {
      documents[path] = HTMLDocument(try #require(site.render(path)))
    }
    let files = Set(site.paths + site.copiedFiles)
    var checked = 0
    for (path, document) in documents {
      #expect(document.problems.isEmpty, "\(path): \(document.problems)")
      for element in document.elements {
        for name in ["href", "src"] {
          guard let link = element.attributes[name] else { continue }
          let (target, fragment) = try resolve(link, from: path)
          #expect(files.contains(target), "\(path) links to \(link)")
          if !fragment.isEmpty {
            #expect(documents[target]?.element(fragment) != nil, "\(path) links to \(link)")
          }
          checked += 1
        }
        for name in ["aria-describedby", "aria-labelledby"] {
          for id in element.attributes[name]?.split(separator: " ") ?? [] {
            #expect(document.element(String(id)) != nil, "\(path): nothing has the id \(id)")
          }
        }
      }
    }
    // Six lessons' navigation alone has more links than this.
    #expect(checked > 100)
  }

  /// The path and the fragment that a relative address leads to.
  private func resolve(_ link: String, from page: String) throws -> (path: String, fragment: String) {
    #expect(!link.contains(":") && !link.hasPrefix("/"), "\(page) has the address \(link)")
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? try #require(parts[1].removingPercentEncoding) : ""
    guard !parts[0].isEmpty else { return (page, fragment) }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in parts[0].split(separator: "/") {
      if part == ".." {
        #expect(folders.popLast() != nil, "\(page) links out of the site: \(link)")
      } else {
        folders.append(try #require(String(part).removingPercentEncoding))
      }
    }
    return (folders.joined(separator: "/"), fragment)
  }

  @Test func twoRendersGiveTheSameBytes() async throws {
    let (first, second) = (try await makeSite(course), try await makeSite(course))
    #expect(first.paths == second.paths)
    for path in first.paths { #expect(first.render(path) == second.render(path), "\(path)") }
  }

  @Test func referencesAcrossLessonsNameTheLesson() async throws {
    let site = try await makeSite(course)
    let document = HTMLDocument(try #require(site.render("one/first.html")))
    let references = document.elements(ofClass: "reference")
    #expect(
      references.map(\.text) == ["Figure\u{00A0}3.1", "Equation\u{00A0}3.1"])
    #expect(references.map { $0.attributes["title"] } == ["Third & last", "Third & last"])
    #expect(
      references.map { $0.attributes["href"] } == [
        "../two/deep/third.html#fig-x", "../two/deep/third.html#eq-y",
      ])
    let third = HTMLDocument(try #require(site.render("two/deep/third.html")))
    #expect(
      third.elements(ofClass: "reference").map(\.text) == ["A section in First", "Figure\u{00A0}1.1"])
    #expect(third.elements("html").first?.attributes["lang"] == "de")
  }

  @Test func lessonsLeadToTheirNeighboursAcrossParts() async throws {
    let site = try await makeSite(course)
    let document = HTMLDocument(try #require(site.render("one/with space.html")))
    let neighbours = document.elements("a").filter { ["previous", "next"].contains($0.classes.first) }
    #expect(neighbours.map { $0.attributes["href"] } == ["first.html", "../two/deep/third.html"])
    let current = document.elements("a").filter { $0.attributes["aria-current"] == "page" }
    #expect(current.map(\.text) == ["Second"])
  }

  @Test func theHomePageTellsWhatEachLessonProves() async throws {
    let site = try await makeSite(course)
    let document = HTMLDocument(try #require(site.render("index.html")))
    #expect(document.elements("h1").map(\.text) == ["A course"])
    #expect(document.elements(ofClass: "byline").map(\.text) == ["Ada and Ben"])
    #expect(document.elements("h2").map(\.text) == ["One", "Two"])
    #expect(
      document.elements(ofClass: "summary").map(\.text)
        == ["5 lessons, 5 min of reading."])
    // A lesson without a description does not take that of the page around it.
    #expect(
      document.elements("li").filter { document.isInside($0) { $0.classes == ["lessons"] } }.map {
        $0.text.contains("About the first.")
      } == [true, false, false, false, false])
    #expect(
      document.elements(ofClass: "proved").map(\.text) == [
        "4 claims and 1 condition are verified. How each was computed.",
        "2 claims and 1 condition verified", "1 claim verified", "1 claim verified",
      ])
  }

  @Test func aLessonWithoutACourseIsTheWholeSite() async throws {
    let site = try await makeSite(["folder/lesson.md": "---\ntitle: Alone\n---\n\nText.\n"])
    #expect(
      site.paths.prefix(5) == [
        "index.html", "verification.html", "verification.json", "search.html", "search-index.js",
      ])
    #expect(site.render("glossary.html") == nil && site.render("experiments.html") == nil)
    let document = HTMLDocument(try #require(site.render("index.html")))
    #expect(document.elements("title").map(\.text) == ["Alone"])
    #expect(document.elements(ofClass: "neighbours").isEmpty)
    #expect(document.elements(ofClass: "part").isEmpty)
  }

  @Test func aLongPartShowsTheLessonsNearby() async throws {
    var texts: [String: String] = [:]
    let names = (1...60).map { "l\($0).md" }
    for name in names { texts[name] = "---\ntitle: Lesson \(name)\n---\n\nText.\n" }
    texts["course.yml"] = "title: Long\nparts:\n  - {title: P, lessons: [\(names.joined(separator: ", "))]}\n"
    let site = try await makeSite(texts)
    for (page, expected) in [("l1.html", 1...25), ("l30.html", 18...42), ("l60.html", 36...60)] {
      let document = HTMLDocument(try #require(site.render(page)))
      let shown = document.elements("a").filter { document.isInside($0) { $0.classes == ["part"] } }.map(
        \.text)
      #expect(shown == expected.map { "Lesson l\($0).md" } + ["All 60 lessons"])
    }
  }

  @Test func aPageNeedsNoNetworkAndNoScript() async throws {
    let site = try await makeSite(course)
    for path in site.paths where path.hasSuffix(".html") || path.hasSuffix(".css") {
      let text = String(decoding: try #require(site.render(path)), as: UTF8.self)
      let addresses = text.components(separatedBy: "http").dropFirst().filter {
        // The names of XML's dialects are no addresses that anything fetches.
        !$0.hasPrefix("://www.w3.org/") && ($0.hasPrefix("://") || $0.hasPrefix("s://"))
      }
      #expect(addresses.isEmpty, "\(path): \(addresses.map { $0.prefix(40) })")
      #expect(!text.contains("onclick") && !text.contains("javascript:"))
    }
  }
}
