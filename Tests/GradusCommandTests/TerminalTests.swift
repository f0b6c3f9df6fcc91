import Foundation
import Testing

/// What differs where somebody watches.
@Suite struct TerminalTests {
  /// The command's words on a terminal, which takes standard output and standard error.
  private func onTerminal(
    _ sandbox: Sandbox, _ command: String, environment: [String: String?] = [:], columns: Int = 80
  ) async throws -> String {
    let variables = environment.merging(["TERM": "xterm", "GRADUS": Sandbox.executable]) { first, _ in first }
    let ending = try await sandbox.run(
      ["script", "--quiet", "--return", "--command", "stty cols \(columns); \(command)", "/dev/null"],
      environment: variables)
    return ending.output
  }

  private func slowCourse(_ sandbox: Sandbox, _ name: String, directives: Int = 400) throws {
    let text = (0..<directives).map { "```{softmax} s\($0)\nscores: [\($0), 1, 2]\n```\n" }.joined()
    try sandbox.writeCourse(
      name, ["a lesson with a rather long name that no terminal could hold in one line.md": text])
  }

  @Test func `colours are for terminals, and for those who want them`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[3](=1+1)\n", to: "lesson.md")
    let piped = try await sandbox.gradus("check", "lesson.md", environment: ["TERM": "xterm"])
    #expect(!piped.everything.contains("\u{1B}"))
    let colored = try await onTerminal(sandbox, "$GRADUS check lesson.md")
    #expect(
      colored.contains("\u{1B}[1mlesson.md:5:2:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m claimed 3, computed 2"))
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let plain = try await onTerminal(sandbox, "$GRADUS check lesson.md", environment: environment)
      #expect(plain.contains("lesson.md:5:2: error: claimed 3, computed 2"))
      #expect(!plain.contains("\u{1B}"))
    }
    #expect(
      try await onTerminal(sandbox, "$GRADUS check lesson.md", environment: ["NO_COLOR": ""]).contains(
        "\u{1B}[1;31m"))
    let json = try await onTerminal(sandbox, "$GRADUS check --format json lesson.md")
    #expect(json.hasPrefix("{") && !json.contains("\u{1B}"))
  }

  @Test func `a bar shows what goes on, and is wiped away`() async throws {
    let sandbox = try Sandbox()
    try slowCourse(sandbox, "one", directives: 1000)
    try slowCourse(sandbox, "two", directives: 700)
    let shown = try await onTerminal(sandbox, "$GRADUS check one two", columns: 60)
    let bars = shown.components(separatedBy: "\r\u{1B}[2K").filter { $0.contains("░") || $0.contains("█") }
    #expect(!bars.isEmpty, "the run was too short to show a bar: \(shown)")
    for bar in bars { #expect(bar.count < 60, "\(bar)") }
    #expect(shown.contains("\r\u{1B}[2K\u{1B}[1;32m✓\u{1B}[0m 2 lessons, 1700 directives, 0 claims held\r\n"))
    #expect(try #require(shown.components(separatedBy: "✓").last).contains("░") == false)
  }

  @Test func `there is no bar for a pipe, a dumb terminal and continuous integration`() async throws {
    let sandbox = try Sandbox()
    try slowCourse(sandbox, "course")
    let summary = "✓ 1 lesson, 400 directives, 0 claims held"
    #expect(try await sandbox.gradus("check", "course").everything == "\(summary)\n")
    for environment in [["CI": "true"], ["TERM": "dumb"]] {
      _ = try await sandbox.gradus("clean")
      #expect(
        try await onTerminal(
          sandbox, "$GRADUS check course", environment: environment.merging(["NO_COLOR": "1"]) { $1 })
          == "\(summary)\r\n")
    }
  }
}
