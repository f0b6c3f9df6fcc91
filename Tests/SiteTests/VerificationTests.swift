import Foundation
import Site
import Testing

/// The verification report: pages, data and badge.
@Suite struct VerificationTests {
  private static let lesson = """
    ---
    title: First
    ---

    Of 12 pictures [about 42](=41), [**more** than 99%](=0.9950), $\\claim{0.58}{0.577}$, [Madrid](="Madrid"), [](=1/3).

    ```{check}
    - 2 < 4
    - 1 + 1 == 2
    ```

    ```{lines}
    ```

    ```{exercise}
    question: Which of 9?
    answer: {says: "(1, 2)", is: "[1, 2.25]"}
    solution: After 7 steps.
    ```
    """
  private static let course = [
    "course.yml": "title: Course\nparts:\n  - {title: P, lessons: [a/first.md, verification/a/first.md]}\n",
    "a/first.md": lesson,
    "verification/a/first.md": "---\ntitle: Second\n---\n\n[7](=7)\n",
  ]

  private struct Lesson: Decodable {
    struct Counts: Decodable, Equatable {
      var held: Int
      var failed: Int
      var not_run: Int
    }

    struct Steps: Decodable, Equatable {
      var proved: Int
      var tested: Int
      var unverified: Int
    }

    struct Numerals: Decodable, Equatable {
      var verified: Int
      var unverified: Int
      var coverage: Double
    }

    struct Entry: Decodable {
      var kind: String
      var line: Int
      var column: Int
      var says: String?
      var expression: String
      var computed: String?
      var from: [String]
      var held_to: String?
      var allowed: [[Double?]?]
      var margin: Double?
      var verdict: String
      var anchor: String?
    }

    struct Numeral: Decodable, Equatable {
      var text: String
      var line: Int
      var column: Int
      var before: String
      var after: String
    }

    var file: String
    var page: String
    var report: String
    var claims: Counts
    var conditions: Counts
    var steps: Steps
    var numerals: Numerals
    var entries: [Entry]
    var withheld: Int
    var unverified: [Numeral]
  }

  private struct Report: Decodable {
    var claims: Lesson.Counts
    var conditions: Lesson.Counts
    var steps: Lesson.Steps
    var numerals: Lesson.Numerals
    var lessons: [Lesson]
  }

