/// Talks to Slurm through its commands, which need no accounting.
struct SlurmClient {
  let environment: [String: String]
  /// A folder for what the commands write.
  let scratch: String

  /// Why Slurm did not do what it was asked.
  enum Failure: Error {
    /// It may do so later: the controller is away.
    case away(String)
    /// It will not.
    case refused(String)
    /// Its commands are not there.
    case missing(String)

    var message: String {
      switch self {
      case .away(let message), .refused(let message), .missing(let message): message
      }
    }
  }

  /// What is in the queue of some jobs.
  struct Queue: Equatable {
    var running = 0
    var waiting = 0
    /// Why the first of those waits that do.
    var reason = ""

    var isEmpty: Bool { running == 0 && waiting == 0 }
  }

  /// Submits an array of jobs.
  func submit(_ script: String, count: Int, folder: JobFolder) throws(Failure) {
    _ = try run(
      [
        "sbatch", "--requeue", "--job-name=\(folder.name)", "--array=0-\(count - 1)",
        "--output=\(folder.log)", "--open-mode=append", "--chdir=/", script,
      ])
  }

  /// What is in the queue of the jobs of a name.
  func queue(of name: String) throws(Failure) -> Queue {
    let output = try run(["squeue", "--noheader", "--array", "--name=\(name)", "--format=%T|%r"])
    var queue = Queue()
    for line in output.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let (state, reason) = (parts[0], parts.count > 1 ? parts[1] : "")
      if Self.isHeld(state, reason) { continue }
      guard state == "PENDING" else {
        queue.running += 1
        continue
      }
      queue.waiting += 1
      if queue.reason.isEmpty { queue.reason = reason }
    }
    return queue
  }

  /// Whether a job stays for ever, unless somebody lets it go.
  ///
  /// People hold jobs, and Slurm itself does so with one that could not begin several times (`JobHoldMaxRequeue`). One
  /// that is held while it runs goes on.
  private static func isHeld(_ state: String, _ reason: String) -> Bool {
    if ["REQUEUE_HOLD", "SPECIAL_EXIT"].contains(state) { return true }
    let words = reason.lowercased()
    return state == "PENDING"
      && (words.contains("held") || words.contains("hold") || reason == "DependencyNeverSatisfied")
  }

  /// Takes the jobs of a name out of the queue, and ends those that run.
  func cancel(_ name: String) {
    _ = try? run(["scancel", "--name=\(name)"], limit: 10)
  }

  private func run(_ words: [String], limit: Double = 60) throws(Failure) -> String {
    var command = ExternalCommand(words: words, variables: environment)
    command.limit = limit
    let ending: ExternalCommand.Ending
    do {
      ending = try command.run(writingTo: scratch)
    } catch {
      throw .missing(error.message)
    }
    guard ending.status == 0 else { throw Self.failure(ending, words[0]) }
    return String(decoding: ending.output, as: UTF8.self).withoutLastLineBreaks
  }

  private static func failure(_ ending: ExternalCommand.Ending, _ name: String) -> Failure {
    let lines = ending.message.split(whereSeparator: \.isNewline).map(String.init)
    let message = lines.last ?? "\(name) ended with status \(ending.status)"
    // What Slurm says where its controller is not there, or has too much to do.
    let passing = [
      "Unable to contact slurm controller", "Socket timed out", "Connection refused", "Connection timed out",
      "Unable to establish controller machine", "temporarily unable", "Resource temporarily unavailable",
      "authentication", "Zero Bytes were transmitted",
    ]
    let isAway = ending.status == 128 || passing.contains { ending.message.contains($0) }
    return isAway ? .away(message) : .refused(message)
  }
}
