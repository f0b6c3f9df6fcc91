import Testing

/// `gradus new` gives what passes as it is.
@Suite struct NewTests {
  struct Name: CustomTestStringConvertible {
    var name: String
    var title: String
    var testDescription: String { name }
    init(_ name: String, _ title: String) {
      self.name = name
      self.title = title
    }
  }

  static let names = [
    Name("chain-rule", "Chain rule"), Name("a course", "A course"),
    Name("it's \"odd\" \\ #1: {x}", "It's \"odd\" \\ #1: {x}"),
    Name("Übung 数学 👩‍👩‍👧", "Übung 数学 👩‍👩‍👧"), Name("👩‍👩‍👧", "👩‍👩‍👧"), Name("-x", "X"), Name("--help", "Help"),
    Name("a/b/c", "C"), Name("12:30", "12:30"),
    Name("No", "No"), Name("null", "Null"), Name("{{title}}", "{{title}}"), Name("---", "---"),
    Name("a\u{85}\u{9F}\u{2028}\u{FEFF}b", "A b"),
    Name("tab\tand\nbreak", "Tab and break"), Name("[2](=1)", "[2](=1)"), Name("<b>&amp;", "<b>&amp;"),
    Name("$x$ **y**", "$x$ **y**"),
  ]

  @Test(arguments: names)
  func `a new course passes as it is`(_ name: Name) async throws {
    let sandbox = try Sandbox()
    let made = try await sandbox.gradus("new", "course", "--", name.name)
    #expect(made.status == 0, "\(made.everything)")
    #expect(made.output == "")
    let ending = try await sandbox.gradus("check", "--", name.name)
    #expect(ending.everything == "✓ 1 lesson, 3 directives, 2 claims held, 2 conditions held\n")
    let title = name.title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    #expect(try sandbox.read("\(name.name)/course.yml").hasPrefix("title: \"\(title)\"\n"))
  }

  @Test(arguments: names)
  func `a new lesson passes as it is`(_ name: Name) async throws {
    let sandbox = try Sandbox()
    let made = try await sandbox.gradus("new", "lesson", "--", name.name)
    #expect(made.status == 0, "\(made.everything)")
    let ending = try await sandbox.gradus("check", "--", "\(name.name).md")
    #expect(ending.everything == "✓ 1 lesson, 3 directives, 2 claims held, 2 conditions held\n")
  }

