import Foundation
import Testing

/// A cluster of two nodes on this machine, in a test's own folder; gone when the test ends.
final class SlurmCluster {
  /// Whether Slurm's daemons are installed, and munge, by which they know each other.
  static let isInstalled = ["slurmctld", "slurmd", "munged"].allSatisfy { program in
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
    for folder in ["state", "munge", "spool/n1", "spool/n2"] { try sandbox.makeFolder("slurm/\(folder)") }
    try sandbox.write(try Self.text(in: "\(sandbox.path)/slurm"), to: configuration)
    let munge = "\(sandbox.path)/slurm/munge"
    let random = Data((0..<128).map { _ in UInt8.random(in: .min ... .max) })
    try sandbox.write(random, to: "\(munge)/key")
    chmod("\(munge)/key", 0o600)
    // Forced, as others may not enter the sandbox, nor need to.
    try await succeed(
      "bash", "-c", Self.closingFiles, "bash", "munged", "--force", "--socket=\(munge)/socket",
      "--key-file=\(munge)/key", "--seed-file=\(munge)/seed",
      "--log-file=\(munge)/log", "--pid-file=\(sandbox.path)/slurm/munge.pid")
    try await startController()
    for node in ["n1", "n2"] { try await succeed("slurmd", "-N", node) }
    try await wait {
      $0.split(separator: "\n") == ["idle", "idle"]
    } asking: {
      ["sinfo", "-h", "-N", "-o", "%t"]
    }
  }

  deinit {
    for node in ["n1", "n2"] { killNode(node) }
    for daemon in ["controller", "munge"] { stop(daemon) }
  }

  /// Runs a command that must succeed.
  ///
  /// A daemon goes into the background by itself: a child that closes all that it was given would look as if it had ended.
  private func succeed(_ words: String...) async throws {
    let ending = try await sandbox.run(words, environment: environment)
    try #require(ending.status == 0, "\(ending.everything)")
  }

  /// Runs a command without the files that it was given besides the first three.
  ///
  /// A daemon that keeps them open, as munge's does, looks as if what started it had never ended.
  private static let closingFiles = """
    for file in /proc/self/fd/*; do file=${file##*/}; [ "$file" -le 2 ] || eval "exec $file>&-"; done; exec "$@"
    """

  func startController() async throws { try await succeed("slurmctld", "-i") }

  /// Stops the controller, which keeps what it knows.
  func stopController() { stop("controller", by: SIGTERM) }

  private func stop(_ daemon: String, by signal: Int32 = SIGKILL) {
    let file = "\(sandbox.path)/slurm/\(daemon).pid"
    guard let text = try? sandbox.read(file),
      let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)), process > 1
    else { return }
    let children = children(of: process)
    kill(process, signal)
    if signal != SIGKILL {
      for _ in 0..<1000 where kill(process, 0) == 0 { usleep(10_000) }
      kill(process, SIGKILL)
    }
    for child in children { kill(child, SIGKILL) }
    try? sandbox.remove(file)
  }

  /// What serves jobs on a node: it has left the node's daemon, but works in the same folder.
  private func servers(on node: String) -> [pid_t] {
    let manager = FileManager.default
    let folder = URL(filePath: "\(sandbox.path)/slurm/spool/\(node)").resolvingSymlinksInPath().path
    return ((try? manager.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) }
      .filter { (try? manager.destinationOfSymbolicLink(atPath: "/proc/\($0)/cwd")) == folder }
  }

  /// What runs the commands of jobs on a node.
  func jobs(on node: String) -> [pid_t] {
    let servers = servers(on: node)
    return servers.flatMap { children(of: $0) }.filter { !servers.contains($0) }
  }

  private func children(of process: pid_t) -> [pid_t] {
    ((try? sandbox.read("/proc/\(process)/task/\(process)/children")) ?? "").split(separator: " ")
      .compactMap { pid_t($0) }
  }

  /// Ends a node as a loss of power does, with all that runs there.
  func killNode(_ node: String) {
    let jobs = jobs(on: node)
    stop(node)
    for process in servers(on: node) + jobs { kill(process, SIGKILL) }
  }

  /// Waits until what jobs are in the queue is as it should be.
  func waitForQueue(_ isRight: @escaping (String) -> Bool) async throws {
    try await wait(isRight) { ["squeue", "-h", "--array", "-o", "%T"] }
  }

  /// Waits until a node is in a state.
  func waitForNode(_ node: String, _ isRight: @escaping (String) -> Bool) async throws {
    try await wait(isRight) { ["sinfo", "-h", "-n", node, "-o", "%T"] }
  }

  /// Lets no job begin any more.
  func drainNodes() async throws {
    try await succeed("scontrol", "update", "NodeName=n1,n2", "State=DRAIN", "Reason=test")
  }

  /// Lets jobs begin again.
  func resumeNodes() async throws {
    // Of nodes that have not told of themselves since the controller began it calls that invalid, but does it.
    _ = try await sandbox.run(
      ["scontrol", "update", "NodeName=n1,n2", "State=RESUME"], environment: environment)
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

  /// A configuration without accounting and control groups, so that anybody can run it anywhere.
  ///
  /// A node that does not answer is dead after ten seconds, not minutes; its jobs go out again when what let them begin
  /// there is no longer valid, which is after five seconds, not two minutes. Its log's folder is where it works.
  private static func text(in folder: String) throws -> String {
    let host = ProcessInfo.processInfo.hostName.split(separator: ".").first.map(String.init) ?? "localhost"
    let port = Int.random(in: 10_000...30_000)
    return """
      ClusterName=gradus
      SlurmctldHost=\(host)(127.0.0.1)
      SlurmctldPort=\(port)
      AuthType=auth/munge
      AuthInfo=socket=\(folder)/munge/socket,cred_expire=5
      CredType=cred/munge
      SlurmUser=\(NSUserName())
      SlurmdUser=\(NSUserName())
      StateSaveLocation=\(folder)/state
      SlurmdSpoolDir=\(folder)/spool/%n
      SlurmctldPidFile=\(folder)/controller.pid
      SlurmdPidFile=\(folder)/%n.pid
      SlurmdLogFile=\(folder)/spool/%n/log
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_CPU
      MpiDefault=none
      AccountingStorageType=accounting_storage/none
      MessageTimeout=3
      MinJobAge=2
      KillWait=2
      SlurmdTimeout=10
      ReturnToService=2
      SchedulerParameters=sched_interval=1,batch_sched_delay=0
      NodeName=n1 NodeHostname=\(host) NodeAddr=127.0.0.1 Port=\(port + 1) CPUs=1
      NodeName=n2 NodeHostname=\(host) NodeAddr=127.0.0.1 Port=\(port + 2) CPUs=1
      PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP

      """
  }
}
