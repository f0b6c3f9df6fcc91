import Foundation
import FoundationXML
import Testing

/// What services for continuous integration read: GitHub's commands, JUnit's XML, SARIF.
@Suite struct MachineReportTests {
  /// Names of files and texts that each of the formats has to escape.
  static let hostilePath = "co,ur:se 100%/ü \"<&>'.md"
  static let hostileText =
    "数 [57%](=0.576117) [x](none.md) [1](=2*y) [2](=1+1)\n\n```{let}\na: =zz\n```\n\n"
    + "```{check}\n- 1 == 1\n- \"2 < 1 and \\\"]]> %, ::&\\u0007\\n\\\" == \\\"\\\"\"\n- a > 1\n```\n\n"
    + "```{derivation} d\nvariables: {x: 1}\nsteps:\n  - x + x\n  - 2x\n```\n"

  static func hostileCourse() throws -> Sandbox {
    let sandbox = try Sandbox()
    let parts = hostilePath.split(separator: "/").map(String.init)
    try sandbox.write(
      "title: A course\nseverity: {link: warning}\nparts:\n  - title: A part\n    lessons: ['ü \"<&>''.md']\n",
      to: "\(parts[0])/course.yml")
    try sandbox.writeLesson(hostileText, to: hostilePath)
    return sandbox
  }

  static let course = "co,ur:se 100%"

  // MARK: GitHub

