import Foundation
import Testing

/// Swift cells from the lesson to the page, with the real compiler and the real sandbox.
@Suite struct SwiftCellTests {
  private static let walk = """
    ```{let}
    length: 0.5
    ```

    ```{swift} first
    struct Walk { var x = 0.0; mutating func step(_ length: Double) { x += length } }
    publish("squares", [0, 1, 2, 3].map { Double($0 * $0) })
    print("hello, <lesson>")
    ```

    ```{swift} second
    //| fig-cap: The squares end at [9](=second.last).
    var walk = Walk()
    for _ in 0..<3 { walk.step(lesson.length) }
    publish("x", walk.x)
    publish("last", 9.0)
    publish("chart", Chart(x: Axis("x"), y: Axis("y"), marks: [.line(Line(x: [0, 1], y: [0, 9], label: "up"))]))
    walk.x * 2
    ```

    [(0, 1, 4, 9)](=first.squares), [1.5](=second.x)

    """

  @Test func `a lesson's cells are run, claimed about and shown`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(Self.walk, to: "lesson.md")
    let ending = try await sandbox.gradus("build", "lesson.md", "--output", "site", limit: 60)
    #expect(ending.status == 0, "\(ending.everything)")
    #expect(ending.errors.contains("3 claims held"))
    let page = try sandbox.read("site/index.html")
    #expect(page.contains("<samp>hello, &lt;lesson&gt;"))
    #expect(page.contains("<samp>3.0</samp>"))
    #expect(page.contains("<figure id=\"fig-second\""))
    #expect(page.contains("hljs-keyword"))
    #expect(!page.contains("//|"))
    let again = try await sandbox.gradus("check", "lesson.md", "--twice", limit: 60)
    #expect(again.status == 0, "\(again.everything)")
  }

  @Test func `mistakes are reported in the lesson's own lines`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(
      "> ```{swift}\n> let é: Int = \"text\"; print(é)\n> ```\n\n```{swift}\nlet list = [1]\nprint(list[2])\n```\n",
      to: "compile.md")
    let compile = try await sandbox.gradus("check", "compile.md", limit: 60)
    #expect(compile.status == 1)
    #expect(compile.output.contains("compile.md:6:16: error: cannot convert value of type 'String'"))
    try sandbox.writeLesson(
      "```{swift} a\npublish(\"x\", 1)\n```\n\n```{swift}\nlet list = [1]\nprint(list[2])\n```\n\n[1](=a.x)\n",
      to: "crash.md")
    let crash = try await sandbox.gradus("check", "crash.md", limit: 60)
    #expect(crash.output.contains("crash.md:11:"), "\(crash.output)")
    #expect(crash.errors.contains("1 claim held"))
  }

  private static let pendulum = """
    struct Pendulum: Experiment {
      static let summary = "Takes the time of a small swing."
      static let results = [ResultDescription("period", "The time of a swing, in seconds.")]
      static let example = "length: 1"
      @Parameter("The length of the rod.", .above(0), unit: "m") var length: Double

      func run(in context: Context) throws -> Outcome {
        if length > 100 { throw LessonError.experiment("no rod is so long") }
        return Outcome(Record([("period", .number(2 * Double.pi * (length / gravity).squareRoot()))]))
      }
    }
    let gravity = 9.81

    """

  @Test func `a cell's experiment serves the directives below it`() async throws {
    let sandbox = try Sandbox()
    // 2π √(1 / 9.81) = 2.00607…
    let use = "```{pendulum} p\nlength: 1\n```\n\n[2.00607](=p.period)\n"
    try sandbox.writeLesson("```{swift}\n\(Self.pendulum)```\n\n\(use)", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md", limit: 60)
    #expect(ending.status == 0, "\(ending.everything)")
    try sandbox.writeLesson("\(use)\n```{swift}\n\(Self.pendulum)```\n", to: "above.md")
    #expect(
      try await sandbox.gradus("check", "above.md", limit: 60).output.contains("no experiment is called"))
  }

  @Test func `a cell's experiment runs over a grid`() async throws {
    let sandbox = try Sandbox()
    let sweep = """
      ```{sweep} s
      run: pendulum
      over: {length: "=[1, 4] * unit"}
      ```

      [(2.006, 4.012)](=s.period)

      ```{sweep} t
      run: pendulum
      over: {length: [1, -1, 200, 300]}
      ```
      """
    try sandbox.writeLesson(
      "```{let}\nunit: 1\n```\n\n```{swift}\n\(Self.pendulum)```\n\n\(sweep)\n", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md", limit: 60)
    #expect(ending.errors.contains("1 claim held, 2 errors"), "\(ending.everything)")
    for message in [
      "lesson.md:33:20: error: −1 is not above 0",
      "lesson.md:31:5: error: with length 200, no rod is so long; 2 of 4 points fail",
    ] { #expect(ending.output.contains(message), "\(ending.output)") }
  }

  @Test func `a course's experiments serve all its lessons and are explained`() async throws {
    let sandbox = try Sandbox()
    let wrong = "```{pendulum}\nlength: -1\nlegnth: 3\n```\n\n```{pendulum}\nlength: 200\n```\n"
    try sandbox.writeCourse(
      "course", ["a.md": "```{pendulum} p\nlength: 1\n```\n\n[2.00607](=p.period)\n", "b.md": wrong])
    try sandbox.write(Self.pendulum, to: "course/Experiments/Pendulum.swift")
    let ending = try await sandbox.gradus("check", "course", limit: 60)
    #expect(ending.errors.contains("1 claim held, 3 errors"), "\(ending.everything)")
    for message in [
      "b.md:6:9: error: −1 is not above 0", "b.md:7:1: error: {pendulum} has no parameter legnth",
      "b.md:10:5: error: no rod is so long",
    ] { #expect(ending.output.contains(message), "\(ending.output)") }
    let manual = try await sandbox.gradus("explain", "pendulum", in: "course", limit: 60)
    #expect(manual.output.contains("length (a number above 0, in m; required)"))
    try sandbox.write("let wrong: Int = nil\n", to: "course/Experiments/Wrong.swift")
    let broken = try await sandbox.gradus("check", "course/a.md", limit: 60)
    #expect(broken.output.contains("Experiments/Wrong.swift:1:18: error: "), "\(broken.output)")
    #expect(broken.output.contains("note: {pendulum} is used in a.md, line 5"))
  }

  @Test func `an experiment's answer is looked at before it reaches a page`() async throws {
    let sandbox = try Sandbox()
    let outcomes = [
      "script": "[.figure(Figure(svg: \"<svg onload=\\\"alert(1)\\\"></svg>\", description: \"\"))]",
      "uneven":
        "[.table(DisplayTable(columns: [.init(name: \"a\", .words, cells: [\"1\"]), .init(name: \"b\", .words, cells: [])]))]",
      "forged": "[.derivation(Derivation(premises: [], lines: []))]",
    ]
    for (name, displays) in outcomes {
      let code = Self.pendulum.replacing(
        "squareRoot()))]))", with: "squareRoot()))]), displays: \(displays))")
      try sandbox.writeLesson(
        "```{swift}\n\(code)```\n\n```{pendulum}\nlength: 1\n```\n", to: "\(name).md")
      let ending = try await sandbox.gradus("check", "\(name).md", limit: 60)
      #expect(ending.status == 1, "\(name): \(ending.everything)")
      #expect(ending.output.contains("[experiment]"), "\(name): \(ending.output)")
    }
  }

  @Test func `cells of strangers are refused, and the rest of the lesson holds`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("\(Self.walk)\n[2](=1+1)\n", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md", "--no-swift")
    #expect(ending.output.contains("lesson.md:10:1: error: Swift cells are refused by --no-swift"))
    #expect(ending.errors.contains("1 claim held, 3 not run, 1 error"), "\(ending.errors)")
    let both = try await sandbox.gradus("check", "lesson.md", "--no-swift", "--unsandboxed")
    #expect(both.status == 2)
  }

  @Test func `without a sandbox the first cell says so, and the rest of the lesson holds`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("\(Self.walk)\n[2](=1+1)\n", to: "lesson.md")
    try sandbox.makeFolder("work/empty")
    // The toolchain is found beside the library that the command runs with; bubblewrap only along the path.
    let bare = ["PATH": sandbox.place("empty")]
    let none = try await sandbox.gradus("check", "lesson.md", environment: bare)
    #expect(
      none.output.contains("lesson.md:10:1: error: there is no sandbox to run this cell in"), "\(none.output)"
    )
    #expect(none.errors.contains("1 claim held, 3 not run"))
    let trusted = try await sandbox.gradus(
      "check", "lesson.md", "--unsandboxed", environment: bare, limit: 60)
    #expect(trusted.status == 0, "\(trusted.everything)")
  }

  @Test func `the example of gradus explain runs`() async throws {
    let sandbox = try Sandbox()
    let manual = try await sandbox.gradus("explain", "swift").output
    let example = try #require(manual.components(separatedBy: "\nExample\n\n").last)
    let text = example.split(separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(4) }
    try sandbox.writeLesson("\(text.joined(separator: "\n"))\n[2.5](=result.mean)\n", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "lesson.md", limit: 60)
    #expect(ending.status == 0, "\(ending.everything)")
  }
}
