import Foundation
import Site
import Testing

/// The pages that lead to others, and what the search looks into.
@Suite struct FindingTests {
  private static let lesson = """
    ---
    title: One
    description: About <one>.
    ---

    Words of the top, $n + 1$ and $\\frac{a}{b}$, see @fig-d[^n].

    # First *part* {#sec-a}

    ```{draw} d
    fig-cap: A half, [0.5](=d.half) and [](=d.third "0.00").
    ```

    ```{exercise} e
    question: What is asked?
    answer: {says: "8", is: 2^3}
    hint: Ahint.
    solution: Asolution with [8](=2^3).
    ```

    ```{exercise}
    question: Which one?
    is: 2^3
    choices: [{says: "7"}, {says: "8"}]
    solution: Bsolution.
    ```

    | a | cell |
    |---|---|
    | 1 | more |

    : Acaption. {#tbl-t}

    ```
    code is not prose
    ```

    ```{let}
    k: 1
    ```

    ```{term} unit
    definition: |
      One of *many*, @fig-d and [there](#sec-a), [0.5](=d.half).
    ```

    [^n]: Anote.
    """
  private static let other = """
    ---
    title: Two
    ---

    ```{term} arc
    term: Élan
    definition: See @term-unit.
    ```

    @term-unit, @fig-d, @exr-e, @tbl-t, @sec-a.
    """

  private static func course(_ settings: String = "") -> [String: String] {
    [
      "course.yml": "title: C\n\(settings)parts:\n  - {title: P, lessons: [deep/one.md, two.md]}\n",
      "deep/one.md": lesson, "two.md": other,
    ]
  }

  private struct Index: Decodable {
    struct Lesson: Decodable {
      var url: String
      var title: String
      var sections: [[String]]
    }

    var lessons: [Lesson]
    var words: String
    var common: String
  }

  private func index(of site: Site) throws -> Index {
    let script = String(decoding: try #require(site.render("search-index.js")), as: UTF8.self)
    let json = try #require(script.wholeMatch(of: /(?s)gradusIndex = (.*);\n/))
    return try JSONDecoder().decode(Index.self, from: Data(json.1.utf8))
  }

  @Test func theIndexHasEverySectionsWords() async throws {
    let index = try index(of: try await makeSite(Self.course()))
    #expect(index.lessons.map(\.url) == ["deep/one.html", "two.html"])
    #expect(
      index.lessons[0].sections == [
        ["", "", "About <one>. Words of the top, n + 1 and …, see Figure\u{00A0}1.1. Anote."],
        [
          "sec-a", "First part",
          "A half, 0.5 and 0.33. What is asked? Which one? 7 8 a cell 1 more Acaption. "
            + "unit: One of many, Figure\u{00A0}1.1 and there, 0.5.",
        ],
      ])
    #expect(index.words.isEmpty && index.common.isEmpty)
  }

