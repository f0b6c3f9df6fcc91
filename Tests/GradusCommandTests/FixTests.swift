import Foundation
import Testing

/// `check --fix` rewrites numbers and nothing else.
@Suite struct FixTests {
  struct Mending: CustomTestStringConvertible {
    var before: String
    var after: String
    var testDescription: String { before }
    init(_ before: String, _ after: String) {
      self.before = before
      self.after = after
    }
  }

  static let mendings = [
    Mending("[57%](=0.576117)", "[58%](=0.576117)"),
    Mending("[57.0 %](=0.576117)", "[57.6 %](=0.576117)"),
    Mending("[3,640](=3651.2)", "[3,651](=3651.2)"),
    Mending("[−2.45](=-2.51)", "[−2.51](=-2.51)"),
    Mending("[1.2 billion](=1340000000)", "[1.3 billion](=1340000000)"),
    Mending("[5.98×10^22](=6.01e22)", "[6.01×10^22](=6.01e22)"),
    Mending("[2.39E+02](=244)", "[2.44E+02](=244)"),
    Mending("**[57%](=0.576117)** and [3](=4), *[5](=5)*", "**[58%](=0.576117)** and [4](=4), *[5](=5)*"),
    Mending(
      "| a | b |\n|---|---|\n| [3](=4) | x \\| [6](=7) |", "| a | b |\n|---|---|\n| [4](=4) | x \\| [7](=7) |"
    ),
    Mending("Text[^1].\n\n[^1]: A note: [3](=4).", "Text[^1].\n\n[^1]: A note: [4](=4)."),
    Mending("# A heading of [3](=4)", "# A heading of [4](=4)"),
    Mending(
      "> [!NOTE]\n> In a callout [3](=4)\n> and [6](=7).", "> [!NOTE]\n> In a callout [4](=4)\n> and [7](=7)."
    ),
    Mending("$y = \\claim{3}{4} + x$", "$y = \\claim{4}{4} + x$"),
    Mending("$$\ny = \\claim{3.0}{4}\n$$", "$$\ny = \\claim{4.0}{4}\n$$"),
    Mending(
      "```{softmax} s\nscores: [1, 1]\nfig-cap: \"Each gets [0.6](=s.p_1), \\u00e9\"\n```",
      "```{softmax} s\nscores: [1, 1]\nfig-cap: \"Each gets [0.5](=s.p_1), \\u00e9\"\n```"),
    Mending(
      "```{exercise} e\nquestion: \"Is it [3](=4)?\"\nanswer: {says: \"57%\", is: 0.576117}\n```",
      "```{exercise} e\nquestion: \"Is it [4](=4)?\"\nanswer: {says: \"58%\", is: 0.576117}\n```"),
    Mending(
      "[(0.91, −0.91, 0.01)](<=[0.92, -0.91, 0.01]>)", "[(0.92, −0.91, 0.01)](<=[0.92, -0.91, 0.01]>)"),
  ]

  @Test(arguments: mendings)
  func `a number is rewritten in the author's style`(_ mending: Mending) async throws {
    let sandbox = try Sandbox()
    // Trailing spaces, tabs and odd characters that have to survive.
    let frame = { (text: String) in
      "---\ntitle:   'A lesson'  \n---\n\n\(text)\n\n\tcode \t \n Last line, e\u{301}  "
    }
    try sandbox.write(frame(mending.before), to: "lesson.md")
    let ending = try await sandbox.gradus("check", "--fix", "lesson.md")
    #expect(try sandbox.read("lesson.md") == frame(mending.after))
    #expect(ending.status == 0, "\(ending.everything)")
    #expect(ending.output == "")
    #expect(ending.errors.contains("lesson.md: "))
    #expect(ending.errors.contains("✓ 1 lesson"))
    let again = try await sandbox.gradus("check", "--fix", "lesson.md")
    #expect(again.errors.hasPrefix("✓ 1 lesson"), "a second time there is nothing to mend")
  }

