import Foundation
import Testing

/// Pages in the hands of readers who have no mouse.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct KeyboardTests {
  /// Where the focus went.
  private struct Stop: Decodable {
    let name: String
    let isMarked: Bool
    let isInView: Bool
    /// Whether it stands behind the one before in the page.
    let follows: Bool
  }

  private struct Walk: Decodable {
    let stops: [Stop]
    /// What can be used and was never reached.
    let missed: [String]
  }

  /// Notes each element that gets the focus, and which of those that can be used never do.
  private static let observer = """
    const name = (element) => element.outerHTML.slice(0, 140);
    const usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
      .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }))
      // Of choices the keyboard reaches one, and the arrow keys the others.
      .filter((element) => element.type !== "radio"
        || element === element.form.querySelector(`input[name="${element.name}"]`));
    const reached = [];
    window.walk = { stops: [], missed: () => usable.filter((element) => !reached.includes(element)).map(name) };
    document.addEventListener("focusin", ({ target }) => {
      if (reached.includes(target)) return;
      const style = getComputedStyle(target);
      const box = target.getBoundingClientRect();
      const previous = reached.at(-1);
      walk.stops.push({
        name: name(target),
        isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        isInView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        follows: !previous || Boolean(previous.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING),
      });
      reached.push(target);
    });
    return usable.length;
    """

  @Test(arguments: [
    "index.html", "verification.html", "figures/claims.html", "figures/steps.html", "text/blocks.html",
    "text/exercises.html",
  ])
  func theFocusGoesEverywhereInOrderAndIsSeen(_ page: String) async throws {
    try await withBrowser(View(reducesMotion: true)) { browser in
      try await browser.open(Showcase.site.page(page))
      let usable: Int = try await browser.run(Self.observer)
      #expect(usable > 5)
      for _ in 0..<usable + 20 { try await browser.press(.tab) }
      let walk: Walk = try await browser.run("return {stops: walk.stops, missed: walk.missed()}")
      #expect(walk.missed.isEmpty)
      #expect(walk.stops.filter { !$0.isMarked }.map(\.name) == [], "the focus cannot be seen")
      #expect(walk.stops.filter { !$0.isInView }.map(\.name) == [], "the focus is out of sight")
      #expect(walk.stops.filter { !$0.follows }.map(\.name) == [], "the order is not that of the page")
    }
  }

  @Test func theFirstStopSkipsToTheContent() async throws {
    try await withBrowser(View(reducesMotion: true)) { browser in
      try await browser.open(Showcase.site.page("figures/claims.html"))
      try await browser.press(.tab)
      #expect(try await browser.run("return document.activeElement.className") == "skip")
      let box: [Double] = try await browser.ask(
        ".skip",
        "(({top, left, width, height}) => [top, left, width, height])(element.getBoundingClientRect())")
      #expect(box[0] >= 0 && box[1] >= 0 && box[2] > 44 && box[3] >= 24, "it can be seen: \(box)")
      #expect(try await browser.ask(".skip", "getComputedStyle(element).clipPath") == "none")
      try await browser.press(.enter)
      #expect(try await browser.run("return document.activeElement.tagName") == "MAIN")
      try await browser.press(.tab)
      #expect(
        try await browser.run("return document.querySelector('main').contains(document.activeElement)"),
        "the next stop is in the content")
    }
  }

  @Test func aNumbersNoteIsOpenedReadAndLeftByTheKeyboard() async throws {
    try await withBrowser(View(reducesMotion: true)) { browser in
      try await browser.open(Showcase.site.page("figures/claims.html"))
      try await browser.run("document.querySelector('#claim-2').focus()")
      #expect(try await browser.count("#note") == 0)
      try await browser.press(.enter)
      #expect(try await browser.isShown("#note"))
      #expect(try await browser.run("return document.activeElement.id") == "note")
      let name: String = try await browser.ask("#note", "element.getAttribute('aria-label')")
      #expect(name == "Where 58% comes from")
      // The expression's value to 12 digits, what it was held to, what gave it and what else uses that.
      let text: String = try await browser.ask("#note", "element.textContent")
      // e² / (e + e² + e) = 0.576116884765829
      let parts = [
        "0.576116884766", "rounds to 58%: 57.5% to 58.5%", "close {softmax}", "scores: {Madrid: 1",
      ]
      for part in parts {
        #expect(text.contains(part), "\(part) is not in \(text)")
      }
      try await browser.press(.tab)
      #expect(try await browser.run("return Boolean(document.activeElement.closest('#note'))"))
      try await browser.press(.escape)
      #expect(try await browser.run("return document.activeElement.id") == "claim-2")
      #expect(try await browser.run("return document.querySelector('#note') === null"))
    }
  }

  @Test func thePointerOpensANoteAndAPressElsewhereClosesIt() async throws {
    try await withBrowser(View(reducesMotion: true)) { browser in
      try await browser.open(Showcase.site.page("figures/claims.html"))
      try await browser.click("#claim-2")
      #expect(try await browser.isShown("#note"))
      try await browser.click("h1")
      #expect(try await browser.run("return document.querySelector('#note') === null"))
    }
  }
}