  @Test(arguments: ["", "solutions: separate\n"])
  func whatIsFoldedIsNowhereInTheIndex(_ settings: String) async throws {
    for audience in [Site.Reader.student, .teacher] {
      let site = try await makeSite(Self.course(settings), for: audience)
      let script = String(decoding: try #require(site.render("search-index.js")), as: UTF8.self)
      #expect(script.contains("What is asked?"))
      for secret in ["Asolution", "Bsolution", "Ahint"] { #expect(!script.contains(secret)) }
    }
  }

  /// Of a course longer than the index's text, sections show their beginnings; the rest are words and places.
  @Test func theIndexOfALongCourseStaysSmall() async throws {
    var texts: [String: String] = [:]
    let names = (1...200).map { "l\($0).md" }
    for (place, name) in names.enumerated() {
      let words = (0..<300).map { "w\((place * 7919 + $0 * 104_729) % 4_999)" }.joined(separator: " ")
      texts[name] = "---\ntitle: L\(place)\n---\n\n\(words) everywhere.\n\n## H\n\nShort.\n"
    }
    texts["course.yml"] = "title: Long\nparts:\n  - {title: P, lessons: [\(names.joined(separator: ", "))]}\n"
    let index = try index(of: try await makeSite(texts))
    let shown = index.lessons.flatMap(\.sections).map { $0[2] }
    #expect(shown.reduce(0) { $0 + $1.utf8.count } <= 170_000)
    #expect(shown.filter { $0 == "Short." }.count == 200)
    #expect(shown.allSatisfy { $0.utf8.count < 850 } && shown.contains { $0.utf8.count > 800 })
    #expect(index.common == "everywhere")
    #expect(index.words.split(separator: "\n").count > 1_000)
  }

  @Test func previewsOfOtherPagesAreWrittenBesideTheirReferences() async throws {
    let site = try await makeSite(Self.course())
    let two = HTMLDocument(try #require(site.render("two.html")))
    let references = two.elements(ofClass: "reference")
    #expect(references.map(\.text).prefix(3) == ["unit", "unit", "Figure\u{00A0}1.1"])
    #expect(
      references.dropFirst().map { $0.attributes["data-preview"]?.prefix(24) } == [
        "One of many, Figure\u{00A0}1.1 ", "A half, 0.5 and 0.33.", "What is asked?", "Acaption.",
        "A half, 0.5 and 0.33. Wh",
      ])
    let one = HTMLDocument(try #require(site.render("deep/one.html")))
    #expect(one.elements(ofClass: "reference").allSatisfy { $0.attributes["data-preview"] == nil })
    #expect(one.elements(ofClass: "reference").count == 2)
  }

  @Test func theGlossaryHasEveryTermInOrder() async throws {
    let site = try await makeSite(Self.course())
    let document = HTMLDocument(try #require(site.render("glossary.html")))
    #expect(document.problems.isEmpty, "\(document.problems)")
    #expect(document.elements("dfn").map(\.text) == ["Élan", "unit"])
    let links = document.elements("a").filter { document.isInside($0) { $0.classes == ["glossary"] } }
    #expect(
      links.compactMap { $0.attributes["href"] } == [
        "#term-unit", "two.html#term-arc", "deep/one.html#fig-d", "deep/one.html#sec-a",
        "deep/one.html#claim-4-origin", "deep/one.html#term-unit",
      ])
    #expect(document.element("term-arc") != nil && document.element("term-unit") != nil)
    let lesson = HTMLDocument(try #require(site.render("deep/one.html")))
    #expect(lesson.element("term-unit")?.tag == "dl")
  }

  @Test func aLongGlossaryHasItsLetters() async throws {
    let words = ["åb", "Ac", "ba", "Öl", "Zé"] + (1...20).map { "m\($0)" }
    let terms = words.map { "```{term}\nterm: \($0)\ndefinition: Words.\n```\n" }.joined(separator: "\n")
    let site = try await makeSite(["lesson.md": "---\ntitle: T\n---\n\n\(terms)"])
    let document = HTMLDocument(try #require(site.render("glossary.html")))
    let letters = document.elements("a").filter { document.isInside($0) { $0.classes == ["letters"] } }
    #expect(letters.map(\.text) == ["A", "B", "M", "O", "Z"])
    #expect(document.elements("dfn").map(\.text).prefix(3) == ["åb", "Ac", "ba"])
  }

  @Test func everyUseOfAnExperimentIsListed() async throws {
    let site = try await makeSite(Self.course())
    let document = HTMLDocument(try #require(site.render("experiments.html")))
    #expect(document.problems.isEmpty, "\(document.problems)")
    #expect(document.elements("h2").map(\.text) == ["{draw}", "{exercise}", "{let}", "{term}"])
    let summaries = document.elements(ofClass: "summary").map(\.text)
    #expect(summaries.prefix(2) == ["4 experiments, used 6 times.", "Draws a picture."])
    let uses = document.elements("li").filter { item in
      document.isInside(item) { $0.classes == ["uses"] } && document.isInside(item) { $0.tag == "li" }
    }
    #expect(
      uses.map(\.text) == [
        "d, line 10 · Figure 1.1 · A half, 0.5 and 0.33.", "e, line 14 · Exercise 1.1 · What is asked?",
        "line 21 · Exercise 1.2 · Which one?", "line 38",
        "unit, line 42 · One of many, Figure\u{00A0}1.1 and there, 0.5.", "arc, line 5 · See unit.",
      ])
    let targets = document.elements("a").compactMap { $0.attributes["href"] }.filter { $0.contains("#") }
    #expect(
      targets.filter { !$0.hasPrefix("#") } == [
        "deep/one.html#fig-d", "deep/one.html#exr-e", "deep/one.html#sec-a", "deep/one.html#sec-a",
        "deep/one.html#term-unit", "two.html#term-arc",
      ])
  }

  @Test func everyPageLeadsToTheOthers() async throws {
    let site = try await makeSite(Self.course())
    for page in ["index.html", "deep/one.html", "search.html", "glossary.html", "experiments.html"] {
      let document = HTMLDocument(try #require(site.render(page)))
      let links = document.elements("a").filter { document.isInside($0) { $0.classes == ["site-links"] } }
      #expect(
        links.map(\.text) == ["Search", "Glossary", "Experiments", "Verification", "C"]
          + ["Search", "Glossary", "Experiments", "Verification"])
    }
    let search = HTMLDocument(try #require(site.render("search.html")))
    #expect(search.elements("a").filter { $0.attributes["aria-current"] == "page" }.count == 2)
    let listed = search.elements("a").filter { search.isInside($0) { $0.tag == "main" } }
    #expect(listed.compactMap { $0.attributes["href"] } == ["deep/one.html", "two.html"])
  }

  @Test func readingTakesItsTime() async throws {
    // 440 words at 220 a minute, a formula of 12 seconds and a figure of 20: 152 seconds, and two of the rest.
    let words = Array(repeating: "word", count: 440).joined(separator: " ")
    let text = "---\ntitle: T\n---\n\n\(words)\n\n$$ a $$\n\n```{draw} d\n```\n"
    let site = try await makeSite([
      "course.yml": "title: C\nparts:\n  - {title: P, lessons: [a.md, b.md, c.md]}\n", "a.md": text,
      "b.md": "---\ntitle: T\n---\n\n" + String(repeating: "学", count: 1760) + "\n",
      "c.md": "---\ntitle: T\n---\n",
    ])
    let document = HTMLDocument(try #require(site.render("index.html")))
    // 1760 signs are 880 words.
    #expect(document.elements(ofClass: "time").map(\.text) == ["3 min", "4 min", "1 min"])
    #expect(document.elements(ofClass: "part-summary").map(\.text) == ["3 lessons · 8 min"])
  }

  @Test func stepsOfDerivationsAreCounted() async throws {
    let site = try await makeSite([
      "course.yml": "title: C\nparts:\n  - {title: P, lessons: [a.md]}\n",
      "a.md": "---\ntitle: T\n---\n\n```{lines} l\n```\n",
    ])
    let document = HTMLDocument(try #require(site.render("index.html")))
    // One line is proved and one tested; the others are given or not verified.
    #expect(
      document.elements(ofClass: "proved").map(\.text)
        == ["2 steps are verified. How each was computed.", "2 steps verified"])
  }
}
