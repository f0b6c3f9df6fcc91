import Testing

/// `solutions: separate`: students get pages without solutions, teachers a copy with them.
@Suite struct SeparateSolutionTests {
  private static let exercise = """
    ```{exercise} e
    question: How many seconds has a year?
    answer: {says: "31,536,000", is: 365*24*3600}
    solution: Multiply 365 by 86,400.
    ```

    """

  @Test(arguments: ["public", "../site/", "../site/a b"])
  func `solutions go into a copy beside the site`(_ output: String) async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["one.md": Self.exercise], settings: "solutions: separate\n")
    let ending = try await sandbox.gradus("build", "--output", output, in: "course")
    #expect(ending.status == 0)
    let name = output.hasSuffix("/") ? String(output.dropLast()) : output
    #expect(
      ending.errors.hasSuffix("the site is in \(name)\nthe same with solutions is in \(name)-solutions\n"))
    let site = try sandbox.tree("course/\(name)")
    let copy = try sandbox.tree("course/\(name)-solutions")
    #expect(Set(site.keys) == Set(copy.keys))
    for path in site.keys where !path.hasPrefix("assets/") && path != ".gradus-site" {
      let text = try sandbox.read("course/\(name)/\(path)")
      #expect(
        !text.contains("31,536,000") && !text.contains("31536000") && !text.contains("86,400"), "\(path)")
    }
    #expect(try sandbox.read("course/\(name)-solutions/one.html").contains("86,400"))
    #expect(try await sandbox.gradus("build", "--output", output, in: "course").status == 0)
    #expect(try sandbox.tree("course/\(name)") == site)
  }

  @Test func `there is one site where nothing is separate`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("inline", ["one.md": Self.exercise], settings: "solutions: inline\n")
    try sandbox.writeCourse("none", ["one.md": "Text."], settings: "solutions: separate\n")
    for course in ["inline", "none"] {
      #expect(try await sandbox.gradus("build", course).status == 0)
      #expect(try sandbox.names(in: course) == ["course.yml", "one.md", "public"])
    }
    #expect(try sandbox.read("inline/public/one.html").contains("86,400"))
  }

  @Test func `a folder of someone's own stays, and so does the last site`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["one.md": "Text."], settings: "solutions: separate\n")
    #expect(try await sandbox.gradus("build", "course").status == 0)
    try sandbox.writeLesson(Self.exercise, to: "course/one.md")
    try sandbox.write("mine", to: "course/public-solutions/file")
    let before = try sandbox.tree("course")
    let ending = try await sandbox.gradus("build", "course")
    #expect(ending.status == 1)
    #expect(ending.errors.contains("course/public-solutions: it has files that are not Gradus's"))
    #expect(try sandbox.tree("course") == before)
  }
}
