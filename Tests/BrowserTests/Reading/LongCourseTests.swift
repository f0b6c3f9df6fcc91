import Foundation
import Testing

/// A course with so many lessons that nothing may list them all on every page.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct LongCourseTests {
  private static let count = 300

  private static let build = Task {
    let lessons = (1...count).map { number in
      ("lesson-\(String(format: "%03d", number)).md", "Lesson \(number): [\(2 * number)](=2*\(number)).")
    }
    return try await Course(Dictionary(lessons) { $1 }).build()
  }

  @Test func theHomeListsEveryLesson() async throws {
    let site = try await Self.build.value
    try await withBrowser(View(width: 360)) { browser in
      try await browser.open(site.page())
      let links: [String] = try await browser.run(
        "return [...new Set([...document.querySelectorAll('main a')].map((a) => a.getAttribute('href')))]")
      let lessons = links.filter { $0.firstMatch(of: /^lesson-\d{3}\.html$/) != nil }
      #expect(lessons.count == Self.count)
      #expect(lessons == lessons.sorted())
      #expect(try await browser.run("return document.documentElement.scrollWidth") == 360)
    }
  }

  @Test func everyPageStaysSmall() async throws {
    let site = try await Self.build.value
    let lessons = site.pages.filter { $0.hasPrefix("lesson-") }
    #expect(lessons.count == Self.count)
    for page in lessons {
      let size = try Data(contentsOf: site.page(page)).count
      #expect(size < 24_000, "\(page) has \(size) bytes")
    }
    let home = try Data(contentsOf: site.page()).count
    #expect(home < 400 * Self.count, "the home has \(home) bytes")
  }

  @Test func readersWalkFromLessonToLesson() async throws {
    let site = try await Self.build.value
    try await withBrowser { browser in
      try await browser.open(site.page("lesson-150.html"))
      #expect(try await browser.text(of: ".part [aria-current]") == "lesson-150.md")
      let place: Double = try await browser.ask(".part [aria-current]", "element.getBoundingClientRect().top")
      #expect(place > 0 && place < 900, "the list shows where one is")
      try await browser.click(".neighbours .next")
      #expect(try await browser.text(of: "h1") == "lesson-151.md")
      try await browser.click(".neighbours .previous")
      #expect(try await browser.text(of: "h1") == "lesson-150.md")
      #expect(try await browser.count(".part a") < 60)
    }
  }

  @Test func everyLinkLeadsToAFile() async throws {
    let site = try await Self.build.value
    let pattern = /(?:href|src)="(?!https?:|data:|#)([^"#?]+)/
    for page in ["index.html", "lesson-001.html", "lesson-150.html", "lesson-300.html", "verification.html"] {
      let links = try String(contentsOf: site.page(page), encoding: .utf8).matches(of: pattern).map {
        String($0.1)
      }
      #expect(links.count > 5)
      for link in Set(links) {
        let target = site.page(link)
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page) leads to \(link)")
      }
    }
  }
}
