import Foundation
import Testing

/// `build` puts a whole site in place, or leaves the last one as it was.
@Suite struct BuildTests {
  static let experiment = """
    $$ p_k = \\frac{e^{h_k}}{\\sum_j e^{h_j}} $$

    ```{softmax} s
    scores: {Madrid: 1, Paris: 2, Berlin: 1}
    fig-cap: Softmax.
    ```

    [58%](=s.p.Paris)

    """

  static func course(_ sandbox: Sandbox, lessons: Int = 3) throws {
    let files = (1...lessons).map { ("part/lesson\($0).md", "\(experiment)\n[\($0)](=\($0))\n") }
    try sandbox.writeCourse("course", Dictionary(uniqueKeysWithValues: files))
  }

  @Test func `a site goes to public in the course, or where it is asked for`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    let ending = try await sandbox.gradus("build", "course")
    #expect(ending.status == 0)
    #expect(ending.output == "")
    #expect(ending.errors == "✓ 3 lessons, 3 directives, 6 claims held\nthe site is in course/public\n")
    let site = try sandbox.tree("course/public")
    #expect(
      Set(site.keys).isSuperset(of: [
        "index.html", "part/lesson1.html", "part/lesson3.html", "verification.html", "verification.json",
        ".gradus-site",
      ]))
    #expect(try sandbox.read("course/public/part/lesson2.html").contains("<svg"))
    #expect(try sandbox.names(in: "course") == ["course.yml", "part", "public"])
    let elsewhere = try await sandbox.gradus("build", "--output", "../site/a b", in: "course")
    #expect(elsewhere.errors.hasSuffix("the site is in ../site/a b\n"))
    #expect(try sandbox.tree("site/a b") == site)
    #expect(try sandbox.names(in: "site") == ["a b"])
    #expect(
      try await sandbox.gradus("check", "course").everything == "✓ 3 lessons, 3 directives, 6 claims held\n")
  }

  @Test func `a lesson of a course builds its course, one without a course its page`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    #expect(try await sandbox.gradus("build", "course/part/lesson2.md").status == 0)
    #expect(sandbox.exists("course/public/part/lesson1.html"))
    try sandbox.writeLesson(Self.experiment, to: "alone/lesson.md", title: "Alone")
    #expect(try await sandbox.gradus("build", "alone/lesson.md").status == 0)
    #expect(try sandbox.read("alone/public/index.html").contains("Alone"))
  }

  @Test func `new courses and lessons build as they are`() async throws {
    let sandbox = try Sandbox()
    for name in ["plain", "it's \"odd\" {{#x}} <b> 数学"] {
      #expect(try await sandbox.gradus("new", "course", name).status == 0)
      #expect(try await sandbox.gradus("new", "lesson", "\(name)/second").status == 0)
      #expect(try await sandbox.gradus("build", name).status == 0)
      #expect(sandbox.exists("\(name)/public/first-steps.html"))
      #expect(!sandbox.exists("\(name)/public/second.html"), "a draft has no page")
    }
  }

  @Test func `a folder that is no site is not overwritten`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    try sandbox.write("mine", to: "mine/file")
    try sandbox.write("mine", to: "file")
    for (output, reason) in [
      ("mine", "it has files that are not Gradus's; give --output an empty folder"),
      ("course", "it has files that are not Gradus's; give --output an empty folder"),
      (".", "it has files that are not Gradus's; give --output an empty folder"),
      ("file", "it is not a folder"),
    ] {
      let before = try sandbox.tree(".")
      let ending = try await sandbox.gradus("build", "course", "--output", output)
      #expect(ending.status == 1)
      #expect(
        ending.everything
          == "gradus: cannot write the site to \(URL(filePath: sandbox.place(output)).standardized.path): \(reason)\n"
      )
      #expect(try sandbox.tree(".") == before)
    }
    try sandbox.makeFolder("work/empty")
    #expect(try await sandbox.gradus("build", "course", "--output", "empty").status == 0)
    #expect(
      try await sandbox.gradus("build", "course", "--output", "empty").status == 0,
      "its own site it does replace")
  }

  @Test func `lessons with errors leave the last good site as it was, byte for byte`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    #expect(try await sandbox.gradus("build", "course").status == 0)
    let good = try sandbox.tree("course/public")
    try sandbox.writeLesson("[3](=1+1)\n", to: "course/part/lesson2.md")
    let ending = try await sandbox.gradus("build", "course")
    #expect(ending.status == 1)
    #expect(ending.output.hasPrefix("course/part/lesson2.md:5:2: error: claimed 3, computed 2"))
    #expect(ending.errors.hasSuffix("1 failed, 1 error\nthe site in course/public stays as it was\n"))
    #expect(try sandbox.tree("course/public") == good)
    let json = try await sandbox.gradus("build", "--format", "json", "course")
    #expect(json.status == 1)
    #expect(json.output.hasPrefix("{\n"))
  }

  @Test
  func `pictures and data of the course are copied; what is gone from the course is gone from the site`()
    async throws
  {
    let sandbox = try Sandbox()
    let picture = Data([0x89, 0x50, 0x4E, 0x47, 0, 0xFF])
    try sandbox.write(picture, to: "course/part/a picture.png")
    try sandbox.write("x,y\n1,2\n", to: "course/data.csv")
    try sandbox.writeCourse(
      "course", ["part/a.md": "![A picture](<a picture.png>) and [data](../data.csv).\n"])
    #expect(try await sandbox.gradus("build", "course").status == 0)
    #expect(try sandbox.bytes(of: "course/public/part/a picture.png") == picture)
    #expect(try sandbox.read("course/public/data.csv") == "x,y\n1,2\n")
    try sandbox.writeLesson("Nothing.\n", to: "course/part/a.md")
    #expect(try await sandbox.gradus("build", "course").status == 0)
    #expect(!sandbox.exists("course/public/data.csv"))
  }

  @Test func `the same course gives the same bytes, wherever, whenever and for whomever it is built`()
    async throws
  {
    let sandbox = try Sandbox()
    try Self.course(sandbox)
    try sandbox.writeCourse("another folder/course", [:])
    try sandbox.remove("another folder/course")
    try FileManager.default.copyItem(
      atPath: sandbox.place("course"), toPath: sandbox.place("another folder/course"))
    #expect(try await sandbox.gradus("build", "course").status == 0)
    let site = try sandbox.tree("course/public")
    let circumstances: [(environment: [String: String], wrapper: [String])] = [
      ([:], ["taskset", "-c", "0"]), (["LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"], []),
      (["TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1"], []),
      ([:], ["sh", "-c", "umask 077; exec \"$0\" \"$@\""]),
      (["XDG_CACHE_HOME": "\(sandbox.path)/another cache", "USER": "somebody"], []),
    ]
    for circumstance in circumstances {
      let ending = try await sandbox.gradus(
        "build", "another folder/course", environment: circumstance.environment, wrapper: circumstance.wrapper
      )
      #expect(ending.status == 0, "\(ending.everything)")
      #expect(try sandbox.tree("another folder/course/public") == site, "\(circumstance)")
    }
  }

  @Test func `builds and checks at the same time give the same results`() async throws {
    let sandbox = try Sandbox()
    try Self.course(sandbox, lessons: 10)
    let commands = try (0..<7).map { index in
      try RunningCommand(sandbox, [Sandbox.executable, index < 2 ? "build" : "check", "course"])
    }
    for (index, command) in commands.enumerated() {
      let ending = try await command.end()
      #expect(ending.status == 0, "\(ending.everything)")
      #expect(ending.errors.hasPrefix("✓ 10 lessons, 10 directives, 20 claims held\n"), "\(index)")
    }
    #expect(try sandbox.names(in: "course") == ["course.yml", "part", "public"])
    let site = try sandbox.tree("course/public")
    try sandbox.remove("course/public")
    #expect(try await sandbox.gradus("build", "course").status == 0)
    #expect(try sandbox.tree("course/public") == site)
  }
}
