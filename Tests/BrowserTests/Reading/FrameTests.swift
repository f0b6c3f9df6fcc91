import Foundation
import Testing

/// Stepping through figures with frames.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct FrameTests {
  /// The first figure with frames as a reader sees it.
  private struct Shown: Decodable {
    let number: Int
    let last: Int
    let caption: String
    /// What its list says of the step.
    let listed: String
    let slider: String
    let spoken: String
    /// Whether exactly those parts of the drawing are seen that belong to the step.
    let isDrawn: Bool
    let parts: Int
  }

  private static let inspection = """
    const box = document.querySelector(".frames");
    const figure = box.closest("figure");
    const [number, last] = box.querySelector(".frame-count").textContent.split("/").map(Number);
    const parts = [...figure.querySelectorAll(".drawing [data-frames]")];
    const slider = box.querySelector("input");
    return {
      number, last,
      caption: box.querySelector(".frame-caption").textContent,
      listed: figure.querySelectorAll(".frame-list li")[number - 1].textContent,
      slider: slider.value, spoken: slider.getAttribute("aria-valuetext"),
      parts: parts.length,
      isDrawn: parts.every((part) => {
        const [first, end] = part.dataset.frames.split("-").map(Number);
        return (getComputedStyle(part).display !== "none") === (first <= number && number <= end);
      }),
    };
    """

  private func expect(_ number: Int, _ browser: Browser, _ what: String) async throws {
    let shown: Shown = try await browser.run(Self.inspection)
    #expect(shown.number == number, "\(what)")
    #expect(shown.isDrawn && shown.parts > 3, "\(what)")
    #expect(shown.caption == shown.listed, "\(what)")
    #expect(shown.slider == "\(number)", "\(what)")
    #expect(shown.spoken == "\(number) of \(shown.last): \(shown.caption)", "\(what)")
  }

  /// Opens the page; gives the number of steps.
  private func open(_ browser: Browser) async throws -> Int {
    try await browser.open(Showcase.site.page("figures/steps.html"))
    let shown: Shown = try await browser.run(Self.inspection)
    #expect(shown.last > 5 && shown.isDrawn)
    return shown.last
  }

  @Test func buttonsStep() async throws {
    try await withBrowser { browser in
      let last = try await open(browser)
      let steps = [
        ("first", 1), ("back", 1), ("next", 2), ("next", 3), ("back", 2), ("last", last), ("next", last),
      ]
      for (button, number) in steps {
        try await browser.click(".frames [data-step=\(button)]")
        try await expect(number, browser, "after \(button)")
      }
      #expect(try await browser.ask("[data-step=next]", "element.ariaDisabled") == "true")
      #expect(try await browser.ask("[data-step=back]", "element.ariaDisabled") == "false")
    }
  }

  @Test func keysStepWhereverTheFocusIsAmongTheButtons() async throws {
    try await withBrowser { browser in
      let last = try await open(browser)
      try await browser.run("document.querySelector('[data-step=play]').focus({preventScroll: true})")
      for (key, number) in [(Key.home, 1), (.left, 1), (.right, 2), (.right, 3), (.left, 2), (.end, last)] {
        try await browser.press(key)
        try await expect(number, browser, "after \(key)")
      }
      #expect(try await browser.run("return scrollX + scrollY") == 0, "the page stays where it is")
    }
  }

  @Test func theSliderStepsByTheKeyboardAndByHand() async throws {
    try await withBrowser { browser in
      let last = try await open(browser)
      try await browser.run("document.querySelector('.frame-slider').focus()")
      for (key, number) in [(Key.home, 1), (.right, 2), (.right, 3), (.left, 2), (.end, last)] {
        try await browser.press(key)
        try await expect(number, browser, "after \(key)")
      }
      try await browser.click(".frame-slider")
      let shown: Shown = try await browser.run(Self.inspection)
      #expect((last / 2...last / 2 + 1).contains(shown.number), "a click on its middle")
    }
  }

  @Test func playingEndsAtTheLastStepAndCanBeInterrupted() async throws {
    try await withBrowser { browser in
      let last = try await open(browser)
      try await browser.run("document.querySelector('.frame-slider').focus()")
      try await browser.press(.end, .left)
      try await browser.click("[data-step=play]")
      #expect(try await browser.ask("[data-step=play]", "element.ariaLabel") == "Pause")
      #expect(
        try await browser.ask(".frame-caption", "element.ariaLive") == "off", "captions are not read out")
      try await browser.wait(until: "document.querySelector('[data-step=play]').ariaLabel === 'Play'")
      try await expect(last, browser, "when it has ended")
      #expect(try await browser.ask(".frame-caption", "element.ariaLive") == "polite")
      try await browser.click("[data-step=play]")
      try await expect(1, browser, "it begins again")
      try await browser.click("[data-step=play]")
      #expect(try await browser.ask("[data-step=play]", "element.ariaLabel") == "Play")
    }
  }

  @Test func whoWantsLessMotionStepsButSeesNothingPlay() async throws {
    try await withBrowser(View(reducesMotion: true)) { browser in
      let last = try await open(browser)
      #expect(try await !browser.isShown("[data-step=play]"))
      try await browser.click("[data-step=back]")
      try await expect(last - 1, browser, "a step back")
      #expect(
        try await browser.run("return getComputedStyle(document.documentElement).scrollBehavior") == "auto")
      #expect(try await browser.run("return document.getAnimations().length") == 0)
    }
  }

  @Test func whatStandsBelowStaysInPlace() async throws {
    try await withBrowser { browser in
      let last = try await open(browser)
      try await browser.click("[data-step=first]")
      var places: Set<Double> = []
      for _ in 1...last {
        places.insert(try await browser.ask(".frame-list", "element.getBoundingClientRect().top + scrollY"))
        try await browser.click("[data-step=next]")
      }
      #expect(places.count == 1, "\(places)")
    }
  }

  @Test func onPaperTheStillPictureIsAlone() async throws {
    try await withBrowser(View(medium: .print)) { browser in
      try await browser.open(Showcase.site.page("figures/steps.html"))
      #expect(try await !browser.isShown(".frames"))
      #expect(try await !browser.isShown(".frame-list"))
      #expect(
        try await browser.run(
          """
          return [...document.querySelectorAll("[data-frames]")].every((part) =>
            (getComputedStyle(part).display !== "none") === part.hasAttribute("data-still"));
          """))
    }
  }
}