  private func data(_ path: String, of site: Site) throws -> Data { Data(try #require(site.render(path))) }

  @Test func theDataTellsWhatEverythingWasHeldTo() async throws {
    let site = try await makeSite(Self.course)
    let lesson = try JSONDecoder().decode(Lesson.self, from: data("a/first.claims.json", of: site))
    #expect(lesson.page == "a/first.html" && lesson.report == "verification/a/first-report.html")
    let entries = lesson.entries
    #expect(
      entries.map(\.kind) == [
        "claim", "claim", "claim", "claim", "value", "condition", "condition", "step", "step", "step", "step",
        "step", "claim",
      ])
    #expect(
      entries.map(\.held_to) == [
        "within 5 % of 42: 39.9 to 44.1", "more than 99%", "rounds to 0.58: 0.575 to 0.585", "is this text",
        nil,
        "is true", "is true", "where the derivation starts", "proved by algebra", "tested at 9 points",
        "where the derivation starts", "not verified: <so>", "entry by entry: 0.5 to 1.5; 1.5 to 2.5",
      ])
    // (41 − 39.9) / 2.1; (0.995 − 0.99) / 0.995 of 5 %; (0.577 − 0.575) / 0.005; far; (2.5 − 2.25) / 0.5.
    #expect(
      entries.map(\.margin) == [
        0.524, 0.101, 0.4, nil, nil, 1, nil, nil, nil, nil, nil, nil, 0.5,
      ])
    #expect(entries.first?.allowed == [[39.9, 44.1]])
    #expect(entries.dropFirst().first?.allowed == [[0.99, nil]])
    #expect(entries.last?.allowed == [[0.5, 1.5], [1.5, 2.5]])
    #expect(
      entries.map(\.verdict) == [
        "held", "held", "held", "held", "inserted", "held", "held", "given", "held", "held", "given",
        "unverified", "held",
      ])
    #expect(entries.map(\.line).prefix(7) == [5, 5, 5, 5, 5, 8, 9])
    #expect(entries.dropFirst(5).first?.column == 3)
    #expect(lesson.claims == .init(held: 5, failed: 0, not_run: 0))
    #expect(lesson.conditions == .init(held: 2, failed: 0, not_run: 0))
    #expect(lesson.steps == .init(proved: 1, tested: 1, unverified: 1))
  }

  @Test func numeralsThatNothingVerifiesAreListed() async throws {
    let site = try await makeSite(Self.course)
    let lesson = try JSONDecoder().decode(Lesson.self, from: data("a/first.claims.json", of: site))
    // Five numbers in claims: 42, 99%, 0.58, 1 and 2.
    #expect(lesson.numerals == .init(verified: 5, unverified: 3, coverage: 0.625))
    #expect(lesson.unverified.map(\.text) == ["12", "9", "7"])
    #expect(
      lesson.unverified.first
        == .init(text: "12", line: 5, column: 4, before: "Of ", after: " pictures about 42, more than 99%,"))
    let document = HTMLDocument(try #require(site.render("verification/a/first-report.html")))
    #expect(document.elements("strong").map(\.text) == ["12", "9", "7"])
    #expect(
      document.elements(ofClass: "coverage").map(\.text) == [
        "62 % of the numerals in prose are verified, 5 of 8."
      ])
  }

  @Test func theReportForTheCourseIsTheSumOfItsLessons() async throws {
    let site = try await makeSite(Self.course)
    let report = try JSONDecoder().decode(Report.self, from: data("verification.json", of: site))
    #expect(report.claims == .init(held: 6, failed: 0, not_run: 0))
    #expect(report.conditions == .init(held: 2, failed: 0, not_run: 0))
    #expect(report.numerals.verified == 6)
    #expect(report.lessons.map(\.file) == ["a/first.md", "verification/a/first.md"])
    let alone = String(decoding: try data("a/first.claims.json", of: site), as: UTF8.self)
    let whole = String(decoding: try data("verification.json", of: site), as: UTF8.self)
    #expect(whole.contains(alone.trimmingCharacters(in: .newlines)))
  }

  @Test func whatIsNearestToFailingComesFirst() async throws {
    let site = try await makeSite(Self.course)
    let document = HTMLDocument(try #require(site.render("verification.html")))
    let rows = document.elements("tr").filter { row in
      document.isInside(row) { $0.attributes["aria-label"] == "Nearest to failing" }
        && document.isInside(row) { $0.tag == "tbody" }
    }
    let margins = document.elements(ofClass: "margin").map(\.text)
    #expect(rows.count == 6)
    #expect(margins == ["0.10", "0.40", "0.50", "0.52", "1.00", "1.00"])
    #expect(rows.first?.text.contains("First, line 5") == true)
  }

  @Test func onlyTwentyAreTheNearest() async throws {
    // 1.1, 2.2, 3.3, 4.4, 5, 6.1 and so on.
    let claims = (1...30).map { "[\($0)](=\($0).\($0 % 5))" }.joined(separator: " ")
    let site = try await makeSite([
      "course.yml": "title: C\nparts:\n  - {title: P, lessons: [a.md]}\n",
      "a.md": "---\ntitle: T\n---\n\n\(claims)\n",
    ])
    let document = HTMLDocument(try #require(site.render("verification.html")))
    let margins = document.elements(ofClass: "margin").map(\.text)
    // Of 30 values, 6 each are 0.4, 0.3, 0.2, 0.1 and 0 away from the middle of an interval of ±0.5.
    let expected = ["0.20", "0.40", "0.60"].flatMap { Array(repeating: $0, count: 6) } + ["0.80", "0.80"]
    #expect(margins == expected)
  }

  @Test func aLessonsReportLeadsToThePlacesOnItsPage() async throws {
    let site = try await makeSite(Self.course)
    let page = HTMLDocument(try #require(site.render("a/first.html")))
    let report = HTMLDocument(try #require(site.render("verification/a/first-report.html")))
    let places = report.elements("a").compactMap { $0.attributes["href"] }
      .filter { $0.hasPrefix("../../a/first.html#") }
    #expect(places.count == 13)
    for place in places {
      let anchor = try #require(place.split(separator: "#").last.map(String.init))
      #expect(page.element(anchor) != nil || anchor == "step-2-1", "\(place)")
    }
    #expect(page.element("step-2-2") != nil)
    let foot = page.elements("a").compactMap { $0.attributes["href"] }
    #expect(foot.contains("../verification/a/first-report.html"))
    #expect(foot.contains("first.claims.json"))
  }

  @Test func filtersAreForKindsThatThereAre() async throws {
    let site = try await makeSite(Self.course)
    func filters(_ path: String) throws -> [String?] {
      HTMLDocument(try #require(site.render(path))).elements("input").map { $0.attributes["value"] }
    }
    #expect(
      try filters("verification/a/first-report.html") == ["all", "claim", "condition", "step", "value"])
    #expect(try filters("verification/verification/a/first.html") == [])
    let rows = HTMLDocument(try #require(site.render("verification/a/first-report.html"))).elements("tr")
    #expect(rows.count { $0.classes.first == "is-step" } == 5)
  }

  @Test func aWholeCourseOfOneLessonHasOneReport() async throws {
    let site = try await makeSite(["lesson.md": "---\ntitle: Alone\n---\n\n[7](=7)\n"])
    let document = HTMLDocument(try #require(site.render("verification.html")))
    #expect(document.elements("tr").count { $0.classes.first == "is-claim" } == 1)
    let page = HTMLDocument(try #require(site.render("index.html")))
    #expect(page.elements("a").contains { $0.attributes["href"] == "index.claims.json" })
  }

  @Test func aLessonOfManyClaimsHasAReportOfModestSize() async throws {
    let claims = (1...1_500).map { "[\($0)](=\($0)/1)" }.joined(separator: " ")
    let site = try await makeSite([
      "course.yml": "title: C\nparts:\n  - {title: P, lessons: [a.md]}\n",
      "a.md": "---\ntitle: T\n---\n\n\(claims)\n",
    ])
    #expect(try data("verification/a.html", of: site).count < 500_000)
    #expect(try data("verification.html", of: site).count < 20_000)
  }

  @Test func theBadgeTellsHowManyClaimsHold() async throws {
    let claims = (1...1_234).map { "[\($0)](=\($0))" }.joined(separator: " ")
    let many = try await makeSite(["lesson.md": "---\ntitle: T\n---\n\n\(claims)\n"])
    let badge = String(decoding: try data("badge.svg", of: many), as: UTF8.self)
    #expect(badge.contains("<title>verified: 1,234 claims</title>"))
    #expect(badge.contains("role=\"img\" aria-label=\"verified: 1,234 claims\""))
    #expect(!badge.contains("url(") && !badge.contains("@import"))
    let one = try await makeSite(["lesson.md": "---\ntitle: T\n---\n\n[1](=1)\n"])
    #expect(String(decoding: try data("badge.svg", of: one), as: UTF8.self).contains(">1 claim<"))
    #expect(HTMLDocument(Array(badge.utf8)).problems.isEmpty)
  }
}
