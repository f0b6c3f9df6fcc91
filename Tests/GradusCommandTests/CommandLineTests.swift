import Testing

/// What a wrong or an empty command line gets: the status, and on which stream it is told.
@Suite struct CommandLineTests {
  struct Wrong: CustomTestStringConvertible {
    var words: [String]
    var message: String
    var testDescription: String { words.joined(separator: " ") }
  }

  static let wrong = [
    Wrong(
      words: ["frobnicate"], message: "gradus: there is no command frobnicate; gradus --help shows those"),
    Wrong(words: ["chek", "lesson.md"], message: "gradus: there is no command chek; did you mean check?\n"),
    Wrong(words: ["lesson.md"], message: "gradus: there is no command lesson.md; gradus --help shows"),
    Wrong(words: ["check", "--frobnicate"], message: "gradus: Unknown option '--frobnicate'"),
    Wrong(
      words: ["check", "--format", "xml"],
      message: "gradus: The value 'xml' is invalid for '--format <format>'"),
    Wrong(words: ["check", "--force"], message: "gradus: --force goes with --fix"),
    Wrong(words: ["check", "missing.md"], message: "gradus: missing.md does not exist\n"),
    Wrong(words: ["check", ""], message: "gradus: a path is empty\n"),
    Wrong(words: ["check"], message: "gradus: there is no course.yml in . or above it"),
    Wrong(words: ["build"], message: "gradus: there is no course.yml in . or above it"),
    Wrong(words: ["build", "missing"], message: "gradus: missing does not exist\n"),
    Wrong(words: ["build", "one", "two"], message: "gradus: Unexpected argument 'two'"),
    Wrong(words: ["serve"], message: "gradus: there is no course.yml in . or above it"),
    Wrong(
      words: ["serve", "--port", "65536"], message: "gradus: The value '65536' is invalid for '--port <port>'"
    ),
    Wrong(words: ["serve", "--port=-1"], message: "gradus: The value '-1' is invalid for '--port <port>'"),
    Wrong(words: ["explain"], message: "gradus: Missing expected argument '<name>'"),
    Wrong(
      words: ["explain", "sofmax"],
      message: "gradus: no experiment or function is called sofmax; did you mean softmax?\n"
    ),
    Wrong(
      words: ["explain", "zzzzzz"],
      message: "gradus: no experiment or function is called zzzzzz; gradus list shows what there is\n"),
    Wrong(words: ["new", "lesson"], message: "gradus: Missing expected argument '<name>'"),
    Wrong(words: ["new", "poem", "x"], message: "gradus: 2 unexpected arguments: 'poem', 'x'"),
    Wrong(words: ["clean", "everything"], message: "gradus: Unexpected argument 'everything'"),
  ]

  @Test(arguments: wrong)
  func `a wrong command line ends with status 2 and says why on standard error`(_ wrong: Wrong) async throws {
    let sandbox = try Sandbox()
    let ending = try await sandbox.run([Sandbox.executable] + wrong.words)
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.errors.hasPrefix(wrong.message))
    #expect(try sandbox.names(in: ".") == [])
  }

  @Test(arguments: [["--help"], [], ["help", "check"], ["check", "--help"], ["new"]])
  func `help goes to standard output`(_ words: [String]) async throws {
    let ending = try await Sandbox().run([Sandbox.executable] + words)
    #expect(ending.status == 0)
    #expect(ending.output.contains("USAGE: gradus"))
    #expect(ending.errors == "")
  }

  @Test func `the version is three numbers on standard output`() async throws {
    let ending = try await Sandbox().gradus("--version")
    #expect(ending.status == 0)
    #expect(ending.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(ending.errors == "")
  }

  @Test func `lessons that hold end with status 0, mistakes with status 1`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[2](=1+1)\n", to: "right.md")
    try sandbox.writeLesson("[3](=1+1)\n", to: "wrong.md")
    #expect(try await sandbox.gradus("check", "right.md").status == 0)
    let wrong = try await sandbox.gradus("check", "wrong.md")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("[claim]"))
    #expect(wrong.errors == "✗ 1 lesson, 0 directives, 0 claims held, 1 failed, 1 error\n")
  }

  @Test func `a report that cannot be written is an error`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[3](=1+1)\n", to: "wrong.md")
    try sandbox.writeLesson("[2](=1+1)\n", to: "right.md")
    for name in ["wrong.md", "right.md"] {
      let ending = try await sandbox.run(
        ["sh", "-c", "exec \"$0\" check --format json \(name) > /dev/full", Sandbox.executable])
      #expect(ending.status == 1)
      #expect(ending.errors.contains("gradus: cannot write the report: No space left on device\n"))
    }
  }

  @Test func `a reader that leaves early is no error of the command`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(String(repeating: "[3](=1+1)\n\n", count: 2000), to: "wrong.md")
    let ending = try await sandbox.run(
      [
        "bash", "-c", "\"$0\" check --format json wrong.md | head -1; echo ${PIPESTATUS[0]}",
        Sandbox.executable,
      ])
    #expect(ending.output == "{\n1\n")
    #expect(!ending.errors.contains("cannot write"))
  }

  @Test func `closed standard streams do no harm`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[57.0](=57.04)\n\n[3](=2)\n", to: "wrong.md")
    let ending = try await sandbox.run(
      ["sh", "-c", "exec \"$0\" check --fix wrong.md <&- >&- 2>&-", Sandbox.executable])
    #expect(ending.status == 0)
    #expect(try sandbox.read("wrong.md") == lesson("[57.0](=57.04)\n\n[2](=2)\n"))
  }
}