  @Test(arguments: ["\r\n", "\r"])
  func `line breaks and a byte order mark stay`(_ lineBreak: String) async throws {
    let sandbox = try Sandbox()
    let text = "\u{FEFF}" + lesson("A [3](=4)  \nB [6](=7)").replacing("\n", with: lineBreak)
    try sandbox.write(text, to: "lesson.md")
    let ending = try await sandbox.gradus("check", "--fix", "lesson.md")
    #expect(ending.status == 0)
    #expect(
      try Array(sandbox.bytes(of: "lesson.md"))
        == Array(text.replacing("[3]", with: "[4]").replacing("[6]", with: "[7]").utf8))
  }

  @Test(arguments: ["[3](=7)", "[3](=-3)", "[0.001](=1)"])
  func `a change of more than a factor of 2, or of sign, has to be forced`(_ claim: String) async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("\(claim) and [3](=4)\n", to: "lesson.md")
    let ending = try await sandbox.gradus("check", "--fix", "lesson.md")
    #expect(ending.status == 1)
    #expect(try sandbox.read("lesson.md") == lesson("\(claim) and [4](=4)\n"), "the others are mended")
    #expect(ending.errors.contains("lesson.md:5:2: not rewritten: "))
    #expect(ending.errors.contains("--force"))
    #expect(ending.errors.hasSuffix("✗ 1 lesson, 0 directives, 1 claim held, 1 failed, 1 error\n"))
    let forced = try await sandbox.gradus("check", "--fix", "--force", "lesson.md")
    #expect(forced.status == 0)
    #expect(try !sandbox.read("lesson.md").contains(claim))
  }

  @Test(arguments: [
    "[about 42](=50)", "[more than 99%](=0.5)", "[less than 1](=2)", "[between 2 and 3](=4)",
    "[Madrid](=\"Paris\")", "[indeed](=2<1)",
    "[no](=1<2)", "[many](=3)", "[](=1/0)", "[3](=nothing)", "[2](=3 \"±x\")",
  ])
  func `relations, words, and what cannot be read or computed are left alone`(_ claim: String) async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("\(claim)\n", to: "lesson.md")
    for flags in [[], ["--force"]] {
      let ending = try await sandbox.run([Sandbox.executable, "check", "--fix", "lesson.md"] + flags)
      #expect(ending.status == 1)
      #expect(try sandbox.read("lesson.md") == lesson("\(claim)\n"))
    }
  }

  @Test func `status and counts are those of the mended course`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse(
      "course",
      ["a.md": "[3](=4) [6](=7)\n", "deep/b.md": "[3](=4) [more than 5](=4)\n", "c.md": "[1](=1)\n"])
    let ending = try await sandbox.gradus("check", "--fix", "course")
    #expect(ending.status == 1)
    #expect(
      ending.errors == """
        course/a.md: 2 numbers rewritten
        course/deep/b.md:5:10: not rewritten: a relation is never rewritten
        course/deep/b.md: 1 number rewritten
        ✗ 3 lessons, 0 directives, 4 claims held, 1 failed, 1 error

        """)
    let json = try await sandbox.gradus("check", "--fix", "--format", "json", "course")
    #expect(json.output.contains("\"held\" : 4"))
  }

  @Test func `permissions, and a link to the lesson, stay`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["a.md": "[3](=4)\n"])
    try FileManager.default.moveItem(
      atPath: sandbox.place("course/a.md"), toPath: sandbox.place("course/.target"))
    try sandbox.link("course/a.md", to: ".target")
    #expect(chmod(sandbox.place("course/.target"), 0o640) == 0)
    let ending = try await sandbox.gradus(
      "check", "--fix", "course", wrapper: ["sh", "-c", "umask 077; exec \"$0\" \"$@\""])
    #expect(ending.status == 0)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: sandbox.place("course/a.md")) == ".target")
    #expect(try sandbox.read("course/.target") == lesson("[4](=4)\n"))
    let attributes = try FileManager.default.attributesOfItem(atPath: sandbox.place("course/.target"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
    #expect(try sandbox.names(in: "course") == [".target", "a.md", "course.yml"], "nothing is left behind")
  }

  @Test(.enabled(if: getuid() == 0, "only root can give files away"))
  func `the lesson's owner stays`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[3](=4)\n", to: "lesson.md")
    #expect(chown(sandbox.place("lesson.md"), 1234, 2345) == 0)
    #expect(try await sandbox.gradus("check", "--fix", "lesson.md").status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: sandbox.place("lesson.md"))
    #expect((attributes[.ownerAccountID] as? NSNumber)?.intValue == 1234)
    #expect((attributes[.groupOwnerAccountID] as? NSNumber)?.intValue == 2345)
  }

  /// Root may write everywhere, so the command runs as somebody else.
  @Test(.enabled(if: getuid() == 0, "needs root to become another user"), arguments: ["folder", "lesson"])
  func `a folder or a lesson that must not be written is an error, and stays`(_ protected: String)
    async throws
  {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("[3](=4)\n", to: "course/lesson.md")
    chmod(sandbox.place("course/lesson.md"), protected == "folder" ? 0o666 : 0o444)
    chmod(sandbox.place("course"), protected == "folder" ? 0o555 : 0o777)
    chmod(sandbox.path, 0o755)
    let ending = try await sandbox.gradus(
      "check", "--fix", "course/lesson.md",
      wrapper: ["setpriv", "--reuid=65534", "--clear-groups", "--regid=65534"])
    #expect(ending.status == 1)
    #expect(ending.errors.hasPrefix("gradus: cannot rewrite course/lesson.md: Permission denied\n"))
    #expect(try sandbox.read("course/lesson.md") == lesson("[3](=4)\n"))
    #expect(try sandbox.names(in: "course") == ["lesson.md"])
  }

  @Test func `several lessons without a course are mended at once`() async throws {
    let sandbox = try Sandbox()
    for name in ["a.md", "b.md"] { try sandbox.writeLesson("[3](=4)\n", to: name) }
    let ending = try await sandbox.gradus("check", "--fix", "a.md", "b.md")
    #expect(
      ending.errors
        == "a.md: 1 number rewritten\nb.md: 1 number rewritten\n✓ 2 lessons, 0 directives, 2 claims held\n")
  }
}
