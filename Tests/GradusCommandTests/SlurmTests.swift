import Foundation
import Testing

/// Runs of sweeps on a cluster, with a real Slurm.
@Suite(
  .serialized,
  .enabled(if: SlurmCluster.isInstalled, "needs slurmctld, slurmd and munged: Debian's slurm-wlm"))
struct SlurmTests {
  /// Some seconds of work in six runs, and a sweep that needs what they give.
  private static func text(steps: Int) -> String {
    """
    ```{sweep} family
    run: train
    over: {hidden: [[2], [4], [8]], seed: [1, 2]}
    with:
      data: {x: [-2, -1, 0, 1, 2], y: [4, 1, 0, 1, 4]}
      inputs: [x]
      target: y
      steps: \(steps)
      learning-rate: 0.02
      history: false
    ```

    ```{sweep} second
    run: softmax
    over: {temperature: =family.end.loss + 1}
    with: {scores: [1, 2]}
    ```

    [6](=length(second.entropy)) runs, the best at [](=min(family.end.loss)).

    """
  }

  private static func course(steps: Int = 20) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeCourse("course", ["a.md": text(steps: steps)])
    return sandbox
  }

  private static func results(_ sandbox: Sandbox) throws -> Int {
    let folder = "\(sandbox.cache)/gradus/results"
    return sandbox.exists(folder) ? try sandbox.tree(folder).count : 0
  }

  @Test func `a site has the same bytes wherever its runs were done`() async throws {
    let sandbox = try Self.course()
    let elsewhere: [String: String?] = ["XDG_CACHE_HOME": "\(sandbox.path)/other"]
    let local = try await sandbox.gradus(
      "build", "course", "--output", "local", environment: elsewhere, limit: 60)
    #expect(local.status == 0, "\(local.everything)")
    let cluster = try await SlurmCluster(sandbox)
    for isReused in [false, true] {
      let ending = try await sandbox.gradus(
        "build", "course", "--output", "remote", "--executor", "slurm", "--jobs", "3",
        environment: cluster.environment, limit: 120)
      #expect(ending.status == 0, "\(ending.everything)")
      #expect(ending.errors.contains("Slurm: ") == !isReused, "\(ending.everything)")
      #expect(try sandbox.tree("remote") == sandbox.tree("local"))
    }
    #expect(try sandbox.names(in: "\(sandbox.cache)/gradus/jobs") == [])
  }

  @Test func `what fails on a node is reported as it would be here`() async throws {
    let sandbox = try Self.course()
    try sandbox.writeLesson(
      Self.text(steps: 20).replacing("learning-rate: 0.02", with: "learning-rate: 1e100"), to: "course/a.md")
    let elsewhere: [String: String?] = ["XDG_CACHE_HOME": "\(sandbox.path)/other"]
    let local = try await sandbox.gradus("check", "course", environment: elsewhere, limit: 60)
    #expect(local.status == 1)
    let cluster = try await SlurmCluster(sandbox)
    let remote = try await sandbox.gradus(
      "check", "course", "--executor", "slurm", environment: cluster.environment, limit: 120)
    #expect(remote.output == local.output)
    #expect(remote.status == 1)
  }

  @Test func `a job that is killed is sent again`() async throws {
    let sandbox = try Self.course(steps: 1000)
    let cluster = try await SlurmCluster(sandbox)
    let command = try RunningCommand(
      sandbox,
      [Sandbox.executable, "check", "course", "--executor", "slurm", "--patience", "2"],
      environment: cluster.environment)
    try await cluster.waitForQueue { $0.contains("RUNNING") }
    var killed = 0
    for _ in 0..<100 where killed == 0 {
      let found = try await sandbox.run(["pgrep", "-f", "run-slice.*\(sandbox.path)"]).output
      for line in found.split(separator: "\n") {
        if let process = pid_t(line), kill(process, SIGKILL) == 0 { killed += 1 }
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(killed > 0, "the test came too late")
    let ending = try await command.end()
    #expect(ending.status == 0, "\(ending.everything)")
  }

  @Test func `a node that dies while its job runs`() async throws {
    let sandbox = try Self.course(steps: 20_000)
    let elsewhere: [String: String?] = ["XDG_CACHE_HOME": "\(sandbox.path)/other"]
    let local = try await sandbox.gradus(
      "build", "course", "--output", "local", environment: elsewhere, limit: 60)
    #expect(local.status == 0, "\(local.everything)")
    let cluster = try await SlurmCluster(sandbox)
    let command = try RunningCommand(
      sandbox, [Sandbox.executable, "build", "course", "--output", "remote", "--executor", "slurm"],
      environment: cluster.environment)
    for _ in 0..<3000 where cluster.jobs(on: "n1").isEmpty { try await Task.sleep(for: .milliseconds(20)) }
    #expect(!cluster.jobs(on: "n1").isEmpty, "the test came too late")
    cluster.killNode("n1")
    try await cluster.waitForNode("n1") { $0.hasPrefix("down") }
    let ending = try await command.end()
    #expect(ending.status == 0, "\(ending.everything)")
    #expect(try sandbox.tree("remote") == sandbox.tree("local"))
    #expect(try sandbox.names(in: "\(sandbox.cache)/gradus/jobs") == [])
  }

  @Test func `a build that is interrupted leaves no jobs, and the next one goes on from there`() async throws
  {
    let sandbox = try Self.course(steps: 1000)
    let cluster = try await SlurmCluster(sandbox)
    let command = try RunningCommand(
      sandbox, [Sandbox.executable, "check", "course", "--executor", "slurm"],
      environment: cluster.environment)
    let before = try Self.results(sandbox)
    for _ in 0..<600 where try Self.results(sandbox) == before {
      try await Task.sleep(for: .milliseconds(100))
    }
    command.send(SIGINT)
    #expect(try await command.end().signal == SIGINT)
    try await cluster.waitForQueue(\.isEmpty)
    let kept = try Self.results(sandbox)
    #expect(kept > before)
    #expect(try sandbox.names(in: "\(sandbox.cache)/gradus/jobs") == [])
    let ending = try await sandbox.gradus(
      "check", "course", "--executor", "slurm", environment: cluster.environment, limit: 200)
    #expect(ending.status == 0, "\(ending.everything)")
    #expect(!ending.errors.contains("of 6 runs are back"), "\(ending.errors)")
  }

  @Test func `a controller that is away is asked again, and then given up`() async throws {
    let sandbox = try Self.course()
    let cluster = try await SlurmCluster(sandbox)
    cluster.stopController()
    let ending = try await sandbox.gradus(
      "check", "course", "--executor", "slurm", "--patience", "1", environment: cluster.environment,
      limit: 120)
    #expect(ending.status == 1)
    #expect(ending.output.contains("Slurm's controller does not answer: "), "\(ending.everything)")
    #expect(ending.output.contains("help: build again when it is back"), "\(ending.everything)")
    #expect(ending.errors.contains("and is asked again"), "\(ending.everything)")
  }

  @Test func `jobs that a controller holds while it is away are found by the next build`() async throws {
    let sandbox = try Self.course()
    let cluster = try await SlurmCluster(sandbox)
    // No job begins, so that all are in the queue still.
    try await cluster.drainNodes()
    let command = try RunningCommand(
      sandbox, [Sandbox.executable, "check", "course", "--executor", "slurm", "--patience", "1"],
      environment: cluster.environment)
    try await cluster.waitForQueue { $0.split(separator: "\n").count == 6 }
    cluster.stopController()
    let given = try await command.end()
    #expect(given.status == 1)
    #expect(given.output.contains("Slurm's controller does not answer: "), "\(given.everything)")
    let folders = try sandbox.names(in: "\(sandbox.cache)/gradus/jobs")
    #expect(folders.count == 1)
    let next = try RunningCommand(
      sandbox, [Sandbox.executable, "check", "course", "--executor", "slurm"],
      environment: cluster.environment)
    for _ in 0..<600 where !next.errorsSoFar.contains("and is asked again") {
      try await Task.sleep(for: .milliseconds(100))
    }
    try await cluster.startController()
    for _ in 0..<600 where !next.errorsSoFar.contains("of 6 runs are back") {
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(try sandbox.names(in: "\(sandbox.cache)/gradus/jobs") == folders)
    try await cluster.resumeNodes()
    let ending = try await next.end()
    #expect(ending.status == 0, "\(ending.everything)")
  }

  @Test func `where Slurm is not, that is said`() async throws {
    let sandbox = try Self.course()
    let ending = try await sandbox.gradus(
      "check", "course", "--executor", "slurm", environment: ["PATH": "/nowhere"], limit: 60)
    #expect(ending.status == 1)
    #expect(ending.output.contains("Slurm is not here: cannot run sbatch"), "\(ending.everything)")
  }
}
