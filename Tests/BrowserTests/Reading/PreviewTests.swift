import Foundation
import Testing

/// The page of a running preview.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct PreviewTests {
  @Test func anEditIsOnThePage() async throws {
    let course = try Course("The first text. Half of one is [0.5](=1/2).")
    let preview = try await Preview(course)
    try await withBrowser { browser in
      try await browser.open(preview.address.appending(path: "lesson.html"))
      #expect(try await browser.text(of: "article > p").hasPrefix("The first text."))
      let start = ContinuousClock.now
      try course.write(Course.lesson("The second text."), to: "lesson.md")
      try await browser.wait(
        until: "document.querySelector('article > p')?.textContent === 'The second text.'")
      print("from an edit to the page that shows it: \(start.duration(to: .now))")
      #expect(try await browser.complaints().isEmpty)
    }
  }

  @Test func aMistakeIsShownOnThePageAndGoesAway() async throws {
    let course = try Course("Half of one is [0.5](=1/2).")
    let preview = try await Preview(course)
    try await withBrowser { browser in
      try await browser.open(preview.address.appending(path: "lesson.html"))
      try course.write(Course.lesson("Half of one is [0.6](=1/2)."), to: "lesson.md")
      try await browser.wait(until: "document.querySelector('.diagnostics')")
      #expect(try await browser.text(of: ".diagnostics").contains("claimed 0.6, computed 0.5"))
      try course.write(Course.lesson("Half of one is [0.5](=1/2)."), to: "lesson.md")
      try await browser.wait(until: "!document.querySelector('.diagnostics')")
    }
  }
}
