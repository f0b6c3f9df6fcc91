import Foundation
import Testing

/// Pages on screens of every width.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct WidthTests {
  /// 320 is what WCAG 2.2 asks for (1.4.10); 360 is a common telephone.
  @Test(arguments: [320, 360, 768, 1100, 1440]) func noPageScrollsSideways(_ width: Int) async throws {
    let site = try await Showcase.site
    try await withBrowser(View(width: width)) { browser in
      for page in site.pages {
        try await browser.open(site.page(page))
        let reach: Int = try await browser.run(
          "scrollTo(9999, 0); return scrollX + document.documentElement.scrollWidth - innerWidth")
        #expect(reach == 0, "\(page) is \(reach) px wider than the window")
      }
    }
  }

  /// What is cut off at an edge of the window and cannot be scrolled to is lost.
  @Test func nothingIsCutOffOnATelephone() async throws {
    let site = try await Showcase.site
    try await withBrowser(View(width: 360)) { browser in
      for page in site.pages {
        try await browser.open(site.page(page))
        let lost: [String] = try await browser.run(
          """
          const scrolls = (element) => {
            for (; element; element = element.parentElement) {
              if (["auto", "scroll"].includes(getComputedStyle(element).overflowX)) return true;
            }
            return false;
          };
          return [...document.querySelectorAll("main *")]
            .filter((element) => element.checkVisibility() && !element.closest(".visually-hidden, .katex-mathml"))
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
            .map((element) => element.outerHTML.slice(0, 160));
          """)
        #expect(lost.isEmpty, "\(page)")
      }
    }
  }
}
