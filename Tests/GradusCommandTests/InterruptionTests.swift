import Foundation
import Testing

/// No moment at which a build ends leaves half a site.
@Suite struct InterruptionTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
  func `a build that is interrupted leaves the old site or the new one, whole`(_ signal: Int32) async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox, lessons: 30)
    let first = try await sandbox.gradus("build", "course")
    #expect(first.status == 0)
    let old = try sandbox.tree("course/public")
    try sandbox.writeLesson("Another text.\n", to: "course/part/lesson7.md")
    #expect(try await sandbox.gradus("build", "course", "--output", "expected").status == 0)
    let new = try sandbox.tree("expected")
    #expect(old != new)
    var endings: [Bool] = []
    let steps = signal == SIGINT || signal == SIGKILL ? 8 : 3
    // From before the first file is written until after the site is in place.
    for step in 0..<steps {
      let before = try sandbox.tree("course/public")
      let command = try RunningCommand(sandbox, [Sandbox.executable, "build", "course"])
      try await Task.sleep(for: .seconds(first.seconds * Double(step) / Double(steps)))
      command.send(signal)
      let ending = try await command.end()
      #expect(ending.signal == signal || ending.status == 0)
      endings.append(ending.signal == signal)
      let after = try sandbox.tree("course/public")
      #expect(after == before || after == new, "step \(step)")
    }
    #expect(endings.contains(true), "no run was interrupted: the test is too slow")
    #expect(try await sandbox.gradus("build", "course").status == 0)
    #expect(try sandbox.tree("course/public") == new)
    #expect(
      try sandbox.names(in: "course") == ["course.yml", "part", "public"], "what was left behind is gone")
  }

  @Test func `what a killed build left behind goes, what another build is writing stays`() async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox)
    try sandbox.write("half a page", to: "course/.public.gradus-1/index.html")
    try sandbox.write("half a page", to: "course/.public.gradus-cafe/index.html")
    let lock = open(sandbox.place("course/.public.gradus-cafe"), O_RDONLY | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    #expect(try await sandbox.gradus("build", "course").status == 0)
    #expect(try sandbox.names(in: "course") == [".public.gradus-cafe", "course.yml", "part", "public"])
    close(lock)
  }

  @Test func `nohup is heeded`() async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox, lessons: 2)
    let words = ["nohup", Sandbox.executable, "serve", "course", "--port", "0"]
    let command = try RunningCommand(sandbox, words)
    while !command.errorsSoFar.contains("http://127.0.0.1:") { try await Task.sleep(for: .milliseconds(10)) }
    for _ in 0..<5 {
      command.send(SIGHUP)
      try await Task.sleep(for: .milliseconds(20))
    }
    command.send(SIGTERM)
    #expect(try await command.end().signal == SIGTERM, "it did not end before")
  }
}
