import Foundation
import Testing

/// A build writes what readers take away and what other sites read.
@Suite struct TakeAwayTests {
  private static let figure = """
    ```{softmax} close
    scores: {Madrid: 1, Paris: 2, Berlin: 1}
    ```

    """

  @Test func `figures, data, lessons and the book are written, and twice the same`() async throws {
    let sandbox = try Sandbox()
    let settings = "base-url: https://example.org/course/\n"
    try sandbox.writeCourse("course", ["a/one.md": Self.figure, "two.md": "Text."], settings: settings)
    #expect(try await sandbox.gradus("build", "course").status == 0)
    let site = try sandbox.tree("course/public")
    for path in [
      "print.html", "sitemap.xml", "a/one.md", "a/one.card.png", "index.card.png", "two.card.png",
      "a/one.figures/close.svg",
    ] {
      #expect(site[path]?.isEmpty == false, "\(path)")
    }
    // Softmax of 1, 2 and 1: e / (e² + 2e) and e² / (e² + 2e), by hand.
    #expect(
      try sandbox.read("course/public/a/one.figures/close.csv")
        == "category,probability\r\nMadrid,0.211941557617\r\nParis,0.576116884766\r\nBerlin,0.211941557617\r\n"
    )
    #expect(try sandbox.read("course/public/a/one.md") == sandbox.read("course/a/one.md"))
    #expect(try await sandbox.gradus("build", "course").status == 0)
    #expect(try sandbox.tree("course/public") == site)
  }

  @Test func `without an address nothing is made for other sites`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["one.md": Self.figure])
    #expect(try await sandbox.gradus("build", "course").status == 0)
    let site = try sandbox.tree("course/public")
    #expect(!site.keys.contains { $0.hasSuffix(".png") || $0.hasSuffix(".xml") })
    #expect(!(try sandbox.read("course/public/one.html").contains("og:")))
  }

  @Test(arguments: ["ftp://example.org", "example.org", "https://", "https:///x", "https://a b"])
  func `an address that is none is an error at its value`(_ address: String) async throws {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["one.md": "Text."], settings: "base-url: \(address)\n")
    let ending = try await sandbox.gradus("build", "course")
    #expect(ending.status == 1)
    #expect(ending.output.contains(#/course\.yml:\d+:11: error: .*\[course\]/#))
    #expect(!sandbox.exists("course/public"))
  }

  @Test func `a figure of a Swift cell speaks and has its data`() async throws {
    let sandbox = try Sandbox()
    let cell = """
      ```{swift} c
      publish("chart", Chart(x: Axis("step"), marks: [.line(Line(x: [0, 1], y: [0.25, 4], label: "@loss"))]))
      ```
      """
    try sandbox.writeCourse("course", ["one.md": cell])
    let ending = try await sandbox.gradus("build", "course")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(
      try sandbox.read("course/public/one.figures/c.csv")
        == "series,step,y\r\n'@loss,0,0.25\r\n'@loss,1,4\r\n")
    #expect(
      try sandbox.read("course/public/one.html").contains("Line “@loss”: 2 points, from 0.25 at 0 to 4 at 1"))
  }
}
