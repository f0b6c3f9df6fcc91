import Foundation
import Testing

/// What `check` prints.
@Suite struct ReportTests {
  /// The lesson whose report the format's description shows.
  static let softmax = """
    ---
    title: Softmax
    ---

    ```{softmax} close
    scores: {Madrid: 1, Paris: 2, Berlin: 1}
    ```





    Paris gets [57%](=close.p.Paris).

    """

  @Test func `a diagnostic reads as promised`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(Self.softmax, to: "Lessons/softmax.md")
    let ending = try await sandbox.gradus("check", "Lessons/softmax.md")
    #expect(
      ending.output == """
        Lessons/softmax.md:13:13: error: claimed 57%, computed 57.6117% — 58% would hold [claim]
           13 | Paris gets [57%](=close.p.Paris).
              |             ^~~
        help: gradus check --fix rewrites it

        """)
  }

  /// Places: columns count Unicode scalars, marks stand below what they mark in cells of a terminal.
  static let lines = [
    (text: "\t- a\t[3](=1+1)", excerpt: "    - a    [3](=1+1)", mark: "            ^", column: 7),
    (text: "数学 [3](=1+1)", excerpt: "数学 [3](=1+1)", mark: "      ^", column: 5),
    (text: "e\u{301} 👩‍👩‍👧 [33](=1+1)", excerpt: "e\u{301} 👩‍👩‍👧 [33](=1+1)", mark: "      ^~", column: 11),
    (
      text: "\(String(repeating: "x", count: 300)) [3](=1+1) \(String(repeating: "y", count: 300))",
      excerpt: "…\(String(repeating: "x", count: 48)) [3](=1+1) \(String(repeating: "y", count: 41))…",
      mark: "\(String(repeating: " ", count: 51))^", column: 303
    ),
    (
      text: "\u{1B}[31mred\u{7} [3](=1+1)", excerpt: "\u{FFFD}[31mred\u{FFFD} [3](=1+1)",
      mark: "           ^", column: 12
    ),
  ]

  @Test(arguments: lines)
  func `the mark stands below the place`(_ line: (text: String, excerpt: String, mark: String, column: Int))
    async throws
  {
    let sandbox = try Sandbox()
    // In a list item of its own, so that a tab does not make code.
    try sandbox.write("---\ntitle: T\n---\n\n- item\n\(line.text)\n", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md")
    #expect(ending.output.contains("lesson.md:6:\(line.column): error: claimed"))
    #expect(ending.output.contains("    6 | \(line.excerpt)\n      | \(line.mark)\n"))
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func `any kind of line break ends a line`(_ lineBreak: String) async throws {
    let sandbox = try Sandbox()
    try sandbox.write(lesson("First\n\n[3](=1+1)\n").replacing("\n", with: lineBreak), to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md")
    #expect(
      ending.output == """
        lesson.md:7:2: error: claimed 3, computed 2 — 2 would hold [claim]
            7 | [3](=1+1)
              |  ^
        help: gradus check --fix rewrites it

        """)
  }

  @Test func `diagnostics come in order of file and line, apart by an empty line`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["b.md": "[3](=1+1)\n\n@eq-none\n\n[4](=x)\n", "a.md": "[5](=1+1)\n"])
    let ending = try await sandbox.gradus("check", in: "course")
    let places = ending.output.components(separatedBy: "\n\n").map { $0.prefix { $0 != " " } }
    #expect(places == ["a.md:5:2:", "b.md:5:2:", "b.md:7:1:", "b.md:9:6:"])
    #expect(ending.output.hasSuffix("\n") && !ending.output.hasSuffix("\n\n"))
  }

  @Test func `the JSON is one object of the promised shape`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse(
      "course",
      ["deep/b.md": "[57%](=0.576117) [1](=2*y) [2](=1+1)\n\n```{let}\na: 1\n```\n", "a.md": "*[3](=3)*\n"])
    let ending = try await sandbox.gradus("check", "--format", "json", "course/deep")
    #expect(ending.status == 1)
    #expect(ending.errors == "")
    let report = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? NSDictionary
    let expected: NSDictionary = [
      "lessons": 1, "directives": 1, "claims": ["held": 1, "failed": 1, "not_run": 1],
      "diagnostics": [
        [
          "file": "deep/b.md", "line": 5, "column": 2, "end_line": 5, "end_column": 5, "severity": "error",
          "code": "claim", "message": "claimed 57%, computed 57.6117% — 58% would hold",
          "help": "gradus check --fix rewrites it",
        ],
        [
          "file": "deep/b.md", "line": 5, "column": 25, "end_line": 5, "end_column": 26, "severity": "error",
          "code": "expression", "message": "nothing defines y",
        ],
      ],
    ]
    #expect(report == expected, "\(ending.output)")
  }

  @Test func `conditions are counted apart from claims`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(
      "[1](=1) [2](=y)\n\n```{check}\n- 1 < 2\n- 2 < 1\n- y > 1\n```\n", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md")
    #expect(
      ending.errors
        == "✗ 1 lesson, 1 directive, 1 claim held, 1 not run, 1 condition held, 1 condition failed, "
        + "1 condition not run, 3 errors\n")
  }

  @Test func `a course below its coverage is not built`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["a.md": "[1](=1) and 2\n"], settings: "coverage: 0.51\n")
    let ending = try await sandbox.gradus("build", "course")
    #expect(ending.status == 1)
    #expect(ending.output.contains("50 % of the numerals in prose are verified, 1 of 2"))
    #expect(!sandbox.exists("course/public"))
    #expect(try await sandbox.gradus("check", "course/a.md").status == 0)
  }

  @Test func `the JSON tells what directives took where somebody asks`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(
      "```{let}\na: 1\n```\n\n```{softmax} s\nscores: [1, 2]\n```\n", to: "lesson.md")
    for isReused in [false, true] {
      let ending = try await sandbox.gradus("check", "--format", "json", "--timings", "lesson.md")
      let report = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? NSDictionary
      let timings = try #require(report?["timings"] as? [NSDictionary])
      #expect(timings.map { $0["directive"] as? String } == ["let", "softmax"])
      #expect(timings.map { $0["name"] as? String } == [nil, "s"])
      #expect(timings.map { $0["line"] as? Int } == [5, 9])
      #expect(timings.map { $0["reused"] as? Bool } == [nil, isReused])
      #expect(timings.allSatisfy { ($0["seconds"] as? Double ?? -1) >= 0 })
    }
  }

  @Test func `the JSON tells how many runs a directive of several took`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(
      "```{sweep} s\nrun: softmax\nover: {temperature: [1, 2, 3]}\nwith: {scores: [1, 2]}\n```\n",
      to: "lesson.md")
    let ending = try await sandbox.gradus("check", "--format", "json", "--timings", "lesson.md")
    let report = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? NSDictionary
    let timings = try #require(report?["timings"] as? [NSDictionary])
    #expect(timings.map { $0["runs"] as? Int } == [3])
  }

  @Test func `the JSON of what holds is whole, too`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "--format", "json", "lesson.md")
    let report = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? NSDictionary
    #expect(
      report == [
        "lessons": 1, "directives": 0, "claims": ["held": 0, "failed": 0, "not_run": 0], "diagnostics": [],
      ])
    #expect(ending.status == 0)
  }

  @Test func `a mistake that a course makes a warning fails nothing`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["a.md": "[x](none.md)\n"], settings: "severity: {link: warning}\n")
    let text = try await sandbox.gradus("check", in: "course")
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("a.md:5:1: warning: "))
    #expect(text.errors == "✓ 1 lesson, 0 directives, 0 claims held, 1 warning\n")
    #expect(
      try await sandbox.gradus("check", "--format", "json", in: "course").output.contains(
        "\"severity\" : \"warning\""))
  }

  @Test func `a mistake in a data file shows the file's line`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("x,y\n1,2\n3,\"4\n", to: "course/data/points.csv")
    try sandbox.writeCourse("course", ["a.md": "```{table} t\nfile: data/points.csv\n```\n"])
    let ending = try await sandbox.gradus("check", "course")
    #expect(ending.output.hasPrefix("course/data/points.csv:3:3: error: "))
    #expect(ending.output.contains("[data]\n    3 | 3,\"4\n      |   ^"))
  }

  @Test func `a mistake in course_yml shows its line`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "title: A course\nparts:\n  - title: P\n    lessons: [none.md]\n", to: "course/course.yml")
    let ending = try await sandbox.gradus("check", "course")
    #expect(
      ending.output.hasPrefix(
        "course/course.yml:4:15: error: the lesson none.md does not exist [course]\n    4 |     lessons: [none.md]\n"
      ))
    #expect(ending.status == 1)
  }
}
