import Foundation
import Testing

/// Light and dark: what the system says, until the reader says otherwise.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct ThemeSwitchTests {
  private static let luminance = """
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    """

  private func isDark(_ browser: Browser) async throws -> Bool {
    let luminance: Double = try await browser.run(Self.luminance)
    return luminance < 128
  }

  @Test(arguments: View.Scheme.allCases) func theSystemDecidesAtFirst(_ scheme: View.Scheme) async throws {
    try await withBrowser(View(scheme: scheme)) { browser in
      try await browser.open(Showcase.site.page("figures/claims.html"))
      #expect(try await isDark(browser) == (scheme == .dark))
    }
  }

  @Test func theReadersChoiceOutweighsTheSystemAndLasts() async throws {
    let site = try await Showcase.site
    try await withBrowser(View(scheme: .dark)) { browser in
      try await browser.open(site.page("figures/claims.html"))
      try await browser.click(".theme-switch")
      #expect(try await !isDark(browser))
      try await browser.reload()
      #expect(try await !isDark(browser), "after a reload")
      try await browser.open(site.page("text/blocks.html"))
      #expect(try await !isDark(browser), "on the next page")
      try await browser.look(View(scheme: .light))
      try await browser.click(".theme-switch")
      #expect(try await isDark(browser), "and back, against a light system")
    }
  }

  @Test func figuresFollowTheSwitch() async throws {
    try await withBrowser { browser in
      try await browser.open(Showcase.site.page("figures/charts.html"))
      let ink = "getComputedStyle(element).fill"
      let light: String = try await browser.ask(".drawing svg text", ink)
      try await browser.click(".theme-switch")
      let dark: String = try await browser.ask(".drawing svg text", ink)
      #expect(light != dark)
    }
  }

  @Test func paperIsAlwaysLight() async throws {
    try await withBrowser(View(scheme: .dark, medium: .print)) { browser in
      try await browser.open(Showcase.site.page("figures/charts.html"))
      #expect(try await !isDark(browser))
    }
  }

  @Test func aRefusedStorageLosesOnlyTheMemory() async throws {
    try await withBrowser { browser in
      try await browser.tool(
        "Page.addScriptToEvaluateOnNewDocument",
        [
          "source": """
          Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused"); } });
          """
        ])
      try await browser.open(Showcase.site.page("figures/claims.html"))
      try await browser.click(".theme-switch")
      #expect(try await isDark(browser))
      #expect(try await browser.complaints().isEmpty)
    }
  }
}
