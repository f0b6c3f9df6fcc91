import Engine

/// Waits for jobs of Slurm, and says how they get on.
struct SlurmWatch {
  /// Jobs that have been submitted.
  private struct Job {
    var folder: JobFolder
    var request: JobFolder.Request
    /// Whether this command has submitted them: others belong to whoever has.
    var isOwn: Bool
  }

  /// What has become of runs when no job is left.
  struct Outcome {
    /// Those that have not come back.
    var missing: [ElsewhereRun] = []
    var lost: [String: LostRun] = [:]
    /// What a job wrote last that did not come to its end.
    var lastWords = ""
  }

  let client: SlurmClient
  let store: any ResultStore
  /// For how many seconds the controller may be away, or a file be on its way from a node.
  let patience: Double
  let tell: @Sendable (String?) -> Void
  /// How many runs there are in all.
  var total = 0
  private var jobs: [Job] = []
  private var awaySince: ContinuousClock.Instant?

  init(
    client: SlurmClient, store: any ResultStore, patience: Double, tell: @escaping @Sendable (String?) -> Void
  ) {
    self.client = client
    self.store = store
    self.patience = patience
    self.tell = tell
  }

  /// The keys of runs that jobs are about to do.
  var keysUnderWay: Set<String> { jobs.reduce(into: []) { $0.formUnion($1.request.keys) } }

  /// Takes over jobs that an earlier command has left in the queue, where they do what is wanted.
  ///
  /// What is in the queue must be known before anything is sent: else it would be done twice.
  mutating func adopt(
    _ folders: [JobFolder], wanting keys: Set<String>
  ) async throws(SlurmClient.Failure) {
    let client = client
    for folder in folders {
      guard let request = folder.request, !request.keys.isDisjoint(with: keys) else {
        // Jobs may wait in the queue for longer than a day.
        if folder.isOld, let queue = try? client.queue(of: folder.name), queue.isEmpty {
          try? Disk.remove(folder.path)
        }
        continue
      }
      let queue = try await insistently { () throws(SlurmClient.Failure) in
        try client.queue(of: folder.name)
      }
      if !queue.isEmpty {
        jobs.append(Job(folder: folder, request: request, isOwn: false))
      } else if folder.isOld {
        try? Disk.remove(folder.path)
      }
    }
  }

  /// Watches jobs that are about to be submitted; an interruption takes them out of the queue.
  mutating func begin(_ folder: JobFolder) {
    guard let request = folder.request else { return }
    jobs.append(Job(folder: folder, request: request, isOwn: true))
    let client = client
    Interruption.whenInterrupted(folder.name) {
      client.cancel(folder.name)
      try? Disk.remove(folder.path)
    }
  }

  /// Waits until all runs are there or no job is left; an error says that the controller is away for too long.
  mutating func wait(for runs: [ElsewhereRun]) async throws(SlurmClient.Failure) -> Outcome {
    var missing = runs
    var pause = Duration.milliseconds(200)
    while true {
      missing.removeAll { store.load($0.key) != nil }
      if missing.isEmpty { break }
      guard try isUnderWay(missing.count) else { break }
      try? await Task.sleep(for: pause)
      pause = min(pause * 1.3, .seconds(10))
    }
    return await collect(missing)
  }

  /// Whether any job is in the queue, which is told; a controller that is away is asked again for some time.
  private mutating func isUnderWay(_ missing: Int) throws(SlurmClient.Failure) -> Bool {
    do {
      var queue = SlurmClient.Queue()
      for job in jobs {
        let own = try client.queue(of: job.folder.name)
        queue.running += own.running
        queue.waiting += own.waiting
        if queue.reason.isEmpty { queue.reason = own.reason }
      }
      awaySince = nil
      let reason = queue.reason.isEmpty || queue.reason == "None" ? "" : " (\(queue.reason))"
      tell(
        "Slurm: \(total - missing) of \(total) runs are back, \(queue.running) jobs run, "
          + "\(queue.waiting) wait\(reason)")
      return !queue.isEmpty
    } catch {
      guard isPatient() else { throw SlurmClient.Failure.away(error.message) }
      tell("Slurm's controller does not answer, and is asked again: \(error.message)")
      return true
    }
  }