  @Test func `several new lessons are at home in one course`() async throws {
    let sandbox = try Sandbox()
    #expect(try await sandbox.gradus("new", "course", "course").status == 0)
    for name in ["second", "deep/third.md"] {
      let made = try await sandbox.gradus("new", "lesson", name, in: "course")
      let file = name.hasSuffix(".md") ? name : "\(name).md"
      #expect(
        made.errors
          == "made \(file), a draft; now name \(file) in course.yml and take out its line draft: true\n")
      #expect(try await sandbox.gradus("check", file, in: "course").status == 0)
      #expect(
        try await sandbox.gradus("check", in: "course").everything
          == "✓ 1 lesson, 3 directives, 2 claims held, 2 conditions held\n")
    }
    for file in ["second.md", "deep/third.md"] {
      try sandbox.write(
        sandbox.read("course/\(file)").replacing("draft: true\n", with: ""), to: "course/\(file)")
    }
    let course = try sandbox.read("course/course.yml").replacing(
      "first-steps.md", with: "first-steps.md, second.md, deep/third.md")
    try sandbox.write(course, to: "course/course.yml")
    #expect(
      try await sandbox.gradus("check", in: "course").everything
        == "✓ 3 lessons, 9 directives, 6 claims held, 6 conditions held\n")
  }

  @Test func `what is there already stays`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("mine", to: "folder/file")
    try sandbox.write("mine", to: "lesson.md")
    try sandbox.write("mine", to: "file")
    try sandbox.link("dangling.md", to: "nowhere.md")
    for (words, message) in [
      (["course", "folder"], "gradus: folder exists and is not empty; nothing was written\n"),
      (["course", "file"], "gradus: file exists and is not a folder; nothing was written\n"),
      (["course", "."], "gradus: . exists and is not empty; nothing was written\n"),
      (["lesson", "lesson"], "gradus: lesson.md exists; nothing was written\n"),
      (["lesson", "./lesson.md"], "gradus: lesson.md exists; nothing was written\n"),
      (["lesson", "dangling"], "gradus: dangling.md exists; nothing was written\n"),
      (["course", ""], "gradus: a course needs a name\n"),
      (["lesson", ""], "gradus: a lesson needs a name\n"),
      (["lesson", "a/"], "gradus: a lesson needs a name\n"),
      (["lesson", ".md"], "gradus: a lesson needs a name\n"),
    ] {
      let before = try sandbox.tree(".")
      let ending = try await sandbox.run([Sandbox.executable, "new"] + words)
      #expect(ending.status == 2)
      #expect(ending.everything == message)
      #expect(try sandbox.tree(".") == before)
    }
    #expect(!sandbox.exists("nowhere.md"))
  }

  @Test func `an empty folder, and an absolute path, will do`() async throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("work/empty")
    #expect(try await sandbox.gradus("new", "course", ".", in: "empty").status == 0)
    #expect(try await sandbox.gradus("check", in: "empty").status == 0)
    #expect(try sandbox.read("empty/course.yml").hasPrefix("title: \"Empty\"\n"))
    let made = try await sandbox.gradus("new", "course", sandbox.place("far/away"))
    #expect(
      made.errors == "made \(sandbox.place("far/away")); now try: gradus serve \(sandbox.place("far/away"))\n"
    )
    #expect(try await sandbox.gradus("check", "far/away").status == 0)
  }

  @Test(arguments: [
    ("a course", "gradus serve 'a course'"), ("-x", "gradus serve ./-x"), ("it's", "gradus serve 'it'\\''s'"),
    ("plain", "gradus serve plain"),
  ])
  func `the next step can be pasted into a shell`(_ name: String, _ command: String) async throws {
    let made = try await Sandbox().gradus("new", "course", "--", name)
    #expect(made.errors == "made \(name); now try: \(command)\n")
  }

  @Test func `workflows stand at the top of the repository and check the course`() async throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("work/.git")
    let made = try await sandbox.gradus("new", "course", "deep/a \"course\"", "--ci")
    #expect(made.status == 0, "\(made.everything)")
    #expect(made.errors.hasPrefix("made .github/workflows/lessons.yml\nmade .gitlab-ci.yml\n"))
    for file in [".github/workflows/lessons.yml", ".gitlab-ci.yml"] {
      let text = try sandbox.read(file)
      #expect(text.contains("  COURSE: \"deep/a \\\"course\\\"\"\n"))
      #expect(text.contains("gradus check --unsandboxed --format junit \"$COURSE\" > lessons.xml"))
      #expect(text.contains("swift:6.3.1-bookworm") && !text.contains("/tmp/"))
    }
    #expect(try await sandbox.gradus("check", "deep/a \"course\"").status == 0)
  }

  @Test func `without a repository workflows stand in the course, which passes as it is`() async throws {
    let sandbox = try Sandbox()
    #expect(try await sandbox.gradus("new", "course", "course", "--ci").status == 0)
    #expect(try sandbox.read("course/.gitlab-ci.yml").contains("  COURSE: \".\"\n"))
    #expect(sandbox.exists("course/.github/workflows/lessons.yml"))
    #expect(try await sandbox.gradus("check", "course").status == 0)
  }

  @Test func `a workflow that is there already stays, and nothing is written`() async throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("work/.git")
    try sandbox.write("mine", to: ".gitlab-ci.yml")
    for (name, message) in [
      ("course", "gradus: .gitlab-ci.yml exists; nothing was written\n"),
      ("a$b", "gradus: a$b has a $, which workflows take for a variable; nothing was written\n"),
    ] {
      let ending = try await sandbox.gradus("new", "course", name, "--ci")
      #expect(ending.status == 2)
      #expect(ending.everything == message)
    }
    #expect(try sandbox.tree(".").keys.sorted() == [".gitlab-ci.yml"])
  }

  @Test func `a path that cannot be made is an error`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("mine", to: "file")
    let ending = try await sandbox.gradus("new", "lesson", "file/lesson")
    #expect(ending.status == 1)
    #expect(ending.errors.hasPrefix("gradus: cannot make the folder \(sandbox.place("file")): "))
  }
}
