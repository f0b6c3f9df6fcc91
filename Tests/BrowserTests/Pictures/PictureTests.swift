import Foundation
import Testing

/// What pages look like, beside pictures that are kept in `References`.
///
/// Where the theme was changed on purpose, record them anew and look at each:
///
///     RECORD_PICTURES=1 swift test --filter PictureTests
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct PictureTests {
  private static let references = Requirements.checkout.appending(path: "Tests/BrowserTests/References")
  private static let isRecording =
    !Requirements.isUnderCI && ProcessInfo.processInfo.environment["RECORD_PICTURES"] == "1"
  /// A picture larger than this belongs into no repository.
  private static let mostBytes = 60_000

  @Test(arguments: Picture.all) func aPageLooksAsItDid(_ picture: Picture) async throws {
    let file = Self.references.appending(path: "\(picture.name).png")
    try await withBrowser { browser in
      let taken = try await picture.take(browser)
      let bytes = try #require(Data(base64Encoded: taken))
      #expect(bytes.count <= Self.mostBytes)
      if Self.isRecording {
        try bytes.write(to: file)
        Issue.record("recorded \(file.lastPathComponent): look at it, and run without RECORD_PICTURES")
        return
      }
      let kept = try #require(try? Data(contentsOf: file), "there is no \(file.lastPathComponent); record it")
      let comparison = try await PictureComparison(browser, kept.base64EncodedString(), taken)
      if !comparison.isClose {
        let actual = FileManager.default.temporaryDirectory.appending(path: "gradus-\(picture.name).png")
        try bytes.write(to: actual)
        Issue.record(
          "\(picture.name) looks different (\(comparison)): compare \(file.path) with \(actual.path)")
      }
    }
  }

  @Test func everyReferenceIsCompared() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.references.path).sorted()
    #expect(files == Picture.all.map { "\($0.name).png" }.sorted())
  }

  /// What another machine may draw differently.
  @Test(arguments: [
    "text-rendering: geometricPrecision", "translate: 0.4px 0.4px", "-webkit-text-stroke: 0.15px",
    "font-kerning: none",
  ])
  func anotherWayToDrawLettersIsTolerated(_ style: String) async throws {
    let comparison = try await comparison(with: "body { \(style) }")
    #expect(comparison.isClose, "\(comparison)")
  }

  /// What nobody should do unnoticed.
  @Test(arguments: [
    "body { --paper: light-dark(#f2efe6, #15181c) }", ".lesson p { margin: 1.3em 0 }",
    ".drawing svg { filter: hue-rotate(90deg) }", ".site-header { display: none }",
    ".lesson-header h1 { font-size: 2.2rem }", ".subtitle { display: none }",
    "main { translate: 8px 0 }",
  ])
  func aChangeOfTheThemeIsSeen(_ style: String) async throws {
    let comparison = try await comparison(with: style)
    #expect(!comparison.isClose, "\(comparison)")
  }

  /// A picture beside itself with a style more.
  private func comparison(with style: String) async throws -> PictureComparison {
    let picture = try #require(Picture.all.first { $0.name == "lesson-1440-light" })
    return try await withBrowser { browser in
      let before = try await picture.take(browser)
      try await browser.run(
        "document.head.append(Object.assign(document.createElement('style'), { textContent: arguments[0] }))",
        .text(style))
      return try await PictureComparison(browser, before, browser.screenshot())
    }
  }
}
