import Foundation
import Testing

/// A package that adds an experiment gets the whole command.
@Suite struct AddedExperimentTests {
  /// The example's command, which was built beside these tests.
  private static let pendulum = URL(filePath: Sandbox.executable).deletingLastPathComponent()
    .appending(path: "pendulum").path
  private static let example = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Examples/pendulum/Lessons").standardizedFileURL.path

  @Test func `its course is checked and built`() async throws {
    let sandbox = try Sandbox()
    let ending = try await sandbox.run([Self.pendulum, "build", Self.example, "--output", "site"])
    #expect(ending.status == 0, "\(ending.everything)")
    #expect(try sandbox.read("site/swing.html").contains("<svg"))
  }

  @Test func `its experiment is listed and explained beside the others`() async throws {
    let sandbox = try Sandbox()
    let list = try await sandbox.run([Self.pendulum, "list"]).output
    #expect(list.contains("pendulum") && list.contains("softmax"))
    let explanation = try await sandbox.run([Self.pendulum, "explain", "pendulum"]).output
    #expect(explanation.contains("gravity (a number above 0, in m/s²; default 9.80665)"))
  }

  @Test func `the command itself does not know it`() async throws {
    let ending = try await Sandbox().gradus("check", Self.example)
    #expect(ending.status == 1)
    #expect(ending.output.contains("no experiment is called pendulum"))
  }

  @Test func `its parameters are checked like any others`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("```{pendulum}\nlength: -1\nangel: 3\n```\n", to: "lesson.md")
    let ending = try await sandbox.run([Self.pendulum, "check", "lesson.md"])
    #expect(ending.status == 1)
    for message in ["angle is missing", "−1 is not above 0", "{pendulum} has no parameter angel"] {
      #expect(ending.output.contains(message), "\(ending.output)")
    }
  }
}