  @Test func `GitHub gets a command for each mistake, escaped as its toolkit does`() async throws {
    let sandbox = try Self.hostileCourse()
    let ending = try await sandbox.gradus("check", "--format", "github", Self.course)
    #expect(ending.status == 1)
    let lines = ending.output.split(separator: "\n").map(String.init)
    // @actions/core escapes %, CR and LF in messages, and in properties : and , as well.
    let file = "file=co%2Cur%3Ase 100%25/ü \"<&>'.md"
    #expect(
      lines.first
        == "::error \(file),line=5,col=4,endLine=5,endColumn=7,title=Gradus (claim)::"
        + "claimed 57%25, computed 57.6117%25 — 58%25 would hold%0Ahelp: gradus check --fix rewrites it")
    #expect(lines.count { $0.hasPrefix("::error ") } == lines.count - 1)
    #expect(lines.count { $0.hasPrefix("::warning \(file),line=5,col=20,") } == 1)
    #expect(ending.errors.hasPrefix("✗ 1 lesson, "))
  }

  @Test func `GitHub gets no columns for what goes over several lines`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[first\nsecond](none.md)\n", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "--format", "github", "lesson.md")
    #expect(
      ending.output
        == "::error file=lesson.md,line=5,endLine=6,title=Gradus (link)::none.md does not exist\n")
  }

  @Test(arguments: ["github", "sarif"])
  func `paths start from the top of the repository`(_ format: String) async throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("work/.git")
    try sandbox.writeCourse("deep/course", ["a.md": "[3](=1+1)\n"])
    for folder in [".", "deep", "deep/course"] {
      let ending = try await sandbox.gradus(
        "check", "--format", format, sandbox.place("deep/course"), in: folder)
      #expect(ending.output.contains("deep/course/a.md"))
      #expect(!ending.output.contains("../") && !ending.output.contains(sandbox.path))
    }
  }

  @Test func `without a repository paths start from the current folder, as JUnit's always do`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("deep/course", ["a.md": "[3](=1+1)\n"])
    for format in ["github", "sarif", "junit"] {
      let ending = try await sandbox.gradus("check", "--format", format, "course", in: "deep")
      #expect(ending.output.contains("course/a.md") && !ending.output.contains("deep"))
    }
  }

  // MARK: JUnit

  @Test func `JUnit gets a case for each claim, condition, derivation and directive`() async throws {
    let sandbox = try Self.hostileCourse()
    let ending = try await sandbox.gradus("check", "--format", "junit", Self.course)
    #expect(ending.status == 1)
    #expect(ending.errors == "")
    let report = try XMLReport(ending.output)
    let suite = try #require(report.suites.first)
    #expect(report.suites.count == 1)
    #expect(suite["name"] == Self.hostilePath)
    let outcomes = report.cases.map { "\($0.name): \($0.outcome)" }
    #expect(
      outcomes == [
        "claim [57%](=0.576117): failure", "claim [1](=2*y): failure", "claim [2](=1+1): held",
        "{let}: failure", "{check}: held", "condition 1 == 1: held",
        "condition 2 < 1 and \"]]> %, ::&\u{FFFD} \" == \"\": failure", "condition a > 1: skipped",
        "{derivation} d: held", "text, references and links: system-out",
      ])
    #expect(suite["tests"] == "10" && suite["failures"] == "4" && suite["skipped"] == "1")
    #expect(report.cases[8].attributes["time"]?.wholeMatch(of: /\d+\.\d{3}/) != nil)
    #expect(
      report.cases[0].text
        == "\(Self.hostilePath):5:4: error: claimed 57%, computed 57.6117% — 58% would hold [claim]\n"
        + "help: gradus check --fix rewrites it")
    #expect(report.cases[9].text == "\(Self.hostilePath):5:20: warning: none.md does not exist [link]")
  }

  @Test func `every error of a report is in exactly one failure`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("x,y\n1,2\n3,\"4\n", to: "course/points.csv")
    try sandbox.writeCourse(
      "course",
      [
        "a.md": "[3](=1+1) @fig-none $\\foo$\n\n```{table} t\nfile: points.csv\n```\n", "b.md": "[2](=1+1)\n",
      ],
      settings: "colour: red\n")
    let json = try await sandbox.gradus("check", "--format", "json", "course")
    let errors = try #require(
      (JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])?["diagnostics"]
        as? [[String: Any]])
    let junit = try await sandbox.gradus("check", "--format", "junit", "course")
    let report = try XMLReport(junit.output)
    let told = report.cases.filter { $0.outcome == "failure" }.flatMap {
      $0.text.split(separator: "\n").filter { $0.contains(": error: ") }
    }
    #expect(errors.count == 5)
    #expect(told.count == errors.count)
    #expect(
      report.suites.map { $0["name"] } == [
        "course/a.md", "course/b.md", "course/course.yml", "course/points.csv",
      ])
  }

  // MARK: SARIF

  @Test func `SARIF has exact regions, encoded paths, rules and levels`() async throws {
    let sandbox = try Self.hostileCourse()
    let ending = try await sandbox.gradus("check", "--format", "sarif", Self.course)
    #expect(ending.status == 1)
    #expect(ending.errors == "")
    let log = try SARIFLog(ending.output)
    #expect(log.run["columnKind"] as? String == "unicodeCodePoints")
    #expect((log.run["originalUriBaseIds"] as? [String: Any])?["%SRCROOT%"] != nil)
    let first = try #require(log.results.first)
    #expect(first.uri == "co%2Cur%3Ase%20100%25/%C3%BC%20%22%3C%26%3E%27.md")
    #expect(first.region == ["startLine": 5, "startColumn": 4, "endLine": 5, "endColumn": 7])
    #expect(
      first.message
        == "claimed 57%, computed 57.6117% — 58% would hold\nhelp: gradus check --fix rewrites it")
    #expect(log.results.map(\.level) == ["error", "warning", "error", "error", "error"])
    for result in log.results { #expect(log.rules[result.ruleIndex]["id"] as? String == result.rule) }
    for rule in log.rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(((rule[key] as? [String: String])?["text"] ?? "").count > 10)
      }
    }
    // The kinds of mistakes that the format's description lists.
    #expect(log.rules.count == 17)
  }

  @Test func `a fingerprint survives moved lines and other values, not another text`() async throws {
    let sandbox = try Sandbox()
    func fingerprints(_ text: String) async throws -> [String] {
      try sandbox.writeLesson(text, to: "lesson.md")
      return try SARIFLog(await sandbox.gradus("check", "--format", "sarif", "lesson.md").output).results.map(
        \.fingerprint)
    }
    let before = try await fingerprints("```{let}\na: 1\n```\n\n[3](=a)\n\n[3](=a)\n\n[4](=a)\n")
    let moved = try await fingerprints(
      "More.\n\n```{let}\na: 2\n```\n\nMore.\n\n[3](=a)\n\n[3](=a)\n\n[4](=a)\n")
    #expect(Set(before).count == 3)
    #expect(moved == before)
    let other = try await fingerprints("```{let}\na: 1\n```\n\n[5](=a)\n\n[3](=a)\n\n[4](=a)\n")
    #expect(other[0] != before[0] && other[2] == before[2])
  }

  @Test func `what looks like a link in a message is none`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[a](=1 + 1)\n", to: "lesson.md")
    let log = try SARIFLog(await sandbox.gradus("check", "--format", "sarif", "lesson.md").output)
    #expect(log.results.first?.message.contains("[2\\](<=1 + 1>)") == true)
  }

  @Test func `warnings in great number hide no error`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse(
      "course", ["a.md": String(repeating: "[x](none.md)\n\n", count: 1200) + "[3](=1+1)\n"],
      settings: "severity: {link: warning}\n")
    let ending = try await sandbox.gradus("check", "--format", "json", "course")
    #expect(ending.status == 1)
    #expect(ending.output.contains("claimed 3, computed 2"))
  }

  @Test func `build reports in every format, too`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["a.md": "[3](=1+1)\n"])
    for (format, beginning) in [("github", "::error file="), ("junit", "<?xml "), ("sarif", "{\n")] {
      let ending = try await sandbox.gradus("build", "--format", format, "course")
      #expect(ending.status == 1)
      #expect(ending.output.hasPrefix(beginning))
    }
  }
}
