import Foundation
import Testing

/// A cluster of two nodes on this machine, in a test's own folder; gone when the test ends.
final class SlurmCluster {
  /// Whether Slurm's daemons are installed.
  static let isInstalled = ["slurmctld", "slurmd"].allSatisfy { program in
    ["/usr/sbin", "/sbin", "/usr/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  private let sandbox: Sandbox
  private let configuration: String

  /// The variables by which commands find the cluster.
  var environment: [String: String?] {
    ["SLURM_CONF": configuration, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
  }

  /// Starts a cluster and waits until its nodes take jobs.
  init(_ sandbox: Sandbox) async throws {
    self.sandbox = sandbox
    configuration = "\(sandbox.path)/slurm.conf"
    for folder in ["state", "spool/n1", "spool/n2"] { try sandbox.makeFolder("slurm/\(folder)") }
    try sandbox.write(try Self.text(in: "\(sandbox.path)/slurm"), to: configuration)
    // They go into the background by themselves: a child that closes all that it was given would look as if it had ended.
    for words in [["slurmctld", "-i"], ["slurmd", "-N", "n1"], ["slurmd", "-N", "n2"]] {
      let ending = try await sandbox.run(words, environment: environment)
      try #require(ending.status == 0, "\(ending.everything)")
    }
    try await wait {
      $0.split(separator: "\n") == ["idle", "idle"]
    } asking: {
      ["sinfo", "-h", "-N", "-o", "%t"]
    }
  }

  deinit {
    for daemon in ["n1", "n2", "controller"] { stop(daemon) }
  }

  func stopController() { stop("controller") }

  private func stop(_ daemon: String) {
    guard let text = try? sandbox.read("\(sandbox.path)/slurm/\(daemon).pid"),
      let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)), process > 1
    else { return }
    // What serves a job would wait for its controller long after it.
    let children = (try? sandbox.read("/proc/\(process)/task/\(process)/children")) ?? ""
    for child in children.split(separator: " ").compactMap({ pid_t($0) }) { kill(child, SIGKILL) }
    kill(process, SIGKILL)
  }

  /// Waits until what jobs are in the queue is as it should be.
  func waitForQueue(_ isRight: @escaping (String) -> Bool) async throws {
    try await wait(isRight) { ["squeue", "-h", "--array", "-o", "%T"] }
  }

  private func wait(
    _ isRight: (String) -> Bool, asking words: () -> [String]
  ) async throws {
    for _ in 0..<600 {
      if isRight(try await sandbox.run(words(), environment: environment).output) { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("Slurm does not come to it: \(words())")
  }

  /// A configuration without munge, accounting and control groups, so that anybody can run it anywhere.
  private static func text(in folder: String) throws -> String {
    let host = ProcessInfo.processInfo.hostName.split(separator: ".").first.map(String.init) ?? "localhost"
    let port = Int.random(in: 10_000...30_000)
    return """
      ClusterName=gradus
      SlurmctldHost=\(host)(127.0.0.1)
      SlurmctldPort=\(port)
      AuthType=auth/none
      CredType=cred/none
      SlurmUser=\(NSUserName())
      SlurmdUser=\(NSUserName())
      StateSaveLocation=\(folder)/state
      SlurmdSpoolDir=\(folder)/spool/%n
      SlurmctldPidFile=\(folder)/controller.pid
      SlurmdPidFile=\(folder)/%n.pid
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_CPU
      MpiDefault=none
      AccountingStorageType=accounting_storage/none
      MessageTimeout=3
      MinJobAge=2
      KillWait=2
      ReturnToService=2
      SchedulerParameters=sched_interval=1,batch_sched_delay=0
      NodeName=n1 NodeHostname=\(host) NodeAddr=127.0.0.1 Port=\(port + 1) CPUs=1
      NodeName=n2 NodeHostname=\(host) NodeAddr=127.0.0.1 Port=\(port + 2) CPUs=1
      PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP

      """
  }
}
