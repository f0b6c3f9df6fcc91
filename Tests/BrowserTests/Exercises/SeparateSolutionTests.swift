import Foundation
import Testing

/// Pages for students of a course that keeps its solutions.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct SeparateSolutionTests {
  /// The answers are numbers and words that stand nowhere else.
  private static let lesson = """
    ```{exercise} number
    question: How much is it?
    answer: {says: "7243.5", is: 14487/2}
    hint: Halve something.
    solution: |
      Half of 14487 is [7243.5](=14487/2), says Montgolfier.
    ```

    ```{exercise} choice
    question: Which one?
    is: 8
    choices: [{says: "7"}, {says: "8"}]
    ```
    """

  @Test func nothingTellsAnAnswerAndNothingIsChecked() async throws {
    let site = try await Course(Self.lesson, settings: "solutions: separate\n").build()
    let files = try #require(FileManager.default.enumerator(atPath: site.folder.path))
      .compactMap { $0 as? String }.filter {
        ["html", "json", "js", "xml", "txt"].contains(($0 as NSString).pathExtension)
      }
    #expect(files.contains("lesson.html") && files.contains("verification.json"))
    for file in files {
      let text = try String(contentsOf: site.page(file), encoding: .utf8)
      for secret in ["7243.5", "7,243.5", "14487", "Montgolfier"] {
        #expect(!text.contains(secret), "\(file) tells \(secret)")
      }
    }
    try await withBrowser { browser in
      try await browser.open(site.page("lesson.html"))
      #expect(try await browser.count(".exercise") == 2)
      for control in [
        "form", "input[type=text]", "input[type=radio]", ".exercise button", "[data-key]", ".solution",
      ] {
        #expect(try await browser.count(control) == 0, "there is a \(control)")
      }
      try await browser.click("#exr-number .hint summary")
      #expect(try await browser.isShown("#exr-number .hint p"))
      #expect(try await browser.isShown("#exr-choice li"), "the choices can be read all the same")
      #expect(try await browser.complaints().isEmpty)
    }
  }
}
