import Foundation
import Testing

/// Exercises as readers meet them: with a keyboard and a mouse.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct ExerciseTests {
  private static let page = "text/exercises.html"

  @Test func anAnswerIsCheckedByTheButtonAndByEnter() async throws {
    let page = try await Showcase.site.page(Self.page)
    try await withBrowser { browser in
      try await browser.open(page)
      try await browser.write("57%", into: "#exr-share input")
      try await browser.click("#exr-share button")
      #expect(try await browser.text(of: "#exr-share .verdict").hasPrefix("Not yet."))
      #expect(try await browser.ask("#exr-share input", "element.getAttribute('aria-invalid')") == "true")
      // exp(2)/(2 exp(1) + exp(2)) = 0.576…
      try await browser.write("0.6", into: "#exr-share input")
      #expect(try await browser.text(of: "#exr-share .verdict").isEmpty, "an edit puts the verdict away")
      try await browser.press(.enter)
      #expect(
        try await browser.text(of: "#exr-share .verdict")
          == "Not yet. Try again, or open what is folded below.")
      try await browser.write("(1 + 0.152)/2", into: "#exr-share input")
      try await browser.press(.enter)
      #expect(try await browser.text(of: "#exr-share .verdict") == "Right.")
      #expect(try await browser.ask("#exr-share input", "element.getAttribute('aria-invalid')") == "false")
      #expect(try await browser.address() == page.absoluteString, "nothing is sent anywhere")
    }
  }

  @Test func whatCannotBeReadIsExplained() async throws {
    let page = try await Showcase.site.page(Self.page)
    try await withBrowser { browser in
      try await browser.open(page)
      try await browser.write("8,5", into: "#exr-slope input")
      try await browser.press(.enter)
      #expect(
        try await browser.text(of: "#exr-slope .verdict")
          == "A comma stands before three digits, as in 3,640; decimals follow a point.")
    }
  }

  @Test func choicesAreCheckedByTheKeyboardAlone() async throws {
    let page = try await Showcase.site.page(Self.page)
    try await withBrowser { browser in
      try await browser.open(page)
      try await browser.run("document.querySelector('#exr-shift input').focus()")
      try await browser.press(.space)
      try await browser.press(.tab)
      try await browser.press(.enter)
      #expect(try await browser.text(of: "#exr-shift .verdict") == "Not this one.")
      try await browser.press(.tab, holding: .shift)
      try await browser.press(.right)
      try await browser.press(.enter)
      #expect(try await browser.text(of: "#exr-shift .verdict") == "Right.")
    }
  }

  @Test func hintsAndSolutionsAreFolded() async throws {
    let page = try await Showcase.site.page(Self.page)
    try await withBrowser { browser in
      try await browser.open(page)
      for kind in ["hint", "solution"] {
        #expect(try await !browser.isShown("#exr-share .\(kind) > :nth-child(2)"))
        try await browser.click("#exr-share .\(kind) summary")
        #expect(try await browser.isShown("#exr-share .\(kind) > :nth-child(2)"))
      }
    }
  }
}
