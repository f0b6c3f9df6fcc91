import Engine
import Glibc

/// Has runs done by a cluster: all that are missing in one job array, whose results come back through the cache.
struct SlurmExecutor: RunExecutor {
  let location: CourseLocation
  let cells: CellOptions
  let cache: CacheFolder
  let store: any ResultStore
  let environment: [String: String]
  let options: ExecutorOptions
  /// Tells people how it goes.
  let tell: @Sendable (String?) -> Void

  /// So often a run is sent that does not come back.
  private static let mostTries = 3

  func execute(_ runs: [ElsewhereRun]) async -> [String: LostRun] {
    defer { tell(nil) }
    do {
      let scratch = try TemporaryFolder(environment: environment)
      defer { scratch.remove() }
      let client = SlurmClient(environment: environment, scratch: scratch.path)
      var watch = SlurmWatch(client: client, store: store, patience: options.patience, tell: tell)
      return try await execute(runs, client, &watch)
    } catch let error as DiskError {
      return lost(runs, LostRun(error.message))
    } catch {
      return lost(runs, LostRun("Slurm: \(error)"))
    }
  }

  private func execute(
    _ runs: [ElsewhereRun], _ client: SlurmClient, _ watch: inout SlurmWatch
  ) async throws -> [String: LostRun] {
    var missing = runs
    var lost: [String: LostRun] = [:]
    watch.total = runs.count
    do {
      try await watch.adopt(JobFolder.all(in: cache), wanting: Set(runs.map(\.key)))
    } catch {
      watch.leave()
      return self.lost(runs, Self.reason(for: error))
    }
    for attempt in 1...Self.mostTries {
      let sent = watch.keysUnderWay
      let unsent = missing.filter { !sent.contains($0.key) }
      if !unsent.isEmpty {
        do {
          try await send(unsent, client, &watch)
        } catch let failure as SlurmClient.Failure {
          watch.finish()
          return self.lost(missing, Self.reason(for: failure)).merging(lost) { $1 }
        }
      }
      let outcome: SlurmWatch.Outcome
      do {
        outcome = try await watch.wait(for: missing)
      } catch {
        watch.leave()
        return self.lost(missing, Self.reason(for: error)).merging(lost) { $1 }
      }
      missing = outcome.missing
      lost.merge(outcome.lost) { $1 }
      if missing.isEmpty { break }
      if attempt == Self.mostTries {
        let words = outcome.lastWords.isEmpty ? "" : "; the last words of a job were: \(outcome.lastWords)"
        let reason = LostRun(
          "the run did not come back from Slurm in \(Self.mostTries) tries\(words)",
          help: "build again to go on from here, or without --executor slurm to run it on this machine")
        lost.merge(self.lost(missing, reason)) { $1 }
      }
    }
    watch.finish()
    return lost
  }

  private func send(_ runs: [ElsewhereRun], _ client: SlurmClient, _ watch: inout SlurmWatch) async throws {
    let count = min(runs.count, options.jobs)
    let slices = (0..<count).map { slice in
      stride(from: slice, to: runs.count, by: count).map { runs[$0] }
    }
    let folder = try JobFolder.make(
      in: cache,
      JobFolder.Request(
        location: location, refusesSwift: cells.refusesSwift, runsUnsandboxed: cells.unsandboxed,
        slices: slices))
    let script = "\(folder.path)/job.sh"
    try Disk.write(Array(Self.script(for: folder, cache).utf8), to: script, permissions: 0o700)
    watch.begin(folder)
    try await watch.submit(folder.name) { () throws(SlurmClient.Failure) in
      try client.submit(script, count: count, folder: folder)
    }
  }

  /// What a job runs: this very program, which finds in the folder what to do.
  private static func script(for folder: JobFolder, _ cache: CacheFolder) -> String {
    """
    #!/bin/sh
    XDG_CACHE_HOME=\(quotedForShell(parentFolder(of: cache.path)))
    export XDG_CACHE_HOME
    exec \(quotedForShell(Installation.executable)) run-slice \\
      --workers "${SLURM_CPUS_PER_TASK:-1}" \(quotedForShell(folder.path)) "$SLURM_ARRAY_TASK_ID"

    """
  }

  private static func reason(for failure: SlurmClient.Failure) -> LostRun {
    switch failure {
    case .away(let message):
      LostRun(
        "Slurm's controller does not answer: \(message)",
        help: "build again when it is back: what has been computed is kept")
    case .missing(let message):
      LostRun("Slurm is not here: \(message)", help: "its commands are in Debian's package slurm-client")
    case .refused(let message):
      LostRun(
        "Slurm takes no jobs: \(message)",
        help: "sbatch heeds variables such as SBATCH_PARTITION and SBATCH_TIMELIMIT")
    }
  }

  private func lost(_ runs: [ElsewhereRun], _ reason: LostRun) -> [String: LostRun] {
    Dictionary(runs.filter { store.load($0.key) == nil }.map { ($0.key, reason) }) { first, _ in first }
  }
}
