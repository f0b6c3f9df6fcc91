import Testing

/// Which course a path means, from wherever it is named.
@Suite struct LocationTests {
  /// A course with a lesson below, a draft, a page that is no lesson, and a course of its own inside.
  static func course(_ sandbox: Sandbox) throws {
    try sandbox.writeCourse(
      "course",
      [
        "one.md": "[2](=1+1)\n", "deep/two.md": "[3](=1+1)\n\nAs @eq-x says.\n",
        "deep/three.md": "$$ x $$ {#eq-x}\n",
      ])
    try sandbox.write("# Read me\n\n[9](=1+1)\n", to: "course/deep/README.md")
    try sandbox.write("---\ntitle: A draft\ndraft: true\n---\n\n[9](=1+1)\n", to: "course/deep/draft.md")
    try sandbox.writeCourse("course/deep/inner", ["own.md": "[4](=1+1)\n"])
  }

  @Test func `a lesson without a course is a course of one`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[2](=1+1)\n", to: "alone.md")
    try sandbox.writeLesson("[3](=1+1)\n", to: "neighbour.md")
    let ending = try await sandbox.gradus("check", "alone.md")
    #expect(ending.status == 0)
    #expect(ending.errors == "✓ 1 lesson, 0 directives, 1 claim held\n")
    #expect(ending.output == "")
  }

  @Test func `lessons without a course know nothing of each other`() async throws {
    let sandbox = try Sandbox()
    for name in ["one.md", "two.md"] { try sandbox.writeLesson("$$ x $$ {#eq-x}\n\n[2](=1+1)\n", to: name) }
    let ending = try await sandbox.gradus("check", "one.md", "two.md", "one.md")
    #expect(ending.everything == "✓ 2 lessons, 0 directives, 2 claims held\n")
    #expect(ending.status == 0)
  }

  struct Place: CustomTestStringConvertible {
    var folder: String
    var path: String?
    var file: String
    var testDescription: String { "\(path ?? "nothing") from \(folder)" }
  }

  static let places = [
    Place(folder: ".", path: "course", file: "course/deep/two.md"),
    Place(folder: ".", path: "course/", file: "course/deep/two.md"),
    Place(folder: ".", path: "course/course.yml", file: "course/deep/two.md"),
    Place(folder: "course", file: "deep/two.md"),
    Place(folder: "course", path: ".", file: "deep/two.md"),
    Place(folder: "course/deep", path: "..", file: "two.md"),
    Place(folder: "elsewhere", path: "../course", file: "../course/deep/two.md"),
    Place(folder: "elsewhere", path: "../course/./deep/../course.yml", file: "../course/deep/two.md"),
  ]

  @Test(arguments: places)
  func `a course is found, and its files are named from the current folder`(_ place: Place) async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    try sandbox.write("", to: "elsewhere/file")
    let words = [Sandbox.executable, "check"] + (place.path.map { [$0] } ?? [])
    let ending = try await sandbox.run(words, in: place.folder)
    #expect(ending.status == 1)
    #expect(
      ending.output == """
        \(place.file):5:2: error: claimed 3, computed 2 — 2 would hold [claim]
            5 | [3](=1+1)
              |  ^
        help: gradus check --fix rewrites it

        """)
    #expect(ending.errors == "✗ 3 lessons, 0 directives, 1 claim held, 1 failed, 1 error\n")
  }

  static let parts = [
    (folder: ".", path: "course/one.md", lessons: 1, errors: 0),
    (folder: "course/deep", path: "../one.md", lessons: 1, errors: 0),
    (folder: ".", path: "course/deep/two.md", lessons: 1, errors: 1),
    (folder: ".", path: "course/deep", lessons: 2, errors: 1),
    (folder: "course/deep", path: ".", lessons: 2, errors: 1),
    (folder: ".", path: "course/deep/inner", lessons: 1, errors: 1),
  ]

  @Test(arguments: parts)
  func `a lesson or a folder inside a course is checked within the course`(
    _ part: (folder: String, path: String, lessons: Int, errors: Int)
  ) async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    let ending = try await sandbox.gradus("check", part.path, in: part.folder)
    #expect(ending.status == (part.errors == 0 ? 0 : 1))
    #expect(ending.output.ranges(of: ": error: ").count == part.errors)
    #expect(!ending.output.contains("[reference]"), "references reach across lessons")
    #expect(ending.errors.contains("\(part.lessons) lesson"))
  }

  @Test func `a folder inside a course that has no lessons is a wrong command line`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    try sandbox.write("x,y\n1,2\n", to: "course/data/table.csv")
    let ending = try await sandbox.gradus("check", "course/data")
    #expect(ending.status == 2)
    #expect(ending.everything == "gradus: there are no lessons in course/data\n")
  }

  @Test func `a draft that is named is checked`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    let ending = try await sandbox.gradus("check", "course/deep/draft.md")
    #expect(ending.output.contains("course/deep/draft.md:6:2: error: claimed 9, computed 2"))
  }

  @Test func `a lesson that no part names is an error of the course, and of its folder`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    try sandbox.writeLesson("[2](=1+1)\n", to: "course/deep/stray.md")
    for path in ["course", "course/deep", "course/deep/stray.md"] {
      let ending = try await sandbox.gradus("check", path)
      #expect(
        ending.output.contains(
          "course/deep/stray.md:1:1: error: no part of course.yml names this lesson [course]\n"))
    }
  }

  @Test func `several paths of several courses are counted together, each once`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    try sandbox.writeCourse("other", ["one.md": "[5](=1+1)\n"])
    try sandbox.writeLesson("[6](=1+1)\n", to: "alone.md")
    let ending = try await sandbox.gradus(
      "check", "course/one.md", "other", "alone.md", "course/deep/two.md", "other/one.md")
    #expect(ending.errors == "✗ 4 lessons, 0 directives, 1 claim held, 3 failed, 3 errors\n")
    let places = ending.output.split(separator: "\n").filter { $0.contains(": error:") }.map {
      $0.prefix { $0 != " " }
    }
    #expect(places == ["course/deep/two.md:5:2:", "other/one.md:5:2:", "alone.md:5:2:"])
  }

  @Test(arguments: [
    "a lesson.md", "Übung ½ 数学.md", "-lesson.md", "--fix.md", "it's \"quoted\".md", "tab\there.md", "a:b.md",
    "%41.md", "#1.md",
  ])
  func `odd names are names`(_ name: String) async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[3](=1+1)\n", to: name)
    for words in [["check", "--", name], ["check", "./\(name)"], ["check", sandbox.place(name)]] {
      let ending = try await sandbox.run([Sandbox.executable] + words)
      #expect(ending.status == 1)
      #expect(ending.output.hasPrefix("\(name.replacing("\t", with: " ")):5:2: error: claimed 3"))
    }
  }

  @Test func `a folder with spaces, and a course below a link`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("a folder/a course", ["a lesson.md": "[3](=1+1)\n"])
    try sandbox.link("shortcut", to: "a folder/a course")
    #expect(
      try await sandbox.gradus("check", "a folder/a course").output.hasPrefix(
        "a folder/a course/a lesson.md:5:2:"))
    #expect(try await sandbox.gradus("check", in: "shortcut").output.hasPrefix("a lesson.md:5:2:"))
    #expect(try await sandbox.gradus("check", "shortcut/a lesson.md").status == 1)
    // The system's own meaning of “..” behind a link: the folder above the link's target.
    #expect(try await sandbox.gradus("check", "shortcut/../a course").status == 1)
  }

  @Test func `a link inside a course keeps its name, and is a lesson of the course`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["link.md": ""])
    try sandbox.writeLesson("[3](=1+1)\n", to: "course/.texts/target.md")
    try sandbox.remove("course/link.md")
    try sandbox.link("course/link.md", to: ".texts/target.md")
    for path in ["course", "course/link.md"] {
      let ending = try await sandbox.gradus("check", path)
      #expect(ending.output.hasPrefix("course/link.md:5:2: error: claimed 3"))
      #expect(ending.errors.hasPrefix("✗ 1 lesson,"))
    }
  }

  @Test func `what is neither a lesson nor a folder is a wrong command line`() async throws {
    let sandbox = try Sandbox()
    _ = try await sandbox.run(["mkfifo", "pipe.md"])
    try sandbox.link("loop.md", to: "loop.md")
    for (path, message) in [
      ("pipe.md", "gradus: pipe.md is neither a lesson nor a folder\n"),
      ("loop.md", "gradus: loop.md does not exist\n"),
      ("/dev/null", "gradus: /dev/null is neither a lesson nor a folder\n"),
    ] {
      let ending = try await sandbox.gradus("check", path)
      #expect(ending.status == 2)
      #expect(ending.everything == message)
    }
  }
}
