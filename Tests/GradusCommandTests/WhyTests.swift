import Foundation
import Testing

/// `gradus check --why` says why something ran.
@Suite struct WhyTests {
  static let text = """
    ```{let}
    tau: 1
    b: =2*tau
    ```

    ```{let} x
    c: =tau
    d: 2
    ```

    ```{table} t
    file: d.csv
    ```

    ```{softmax} close
    scores: {Madrid: 1, Paris: 2, Berlin: 1}
    temperature: =tau
    ```

    ```{sample} s
    rows: 4
    seeds: 3
    columns:
      u: uniform(0, 1)
    ```

    """

  private static func course() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("x,y\n1,2\n", to: "course/d.csv")
    try sandbox.writeCourse("course", ["soft.md": text, "two.md": "```{use} soft.close\n```\n"])
    return sandbox
  }

  private static func edit(_ sandbox: Sandbox, _ old: String, _ new: String) throws {
    let lesson = try sandbox.read("course/soft.md")
    try #require(lesson.contains(old))
    try sandbox.write(lesson.replacing(old, with: new), to: "course/soft.md")
  }

  private static func why(_ name: String, _ sandbox: Sandbox) async throws -> String {
    try await sandbox.gradus("check", "--why", name, in: "course").output
  }

  @Test func `a directive has never run, is reused, and runs because a value it names has changed`()
    async throws
  {
    let sandbox = try Self.course()
    #expect(try await Self.why("soft.md#close", sandbox) == "soft.md#close ran: it had never run\n")
    #expect(
      try await Self.why("soft#close", sandbox)
        == "soft.md#close was reused: nothing that it depends on has changed\n")
    try Self.edit(sandbox, "tau: 1", "tau: 2")
    let changes = """
        the parameter temperature changed from 1 to 2
        tau, which it names, changed from 1 to 2

      """
    #expect(
      try await Self.why("soft#close", sandbox)
        == "soft.md#close ran, because something has changed that it depends on:\n\(changes)")
    #expect(
      try await Self.why("soft#close", sandbox)
        == "soft.md#close was reused: nothing that it depends on has changed\n"
        + changes.replacing("  ", with: "  before that, "))
    try Self.edit(sandbox, "tau: 2", "tau: 1")
    #expect(
      try await Self.why("soft#close", sandbox).hasPrefix(
        "soft.md#close was reused: something has changed, but the result of what it is now was kept:\n"))
  }

  @Test func `a data file, a figure's size and prose`() async throws {
    let sandbox = try Self.course()
    _ = try await sandbox.gradus("check", in: "course")
    try sandbox.write("x,y\n1,3\n", to: "course/d.csv")
    #expect(
      try await Self.why("soft#t", sandbox)
        == "soft.md#t ran, because something has changed that it depends on:\n  the data file d.csv changed\n"
    )
    try Self.edit(sandbox, "temperature: =tau", "temperature: =tau\nfig-width: 300")
    #expect(try await Self.why("soft#close", sandbox).hasSuffix("\n  the option fig-width is new: 300\n"))
    try Self.edit(sandbox, "```{softmax}", "More prose.\n\n```{softmax}")
    #expect(try await Self.why("soft#close", sandbox).contains(" was reused: nothing that it depends on"))
  }

  @Test func `values of a let are evaluated at every check`() async throws {
    let sandbox = try Self.course()
    #expect(
      try await Self.why("soft#b", sandbox)
        == "soft.md#b is evaluated at every check, now 2; it never was before\n")
    try Self.edit(sandbox, "tau: 1", "tau: 4")
    #expect(
      try await Self.why("soft#b", sandbox) == """
        soft.md#b is evaluated at every check, now 8; since the last time:
          its value changed from 2 to 8
          tau, which it names, changed from 1 to 4

        """)
    let named = try await Self.why("soft#x", sandbox)
    #expect(named.contains("soft.md#x.c is evaluated") && named.contains("soft.md#x.d is evaluated"))
    #expect(
      try await Self.why("soft#x.d", sandbox).hasPrefix("soft.md#x.d is evaluated at every check, now 2;"))
  }

  @Test func `of many seeds those that ran are told`() async throws {
    let sandbox = try Self.course()
    #expect(try await Self.why("soft#s", sandbox).hasSuffix("ran: it had never run\n  all of its 3 runs\n"))
    try Self.edit(sandbox, "seeds: 3", "seeds: 5")
    #expect(
      try await Self.why("soft#s", sandbox) == """
        soft.md#s ran, because something has changed that it depends on:
          the number of seeds changed from 3 to 5
          of its 5 runs 4 to 5; the others were reused

        """)
    try Self.edit(sandbox, "rows: 4", "rows: 4\nseed: 1")
    #expect(
      try await Self.why("soft#s", sandbox) == """
        soft.md#s ran, because something has changed that it depends on:
          the seed changed from 0 to 1
          of its 5 runs 5; the others were reused

        """)
  }

  @Test func `of a sweep the grid that changed and the runs that ran are told`() async throws {
    let sandbox = try Self.course()
    let sweep = "\n```{sweep} g\nrun: softmax\nover: {temperature: [1, 2]}\nwith: {scores: [1, 2]}\n```\n"
    try Self.edit(sandbox, "```{sample} s", "\(sweep)\n```{sample} s")
    #expect(try await Self.why("soft#g", sandbox).hasSuffix("ran: it had never run\n  all of its 2 runs\n"))
    try Self.edit(sandbox, "[1, 2]}\nwith", "[1, 3, 2]}\nwith")
    #expect(
      try await Self.why("soft#g", sandbox) == """
        soft.md#g ran, because something has changed that it depends on:
          the parameter temperature changed from 1, 2 to 1, 3, 2
          of its 3 runs 2; the others were reused

        """)
    try Self.edit(sandbox, "with: {scores: [1, 2]}", "with: {scores: [1, 2]}\nkeep: [p]")
    #expect(
      try await Self.why("soft#g", sandbox) == """
        soft.md#g was reused: something has changed, but the result of what it is now was kept:
          the parameter keep is new: p

        """)
  }

  @Test func `what failed is told, and that it ran because of that`() async throws {
    let sandbox = try Self.course()
    _ = try await sandbox.gradus("check", in: "course")
    try Self.edit(sandbox, "temperature: =tau", "temperature: -1")
    let failed = try await sandbox.gradus("check", "--why", "soft#close", in: "course")
    #expect(failed.status == 1)
    #expect(failed.output.hasSuffix("\nsoft.md#close has failed, as is reported\n"))
    try Self.edit(sandbox, "temperature: -1", "temperature: 3")
    #expect(try await Self.why("soft#close", sandbox) == "soft.md#close ran: its last run failed\n")
    try Self.edit(sandbox, "temperature: 3", "temperature: =1 - x.c")
    #expect(try await Self.why("soft#close", sandbox).hasSuffix("soft.md#close has failed, as is reported\n"))
    try Self.edit(sandbox, "tau: 1", "tau: =log(-1)")
    #expect(
      try await Self.why("soft#x.c", sandbox).hasSuffix(
        "soft.md#x.c did not run: something that it needs is wrong\n"))
  }

  @Test func `a cell's code, its inputs and the other cells of its program`() async throws {
    let sandbox = try Sandbox()
    let text =
      "```{let}\na: 1\n```\n\n```{swift} one\npublish(\"v\", lesson.a)\n```\n\n```{swift} two\nlet z = 1\n```\n"
    try sandbox.writeLesson(text, to: "cells.md")
    let first = try await sandbox.gradus("check", "--why", "cells#one", limit: 120)
    #expect(first.status == 0, "\(first.everything)")
    #expect(first.output == "cells.md#one ran: it had never run\n")
    try sandbox.writeLesson(
      text.replacing("a: 1", with: "a: 2").replacing("z = 1", with: "z = 2"), to: "cells.md")
    let second = try await sandbox.gradus("check", "--why", "cells#one", limit: 120)
    #expect(
      second.output == """
        cells.md#one ran, because something has changed that it depends on:
          the code of cell 2 of its program changed
          a, which it names, changed from 1 to 2

        """)
  }

  @Test(arguments: [
    ("soft#clsoe", "gradus: soft.md has nothing that is called clsoe; did you mean close?\n"),
    ("sofd#close", "gradus: there is no lesson sofd; did you mean soft?\n"),
    ("two#close", "gradus: close comes from an earlier lesson: ask for soft#close\n"),
    (
      "soft#zzzzzz",
      "gradus: soft.md has nothing that is called zzzzzz; it has tau, b, x, x.c, x.d, t, close, s\n"
    ),
    ("soft", "gradus: --why takes a lesson, a # and a name in it, such as softmax.md#close\n"),
    ("#x", "gradus: --why takes a lesson, a # and a name in it, such as softmax.md#close\n"),
    ("soft#", "gradus: --why takes a lesson, a # and a name in it, such as softmax.md#close\n"),
  ])
  func `what there is not is a mistake in the command line`(_ request: String, _ message: String) async throws
  {
    let ending = try await Self.course().gradus("check", "--why", request, in: "course")
    #expect(ending.status == 2)
    #expect(ending.everything == message)
  }

  @Test func `a check after which nothing has changed writes nothing`() async throws {
    let sandbox = try Self.course()
    _ = try await sandbox.gradus("check", in: "course")
    let before = try sandbox.tree(sandbox.cache)
    #expect(before.keys.contains { $0.contains("journal/") })
    _ = try await sandbox.gradus("check", in: "course")
    #expect(try sandbox.tree(sandbox.cache) == before)
    _ = try await sandbox.gradus("clean")
    #expect(try !sandbox.tree(sandbox.cache).keys.contains { $0.contains("journal/") })
  }
}
