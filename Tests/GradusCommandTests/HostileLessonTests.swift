import Foundation
import Testing

/// No lesson, however it is made, crashes the command, keeps it busy or makes it read what is not the course's.
@Suite struct HostileLessonTests {
  /// Every diagnostic has a place in the lesson, and there is one unless all is well.
  private func expectSoundEnd(_ ending: Ending, file: String, _ place: SourceLocation = #_sourceLocation) {
    #expect(
      ending.status == 0 || ending.status == 1, "\(ending.everything.suffix(500))", sourceLocation: place)
    let places = ending.output.split(separator: "\n").filter { $0.hasPrefix("\(file):") }
    if ending.status == 1 { #expect(!places.isEmpty, sourceLocation: place) }
    for line in places {
      #expect(
        line.wholeMatch(of: /[^:]+:\d+:\d+: (error|warning): .+ \[[a-z-]+\]/) != nil, sourceLocation: place)
    }
    #expect(ending.errors.hasSuffix("\n"), sourceLocation: place)
  }

  @Test(arguments: Hostility.lessons)
  func `a hostile lesson ends soon, with a place for what is wrong`(_ text: Hostility.Text) async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(text.text, to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md")
    expectSoundEnd(ending, file: "lesson.md")
  }

  @Test func `a lesson of 50 MB is refused`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(Hostility.times("words and [2](=1+1)\n\n", 2_500_000), to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md")
    #expect(
      ending.output.hasPrefix(
        "lesson.md:1:1: error: a lesson of 52500025 bytes: more than 1000000 are not read"))
    #expect(ending.status == 1)
  }

  static let bytes: [(String, Data)] = [
    ("nothing", Data()),
    ("noise", Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 7919 + $0 / 256 * 31) })),
    ("broken UTF-8", Data(lesson("a ").utf8) + [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF5]),
    ("UTF-16", Data("---\n".utf16.flatMap { [UInt8($0 & 255), 0] })),
    ("zeros", Data(count: 900_000)), ("front matter alone", Data("---\ntitle: T\n".utf8)),
    ("an empty front matter", Data("---\r\n---\r\n".utf8)),
  ]

  @Test(arguments: bytes)
  func `bytes that are no lesson are refused at a place`(_ name: String, _ bytes: Data) async throws {
    let sandbox = try Sandbox()
    try sandbox.write(bytes, to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md")
    #expect(ending.status == 1)
    expectSoundEnd(ending, file: "lesson.md")
  }

  /// Texts by name: printed as arguments, the huge one would fill the log of every run.
  static let courses = [
    "huge": "title: T\n" + Hostility.times("parts: []\n", 5_000_000),
    "deep": "title: \(Hostility.times("[", 100_000))", "binary": "\0\u{1}\u{2}", "empty": "",
    "a list": "- a\n- b\n",
    "aliases": "title: &a [x, x]\n" + (0..<20).map { "k\($0): [*a, *a]\n" }.joined(),
    "many lessons":
      "title: T\nparts:\n  - title: P\n    lessons: [\(Hostility.times("none.md, ", 2_000))none.md]\n",
  ]

  @Test(arguments: courses.keys.sorted())
  func `a hostile course_yml is refused at a place`(_ name: String) async throws {
    let text = try #require(Self.courses[name])
    let sandbox = try Sandbox()
    try sandbox.write(text, to: "course/course.yml")
    let ending = try await sandbox.gradus("check", "course")
    expectSoundEnd(ending, file: "course/course.yml")
    #expect(ending.status == 1)
    #expect(try await sandbox.gradus("build", "course").status == 1)
    #expect(try sandbox.names(in: "course") == ["course.yml"])
  }

  static let ways = [
    "/etc/passwd", "../secret.csv", "../../../../../../etc/passwd", "link.csv", "outside/secret.csv",
    "loop.csv", "pipe.csv", "folder",
    "missing.csv", "deep/../../secret.csv", "%2e%2e/secret.csv", "..\\secret.csv", "file:///etc/passwd",
    "a\u{0}b", "",
  ]

  @Test(arguments: ways)
  func `no data file and no picture is read from outside the course`(_ way: String) async throws {
    let sandbox = try Sandbox()
    try sandbox.write("x,y\n42,secret\n", to: "secret.csv")
    try sandbox.writeCourse(
      "course",
      [
        "lesson.md":
          "```{table} t\nfile: \"\(way)\"\n```\n\n![A picture](<\(way)>) [a file](<\(way)>)\n\n[](=t.x_1)\n"
      ],
      settings: "severity: {link: warning}\n")
    try sandbox.makeFolder("work/course/folder")
    try sandbox.link("course/link.csv", to: "/etc/passwd")
    try sandbox.link("course/outside", to: "..")
    try sandbox.link("course/loop.csv", to: "loop.csv")
    _ = try await sandbox.run(["mkfifo", "course/pipe.csv"])
    for words in [["check", "course"], ["build", "course"]] {
      let ending = try await sandbox.run([Sandbox.executable] + words)
      #expect(ending.status == 1)
      expectSoundEnd(ending, file: "course/lesson.md")
      #expect(!ending.everything.contains("root:") && !ending.everything.contains("42"))
    }
    #expect(!sandbox.exists("course/public"))
    // The links alone, as warnings, so that a site is built.
    try sandbox.writeLesson("![A picture](<\(way)>) [a file](<\(way)>)\n", to: "course/lesson.md")
    let ending = try await sandbox.gradus("build", "course")
    if ending.status == 0 {
      for (_, bytes) in try sandbox.tree("course/public") {
        #expect(bytes.range(of: Data("42,secret".utf8)) == nil && bytes.range(of: Data("root:x".utf8)) == nil)
      }
    }
  }

  @Test func `a lesson that leads out of the course is an error`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("secret [3](=2)\n", to: "outside.md")
    try sandbox.write(
      "title: T\nparts:\n  - title: P\n    lessons: [link.md, ../outside.md, /etc/passwd, loop.md, pipe.md, folder]\n",
      to: "course/course.yml")
    try sandbox.link("course/link.md", to: "../outside.md")
    try sandbox.link("course/loop.md", to: "loop.md")
    try sandbox.makeFolder("work/course/folder")
    _ = try await sandbox.run(["mkfifo", "course/pipe.md"])
    let ending = try await sandbox.gradus("check", "course")
    #expect(ending.status == 1)
    #expect(ending.output.ranges(of: "[course]").count == 6, "\(ending.output)")
    #expect(!ending.output.contains("secret"))
  }

  @Test func `a file of 100 MB is no data`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["lesson.md": "```{table} t\nfile: big.csv\n```\n"])
    try sandbox.write("x\n", to: "course/big.csv")
    #expect(truncate(sandbox.place("course/big.csv"), 101_000_000) == 0)
    let ending = try await sandbox.gradus("check", "course")
    #expect(ending.output.hasPrefix("course/lesson.md:6:7: error: "))
    #expect(ending.output.contains("100 MB"))
  }
}
