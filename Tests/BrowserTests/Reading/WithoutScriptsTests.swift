import Foundation
import Testing

/// Pages whose scripts do not run.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct WithoutScriptsTests {
  private static let view = View(reducesMotion: true, runsScripts: false)

  @Test func everyBlockOfEveryLessonCanBeSeen() async throws {
    let site = try await Showcase.site
    try await withBrowser(Self.view) { browser in
      for page in site.pages where page.hasPrefix("figures/") || page.hasPrefix("text/") {
        try await browser.open(site.page(page))
        let hidden: [String] = try await browser.run(
          """
          return [...document.querySelectorAll("article.lesson > *")]
            .filter((block) => !block.matches(".contents"))
            .filter((block) => !block.checkVisibility() || !block.getBoundingClientRect().height)
            .map((block) => block.outerHTML.slice(0, 200));
          """)
        #expect(hidden.isEmpty, "\(page)")
        #expect(try await browser.count("article.lesson > *") > 2)
      }
    }
  }

  @Test func figuresAreDrawnAndTheirStepsAreToldInWords() async throws {
    try await withBrowser(Self.view) { browser in
      try await browser.open(Showcase.site.page("figures/steps.html"))
      #expect(try await browser.isShown("figure svg"))
      #expect(try await !browser.isShown(".frames"), "buttons that would do nothing are not there")
      try await browser.click(".frame-list summary")
      #expect(try await browser.isShown(".frame-list li:last-child"))
    }
  }

  @Test func exercisesCanBeReadWithHintsAndSolutions() async throws {
    try await withBrowser(Self.view) { browser in
      try await browser.open(Showcase.site.page("text/exercises.html"))
      #expect(try await !browser.isShown("#exr-share form"), "nothing would check an answer")
      #expect(try await browser.isShown("#exr-shift .choice"))
      #expect(try await !browser.isShown("#exr-shift button"))
      for kind in ["hint", "solution"] {
        try await browser.click("#exr-share .\(kind) summary")
        #expect(try await browser.isShown("#exr-share .\(kind) > :nth-child(2)"))
      }
    }
  }

  @Test func aNumberLeadsToWhereItComesFrom() async throws {
    try await withBrowser(Self.view) { browser in
      try await browser.open(Showcase.site.page("figures/claims.html"))
      #expect(try await !browser.isShown("#claim-2-origin"))
      try await browser.click("#claim-2")
      // Following a link into what is folded unfolds it.
      #expect(try await browser.isShown("#claim-2-origin"))
    }
  }

  @Test func noSwitchIsShownThatWouldDoNothing() async throws {
    try await withBrowser(Self.view) { browser in
      try await browser.open(Showcase.site.page())
      #expect(try await !browser.isShown(".theme-switch"))
    }
  }
}
