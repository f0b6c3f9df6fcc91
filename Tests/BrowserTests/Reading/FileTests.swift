import Foundation
import Testing

/// Pages that are opened from a disk, by double click.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct FileTests {
  @Test func everyPageLoadsFromFilesAloneAndWithoutComplaints() async throws {
    let site = try await Showcase.site
    #expect(site.pages.count >= 8)
    try await withBrowser { browser in
      for page in site.pages {
        try await browser.open(site.page(page))
        try await browser.run("scrollTo(0, document.body.scrollHeight)")
        let complaints = try await browser.complaints()
        #expect(complaints.isEmpty, "\(page)")
        let requests = try await browser.requests()
        #expect(requests.count > 3, "\(page) loads its style sheets")
        let folder = site.folder.absoluteString
        #expect(requests.allSatisfy { $0.hasPrefix(folder) || $0.hasPrefix("data:") }, "\(page): \(requests)")
      }
    }
  }

  @Test func aCourseOfOneLessonDoes() async throws {
    let lesson = Command.scratch.appending(path: "alone/lesson.md")
    try FileManager.default.createDirectory(
      at: lesson.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(Course.lesson("Half of one is [0.5](=1/2): $\\frac12$.").utf8).write(to: lesson)
    let site = try await BuiltSite(building: lesson)
    try await withBrowser { browser in
      try await browser.open(site.page())
      #expect(try await browser.text(of: "h1") == "lesson.md")
      #expect(try await browser.complaints().isEmpty)
    }
  }
}