  private mutating func isPatient() -> Bool {
    let since = awaySince ?? .now
    awaySince = since
    return since.duration(to: .now) < .seconds(patience)
  }

  /// Submits jobs of a name, again and again while the controller is away.
  ///
  /// A request may have arrived whose answer has not: it is made again only when no such jobs are in the queue.
  mutating func submit(
    _ name: String, _ request: () throws(SlurmClient.Failure) -> Void
  ) async throws(SlurmClient.Failure) {
    let client = client
    awaySince = nil
    while true {
      do {
        return try request()
      } catch {
        try await pause(after: error)
      }
      let queue = try await insistently { () throws(SlurmClient.Failure) in try client.queue(of: name) }
      if !queue.isEmpty { return }
    }
  }

  /// Asks the controller again and again while it is away.
  private mutating func insistently<Answer>(
    _ request: () throws(SlurmClient.Failure) -> Answer
  ) async throws(SlurmClient.Failure) -> Answer {
    while true {
      do {
        let answer = try request()
        awaySince = nil
        return answer
      } catch {
        try await pause(after: error)
      }
    }
  }

  /// Waits a little where the controller is away, but not for too long already.
  private mutating func pause(after failure: SlurmClient.Failure) async throws(SlurmClient.Failure) {
    guard case .away(let message) = failure, isPatient() else { throw failure }
    tell("Slurm's controller does not answer, and is asked again: \(message)")
    try? await Task.sleep(for: .seconds(1))
  }

  /// What the jobs have told of runs that are not there.
  private mutating func collect(_ runs: [ElsewhereRun]) async -> Outcome {
    var missing = runs
    let deadline = ContinuousClock.now + .seconds(min(30, patience))
    // What a node has written may be seen here only after a while.
    while !missing.isEmpty, !isTold, ContinuousClock.now < deadline {
      try? await Task.sleep(for: .milliseconds(500))
      missing.removeAll { store.load($0.key) != nil }
    }
    var outcome = Outcome()
    for run in missing {
      guard let (job, slice) = place(of: run.key) else {
        outcome.missing.append(run)
        continue
      }
      switch job.folder.endings(of: slice) {
      case nil:
        outcome.missing.append(run)
        let words = job.folder.lastWords(of: slice)
        if outcome.lastWords.isEmpty { outcome.lastWords = words }
      // Such a run fails here, too, and is reported as ever.
      case .some(let endings) where endings[run.key] == .failed: break
      case .some(let endings) where endings[run.key] == .kept:
        outcome.lost[run.key] = LostRun(
          "a node has kept the result where this machine does not see it",
          help: "the cache must be on a file system that all share; XDG_CACHE_HOME says where it is")
      case .some:
        outcome.lost[run.key] = LostRun(
          "a node did not find the run in the course",
          help: "the course has changed meanwhile, or the node has another Gradus: build again")
      }
    }
    close()
    return outcome
  }

  /// Whether every job has told how its runs ended.
  private var isTold: Bool {
    jobs.allSatisfy { job in job.request.slices.indices.allSatisfy { job.folder.endings(of: $0) != nil } }
  }

  private func place(of key: String) -> (Job, slice: Int)? {
    for job in jobs {
      if let slice = job.request.slices.firstIndex(where: { $0.contains { $0.key == key } }) {
        return (job, slice)
      }
    }
    return nil
  }

  /// Leaves jobs alone that have ended, or that hold nothing any more that somebody waits for.
  private mutating func close() {
    for job in jobs where job.isOwn {
      client.cancel(job.folder.name)
      Interruption.forgetAction(job.folder.name)
      try? Disk.remove(job.folder.path)
    }
    jobs = []
  }

  /// Ends the watch.
  mutating func finish() { close() }

  /// Ends the watch, but leaves the jobs where they are, so that a later command finds them.
  mutating func leave() {
    for job in jobs where job.isOwn { Interruption.forgetAction(job.folder.name) }
    jobs = []
  }
}
