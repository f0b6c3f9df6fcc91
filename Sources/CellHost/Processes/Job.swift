import CLinux
import Glibc

/// A program that is run to its end, in the sandbox where there is one.
struct Job: Sendable {
  /// The program's path, where it sees it.
  var program: String
  var arguments: [String] = []
  var room: Sandbox.Room
  /// What it has as descriptors from 3 on, besides its output and its messages.
  var files: [MemoryFile] = []
  var limits: gradus_limits
  /// Looks from time to time at the process and at its output; a reason ends it.
  var watch: @Sendable (Int32, MemoryFile) -> StopReason?
  /// Seconds by the clock after which it is ended.
  var seconds: Int

  /// What came of a job.
  struct Result {
    var ending: ChildProcess.Ending
    /// Why it was ended from outside.
    var stop: StopReason?
    /// What it wrote as its output.
    var output: MemoryFile
    /// What it wrote as its messages.
    var messages: MemoryFile
  }

  /// Runs it and waits for its end.
  func run(in sandbox: Sandbox?) throws(HostError) -> Result {
    let output = try MemoryFile()
    let messages = try MemoryFile()
    let filter = try MemoryFile(SystemCallFilter.bytes)
    let empty = try MemoryFile()
    let files = [empty, output, messages] + files
    var command = ChildProcess.Command(path: program, arguments: arguments, limits: limits)
    command.descriptors = files.map(\.descriptor)
    if let sandbox {
      command.path = sandbox.bubblewrap
      command.arguments = sandbox.arguments(room, filter: Int32(files.count)) + ["--", program] + arguments
      command.descriptors.append(filter.descriptor)
    } else {
      command.environment = room.environment.map { "\($0.name)=\($0.value)" }
    }
    var process = try ChildProcess(command)
    let (ending, stop) = supervise(&process, output, isWrapped: sandbox != nil)
    return withExtendedLifetime((files, filter)) {
      Result(ending: ending, stop: stop, output: output, messages: messages)
    }
  }

  /// How often a job is looked at.
  private static let interval: Int32 = 20
  /// How long a job has to say where it is once it is to end.
  private static let grace: Int32 = 200

  private func supervise(
    _ process: inout ChildProcess, _ output: MemoryFile, isWrapped: Bool
  ) -> (ending: ChildProcess.Ending, stop: StopReason?) {
    let begin = ContinuousClock.now
    while true {
      if let ending = process.wait(milliseconds: Self.interval) { return (ending, nil) }
      let inner =
        isWrapped ? ProcessUse.child(of: process.identifier).flatMap(ProcessUse.child) : process.identifier
      let isLate = ContinuousClock.now - begin > .seconds(seconds)
      guard let reason = isLate ? .time : inner.flatMap({ watch($0, output) }) else { continue }
      if let inner { gradus_signal(inner, SIGUSR1) }
      return (process.wait(milliseconds: Self.grace) ?? process.kill(), reason)
    }
  }
}

/// Why a job was ended from outside.
enum StopReason: Sendable, Hashable {
  case time
  case memory
  case threads
  case printed
  case published
}
