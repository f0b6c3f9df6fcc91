import Foundation
import Testing

/// Every page, as axe-core sees it.
@Suite(.enabled(if: Requirements.areMet && Axe.isHere, "needs chromium and Scripts/fetch-axe"))
struct AxeTests {
  static let views = View.Scheme.allCases.flatMap { scheme in
    [360, 1440].map { View(width: $0, scheme: scheme, reducesMotion: true) }
  }

  @Test(arguments: views) func noPageHasABarrier(_ view: View) async throws {
    let site = try await Showcase.site
    #expect(site.pages.count >= 8)
    try await withBrowser(view) { browser in
      for page in site.pages {
        try await browser.open(site.page(page))
        try await expectNoBarrier(browser, page)
      }
    }
  }

  /// What is folded, hidden or not yet said when a page has loaded.
  @Test(arguments: View.Scheme.allCases) func whatOpensHasNoBarrier(_ scheme: View.Scheme) async throws {
    try await withBrowser(View(scheme: scheme, reducesMotion: true)) { browser in
      try await browser.open(Showcase.site.page("figures/claims.html"))
      try await browser.click("#claim-2")
      #expect(try await browser.isShown("#note"))
      try await expectNoBarrier(browser, "the note of a number")
      try await browser.open(Showcase.site.page("text/exercises.html"))
      for (answer, exercise) in [("58%", "share"), ("9", "slope")] {
        try await browser.write(answer, into: "#exr-\(exercise) input")
        try await browser.press(.enter)
      }
      try await expectNoBarrier(browser, "verdicts")
    }
  }

  @Test(arguments: View.Scheme.allCases) func mistakesInAPreviewHaveNoBarrier(_ scheme: View.Scheme)
    async throws
  {
    let course = try Course("Half of one is [0.6](=1/2).")
    let preview = try await Preview(course)
    try await withBrowser(View(scheme: scheme)) { browser in
      for page in ["index.html", "lesson.html"] {
        try await browser.open(preview.address.appending(path: page))
        #expect(try await browser.count(".diagnostics") == 1)
        try await expectNoBarrier(browser, "\(page) with a mistake")
      }
    }
  }
}

/// The course of this checkout, which `make test` builds before it runs the tests.
@Suite(.enabled(if: Requirements.areMet && Axe.isHere && CoursePages.isHere, "needs GRADUS_SITE"))
struct CoursePageTests {
  @Test(arguments: [
    View(width: 1440, scheme: .light, reducesMotion: true),
    View(width: 360, scheme: .dark, reducesMotion: true),
  ])
  func noPageOfTheCourseHasABarrier(_ view: View) async throws {
    let site = BuiltSite(at: URL(filePath: try #require(CoursePages.folder, "GRADUS_SITE is not set")))
    #expect(site.pages.count > 20)
    try await withBrowser(view) { browser in
      for page in site.pages {
        try await browser.open(site.page(page))
        #expect(try await browser.complaints().isEmpty, "\(page)")
        try await unfoldEverything(browser)
        #expect(try await browser.run("return document.documentElement.scrollWidth <= innerWidth"), "\(page)")
        // What takes longest is done once: in every view it is done with the showcase, which has every kind of block, and
        // whose book is one. There contrasts are measured, too.
        if view.scheme == .light && page != "print.html" {
          try await expectNoBarrier(browser, page, contrasts: false)
        }
      }
    }
  }
}

private enum CoursePages {
  static let folder = ProcessInfo.processInfo.environment["GRADUS_SITE"]
  static let isHere = Requirements.isUnderCI || folder != nil
}

private func unfoldEverything(_ browser: Browser) async throws {
  try await browser.run("for (const fold of document.querySelectorAll('details')) fold.open = true")
}

/// Unfolds everything, and asks.
private func expectNoBarrier(_ browser: Browser, _ what: String, contrasts: Bool = true) async throws {
  try await unfoldEverything(browser)
  let report = try await Axe.report(browser, contrasts: contrasts)
  #expect(report.passed > 15, "\(what): hardly anything was looked at")
  #expect(report.violations.isEmpty, "\(what)")
  for finding in report.incomplete where finding.settlement == nil {
    Issue.record("\(what): axe-core could not decide: \(finding)")
  }
}
