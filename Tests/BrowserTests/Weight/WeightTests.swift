import Foundation
import Testing

/// What a page loads, and whether it stays in place while it does.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct WeightTests {
  @Test func aLessonWithFormulasAndFiguresIsLight() async throws {
    let site = try await Course(HeavyLesson.text).build()
    try await withBrowser { browser in
      try await browser.open(site.page("lesson.html"))
      #expect(try await browser.count("article .katex") >= HeavyLesson.formulas)
      #expect(
        try await browser.count("article figure svg[role=img], article figure > .drawing")
          >= HeavyLesson.figures)
      try await browser.run("scrollTo(0, document.body.scrollHeight)")
      let files = Set(try await browser.requests()).compactMap(URL.init(string:)).filter(\.isFileURL)
      #expect(files.count > 5)
      let sizes = try files.map { ($0.lastPathComponent, try compressedSize(of: $0)) }
      let sum = sizes.map(\.1).reduce(0, +)
      #expect(sum < 150_000, "\(sum) bytes: \(sizes.sorted { $0.1 > $1.1 })")
    }
  }

  @Test func allScriptsTogetherAreLight() async throws {
    let theme = Requirements.checkout.appending(path: "site/theme")
    let files = try #require(FileManager.default.enumerator(atPath: theme.path)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".js") }
    #expect(files.count > 3)
    let sizes = try files.map { ($0, try compressedSize(of: theme.appending(path: $0))) }
    let sum = sizes.map(\.1).reduce(0, +)
    #expect(sum < 15_000, "\(sum) bytes: \(sizes)")
  }

  @Test(arguments: [360, 1440]) func nothingMovesWhileAPageLoads(_ width: Int) async throws {
    let site = try await Showcase.site
    try await withBrowser(View(width: width)) { browser in
      for page in site.pages {
        try await browser.open(site.page(page))
        let shifts = try await shifts(browser)
        #expect(shifts.isEmpty, "\(page)")
      }
    }
  }

  @Test func nothingMovesWhileAPageComesOverTheNetwork() async throws {
    let preview = try await Preview(Course(HeavyLesson.text))
    try await withBrowser { browser in
      for page in ["index.html", "lesson.html"] {
        try await browser.open(preview.address.appending(path: page))
        let shifts = try await shifts(browser)
        #expect(shifts.isEmpty, "\(page)")
      }
    }
  }

  /// What has moved since the page began to load, and how far.
  private func shifts(_ browser: Browser) async throws -> [String] {
    try await browser.runAsynchronously(
      """
      const done = arguments[0];
      const shifts = [];
      const note = (list) => {
        for (const shift of list.getEntries()) {
          for (const { node, previousRect, currentRect } of shift.sources) {
            shifts.push(`${node?.outerHTML?.slice(0, 80)} ${JSON.stringify(previousRect)} ${JSON.stringify(currentRect)}`);
          }
        }
      };
      new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
      document.fonts.ready.then(() => setTimeout(() => done(shifts), 150));
      """)
  }
}

/// The bytes of a file as gzip sends them at its best; of what is compressed already, the bytes as they are.
private func compressedSize(of file: URL) throws -> Int {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/gzip")
  process.arguments = ["-9", "--no-name", "--stdout", file.path]
  let output = Pipe()
  process.standardOutput = output
  try withoutBlockedSignals { try process.run() }
  let compressed = try #require(try output.fileHandleForReading.readToEnd()).count
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  return min(compressed, try Data(contentsOf: file).count)
}
