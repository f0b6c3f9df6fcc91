import Foundation
import Testing

/// `gradus diff` compares revisions of a course by value.
@Suite struct DiffTests {
  static let text = """
    ```{let}
    tau: 1
    far: =linspace(0, tau, 20)
    ```

    ```{softmax} close
    scores: {Madrid: 1, Paris: 2, "New York": 1}
    temperature: =tau
    ```

    [more than 1%](=close.p.Paris) and [](=close.p.Madrid).

    ```{check}
    - close.p.Paris > 0
    ```

    ```{derivation} d
    variables: {x: 1}
    steps:
      - x + x
      - 2x
    ```

    """

  /// A course in a repository with one commit.
  private static func repository() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["a.md": text, "b.md": "One line.\n\nAnother.\n\n[2](=1+1)\n"])
    try await git(sandbox, "init", "--quiet")
    try await commit(sandbox)
    return sandbox
  }

  @discardableResult
  private static func git(_ sandbox: Sandbox, _ words: String...) async throws -> String {
    let ending = try await sandbox.run(
      ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"] + words)
    try #require(ending.status == 0, "\(ending.everything)")
    return ending.output
  }

  private static func commit(_ sandbox: Sandbox) async throws {
    try await git(sandbox, "add", "--all")
    try await git(sandbox, "commit", "--quiet", "--message", "A change")
  }

  private static func edit(_ sandbox: Sandbox, _ old: String, _ new: String, in file: String = "course/a.md")
    throws
  {
    let lesson = try sandbox.read(file)
    try #require(lesson.contains(old))
    try sandbox.write(lesson.replacing(old, with: new), to: file)
  }

  /// What a run must leave alone, and the folders that it may leave behind.
  private static func temporaryFolder(_ sandbox: Sandbox) throws -> String {
    try sandbox.makeFolder("temporary")
    return "\(sandbox.path)/temporary"
  }

  @Test func `nothing moves where only prose does`() async throws {
    let sandbox = try await Self.repository()
    try Self.edit(sandbox, "```{check}", "More prose.\n\n```{check}")
    let ending = try await sandbox.gradus("diff", "HEAD", "course")
    #expect(ending.status == 0)
    #expect(ending.output == "")
    // Four named results, a figure, a claim, an inserted value, a condition, a derivation; and the other lesson's claim.
    #expect(ending.errors == "✓ nothing moved: 10 things are as before\n")
  }

  @Test func `all that moved is told, most first`() async throws {
    let sandbox = try await Self.repository()
    try Self.edit(sandbox, "tau: 1", "tau: 4")
    try Self.edit(sandbox, "- 2x", "- x + x + 0\n  - 2x")
    try Self.edit(sandbox, "> 0\n", "> 0\n- tau < 9\n")
    let ending = try await sandbox.gradus("diff", "HEAD", "course")
    #expect(ending.status == 1)
    let lines = ending.output.split(separator: "\n").map(String.init)
    // softmax(1, 2, 1) is 0.2119, 0.5761, 0.2119; with temperature 4 it is 0.3045, 0.3910, 0.3045 (by Python's math.exp).
    #expect(
      lines.filter { !$0.contains("far") } == [
        "course/a.md:10: figure close: as it was drawn → drawn differently",
        "course/a.md:22: derivation d, line 2: 2 x → x + x + 0",
        "course/a.md:22: derivation d, line 3: nothing → 2 x",
        "course/a.md:6: tau: 1 → 4 (+300 %)",
        "course/a.md:22: d.proved: 1 → 2 (+100 %)", "course/a.md:22: d.steps: 1 → 2 (+100 %)",
        "course/a.md:10: close.p.\"New York\": 0.211942 → 0.304504 (+43.7 %)",
        "course/a.md:10: close.p.Madrid: 0.211942 → 0.304504 (+43.7 %)",
        "course/a.md:15: inserted close.p.Madrid: 0.211942 → 0.304504 (+43.7 %)",
        "course/a.md:10: close.p.Paris: 0.576117 → 0.390991 (−32.1 %)",
        "course/a.md:15: claim close.p.Paris: 0.576117 → 0.390991 (−32.1 %)",
        "course/a.md:10: close.entropy: 0.975328 → 1.09132 (+11.9 %)",
        "course/a.md:7: and 11 more there",
        "added course/a.md:19: condition tau < 9",
      ])
    // Of 20 entries the first is 0 as before.
    #expect(lines.count { $0.contains("far_") } == 8)
  }

  @Test func `a failing condition and a value that cannot be computed move, and errors are reported`()
    async throws
  {
    let sandbox = try await Self.repository()
    try Self.edit(sandbox, "close.p.Paris > 0\n", "close.p.Paris > 0\n- tau < 2\n")
    try await Self.commit(sandbox)
    try Self.edit(sandbox, "tau: 1", "tau: 3")
    let ending = try await sandbox.gradus("diff", "HEAD", "course")
    #expect(ending.status == 1)
    #expect(ending.output.hasPrefix("working tree has errors:\n\ncourse/a.md:19:3: error: tau < 2 is false"))
    #expect(ending.output.contains("\ncourse/a.md:19: condition tau < 2: true → false\n"))
    try Self.edit(sandbox, "tau: 3", "tau: =log(-1)")
    let broken = try await sandbox.gradus("diff", "HEAD", "course")
    #expect(broken.output.contains("\ncourse/a.md:6: tau: 1 → not computed\n"))
  }

  @Test func `a revision that does not build is reported with its errors`() async throws {
    let sandbox = try await Self.repository()
    try Self.edit(sandbox, "[2](=1+1)", "[3](=1+1)", in: "course/b.md")
    try await Self.commit(sandbox)
    try Self.edit(sandbox, "[3](=1+1)", "[2](=1+1)", in: "course/b.md")
    let ending = try await sandbox.gradus("diff", "HEAD", "course")
    #expect(ending.status == 1)
    #expect(
      ending.output.hasPrefix("HEAD has errors:\n\nHEAD:course/b.md:9:2: error: claimed 3, computed 2"))
    #expect(ending.errors.hasPrefix("✗ nothing moved"))
  }

  @Test func `two revisions, whatever the work tree is`() async throws {
    let sandbox = try await Self.repository()
    try Self.edit(sandbox, "tau: 1", "tau: 2")
    try await Self.commit(sandbox)
    try Self.edit(sandbox, "tau: 2", "tau: =none")
    for range in ["HEAD~1..HEAD", "HEAD~1.."] {
      let ending = try await sandbox.gradus("diff", range, "course")
      #expect(ending.status == 1)
      #expect(ending.output.contains("\nHEAD:course/a.md:6: tau: 1 → 2 (+100 %)\n"))
    }
    #expect(try await sandbox.gradus("diff", "HEAD..HEAD", "course").status == 0)
  }

  @Test func `a renamed lesson is compared with what it was`() async throws {
    let sandbox = try await Self.repository()
    try sandbox.write(
      sandbox.read("course/b.md").replacing("[2](=1+1)", with: "[3](=1+2)"), to: "course/c.md")
    try sandbox.remove("course/b.md")
    try Self.edit(sandbox, "b.md", "c.md", in: "course/course.yml")
    let ending = try await sandbox.gradus("diff", "HEAD", "course")
    #expect(
      ending.output
        == "renamed course/b.md to course/c.md\nadded course/c.md:9: claim 1+2\nremoved course/b.md:9: claim 1+1\n"
    )
    try sandbox.write(lesson("[7](=7)\n", title: "Other"), to: "course/c.md")
    #expect(
      try await sandbox.gradus("diff", "HEAD", "course").output
        == "added course/c.md:1: the lesson\nremoved course/b.md:1: the lesson\n")
  }

  @Test func `the JSON has every move, with numbers as numbers`() async throws {
    let sandbox = try await Self.repository()
    try Self.edit(sandbox, "tau: 1", "tau: 4")
    let ending = try await sandbox.gradus("diff", "HEAD", "course", "--format", "json")
    #expect(ending.status == 1)
    #expect(ending.errors == "")
    let object = try #require(JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    let moves = try #require(object["moved"] as? [[String: Any]])
    let tau = try #require(moves.first { $0["name"] as? String == "tau" })
    #expect(
      tau as NSDictionary == [
        "file": "a.md", "line": 6, "kind": "result", "name": "tau", "old": 1, "new": 4, "relative": 3,
      ])
    #expect(moves.count { ($0["name"] as? String)?.hasPrefix("far_") == true } == 19)
    let from = try #require(object["from"] as? [String: Any])
    let commit = try await Self.git(sandbox, "rev-parse", "HEAD")
    #expect(from["commit"] as? String == commit.trimmingCharacters(in: .newlines))
    #expect((object["to"] as? [String: Any])?["name"] as? String == "working tree")
  }

  @Test(arguments: [
    (["nope"], "there is no revision nope in the repository "),
    (["--", "--output=x"], "there is no revision --output=x in the repository "),
    (["HEAD...HEAD"], "HEAD...HEAD is no range of revisions; write REVISION or REVISION..REVISION\n"),
    ([".."], ".. is no range of revisions; write REVISION or REVISION..REVISION\n"),
    (["HEAD", "missing"], "missing does not exist\n"),
    (["HEAD", "new"], "HEAD has no course in new\n"),
  ])
  func `a wrong revision is a mistake in the command line`(_ words: [String], _ message: String) async throws
  {
    let sandbox = try await Self.repository()
    try sandbox.writeCourse("new", ["a.md": "Text.\n"])
    let course = words.contains("--") || words.count == 1 ? ["course"] : []
    let folder = try Self.temporaryFolder(sandbox)
    let ending = try await sandbox.run(
      [Sandbox.executable, "diff"] + words + course, environment: ["TMPDIR": folder])
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.errors.hasPrefix("gradus: \(message)"))
    #expect(try sandbox.names(in: folder) == [])
  }

  @Test func `without a repository there is nothing to compare with`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["a.md": "Text.\n"])
    let ending = try await sandbox.gradus("diff", "HEAD", "course")
    #expect(ending.status == 2)
    #expect(ending.errors == "gradus: course is in no git repository\n")
  }

  @Test func `the repository stays as it is, byte for byte, and no hook runs`() async throws {
    let sandbox = try await Self.repository()
    for hook in ["post-checkout", "post-index-change", "reference-transaction"] {
      try sandbox.write("#!/bin/sh\ntouch '\(sandbox.path)/hooked'\n", to: ".git/hooks/\(hook)")
      _ = try await sandbox.run(["chmod", "+x", ".git/hooks/\(hook)"])
    }
    try Self.edit(sandbox, "tau: 1", "tau: 4")
    let before = try sandbox.tree(".")
    let folder = try Self.temporaryFolder(sandbox)
    // As a hook of git sets them for what it runs.
    let ending = try await sandbox.gradus(
      "diff", "HEAD", "course",
      environment: ["TMPDIR": folder, "GIT_INDEX_FILE": "elsewhere", "GIT_DIR": "/none"])
    #expect(ending.status == 1)
    #expect(try sandbox.tree(".") == before)
    #expect(!sandbox.exists("\(sandbox.path)/hooked"))
    #expect(try sandbox.names(in: folder) == [])
  }

  @Test func `data files, folders with strange names, and links out of the course`() async throws {
    let sandbox = try Sandbox()
    let course = "deep/a [b] *ü\t$x"
    try sandbox.write("x\n1\n2\n", to: "\(course)/d.csv")
    try sandbox.writeCourse(course, ["a.md": "```{table} t\nfile: d.csv\n```\n\n[](=sum\\(t.x\\))\n"])
    try sandbox.link("\(course)/out.csv", to: "/etc/passwd")
    try await Self.git(sandbox, "init", "--quiet")
    try await Self.commit(sandbox)
    try sandbox.write("x\n1\n5\n", to: "\(course)/d.csv")
    let ending = try await sandbox.gradus("diff", "HEAD", in: course)
    #expect(
      ending.output == """
        a.md:5: table t: as it was printed → printed differently
        a.md:5: t.x_2: 2 → 5 (+150 %)
        a.md:9: inserted sum(t.x): 3 → 6 (+100 %)

        """)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `an interruption leaves no folder behind`(_ signal: Int32) async throws {
    let sandbox = try await Self.repository()
    let folder = try Self.temporaryFolder(sandbox)
    for delay in [0, 10, 30, 60, 120] {
      let command = try RunningCommand(
        sandbox, [Sandbox.executable, "diff", "HEAD", "course"], environment: ["TMPDIR": folder])
      try await Task.sleep(for: .milliseconds(delay))
      command.send(signal)
      let ending = try await command.end()
      #expect(ending.signal == signal || ending.status == 0)
      #expect(try sandbox.names(in: folder) == [], "after \(delay) ms")
    }
  }
}
