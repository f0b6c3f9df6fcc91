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
  /// What a reader has done to the rest of the page lasts.
  @Test func anEditLeavesTheRestOfThePageAlone() async throws {
    let rest = """
      ```{exercise} half
      question: What is half of one?
      answer: {says: 0.5, is: 1/2}
      hint: Halve it.
      ```
      """
    let course = try Course("The first text.\n\n[Half](=1/2).\n\n\(rest)")
    let preview = try await Preview(course)
    try await withBrowser { browser in
      try await browser.open(preview.address.appending(path: "lesson.html"))
      try await browser.run(
        "document.querySelector('#exr-half details').open = true; globalThis.isTheSame = true")
      try await browser.write("0.5", into: "#exr-half input")
      try course.write(
        Course.lesson("The second text.\n\n[Half](=1/2), [0.25](=1/4).\n\n\(rest)"), to: "lesson.md")
      try await browser.wait(until: "document.querySelector('#claim-2')")
      #expect(try await browser.text(of: "article > p") == "The second text.")
      #expect(try await browser.run("return globalThis.isTheSame === true"), "the page was not loaded again")
      #expect(try await browser.isShown("#exr-half details > :last-child"))
      #expect(try await browser.ask("#exr-half input", "element.value") == "0.5")
      #expect(try await browser.complaints().isEmpty)
    }
  }

  /// What is put into a page is as alive as what was there when it was loaded.
  @Test func whatAnEditAddsCanBeUsed() async throws {
    @Sendable func text(_ first: String, heading: String, factor: Int) -> String {
      """
      \(first)

      ## \(heading)

      It has a picture:

      ```{chain} c
      blocks: ["y = \(factor)x", "z = y^2"]
      at: {x: 3}
      ```

      ## The end

      ## The very end
      """
    }
    let course = try Course(text("A quarter is [0.25](=1/4).", heading: "A heading", factor: 2))
    let preview = try await Preview(course)
    try await withBrowser(View(width: 1440)) { browser in
      try await browser.open(preview.address.appending(path: "lesson.html"))
      try await browser.run("globalThis.isTheSame = true")
      let edited = text("A half is [0.5](=1/2), a quarter [0.25](=1/4).", heading: "Another", factor: 5)
      try course.write(Course.lesson(edited), to: "lesson.md")
      try await browser.wait(until: "document.querySelector('#claim-2')")
      #expect(try await browser.run("return globalThis.isTheSame === true"), "the page was not loaded again")
      try await browser.click("#claim-1")
      #expect(try await browser.text(of: "#note").contains("0.5"))
      try await browser.press(.escape)
      try await browser.click(".frames [data-step=first]")
      #expect(try await browser.text(of: ".frame-count").hasPrefix("1 /"))
      try await browser.wait(
        until: "document.querySelector('.contents.margin [aria-current]')?.textContent === 'Another'")
      #expect(try await browser.complaints().isEmpty)
    }
  }

  @Test func aPictureThatWasDrawnAnewIsShown() async throws {
    @Sendable func picture(_ width: Int) -> String {
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="9"><title>A bar</title></svg>"#
    }
    let course = try Course("![A bar](bar.svg)")
    try course.write(picture(40), to: "bar.svg")
    let preview = try await Preview(course)
    try await withBrowser { browser in
      try await browser.open(preview.address.appending(path: "lesson.html"))
      #expect(try await browser.ask("article img", "element.naturalWidth") == 40)
      try course.write(picture(80), to: "bar.svg")
      try await browser.wait(until: "document.querySelector('article img').naturalWidth === 80")
    }
  }
}
