import Foundation
import Testing

/// How a run of the command ended.
struct Ending {
  /// The exit status; nil where a signal ended the process.
  var status: Int32?
  /// The signal that ended the process.
  var signal: Int32?
  var output: String
  var errors: String
  var seconds: Double

  /// All that the user sees.
  var everything: String { output + errors }
}

extension Sandbox {
  /// The command that was built beside these tests.
  static let executable: String = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let besideArguments = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return [tests, besideArguments].map { $0.appending(path: "gradus").path }
      .first(where: FileManager.default.isExecutableFile) ?? "gradus"
  }()

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - folder: where it runs; the sandbox's own folder for work unless given.
  ///   - environment: variables besides `HOME`, `PATH` and `XDG_CACHE_HOME`; nil removes one.
  ///   - wrapper: a command that runs it, such as `taskset`.
  ///   - limit: how many seconds of a processor it may take.
  func gradus(
    _ arguments: String..., in folder: String? = nil, environment: [String: String?] = [:],
    wrapper: [String] = [], limit: Int = 30
  ) async throws -> Ending {
    try await run(
      wrapper + [Self.executable] + arguments, in: folder, environment: environment, limit: limit)
  }

  func run(
    _ words: [String], in folder: String? = nil, environment: [String: String?] = [:], limit: Int = 30
  ) async throws -> Ending {
    await Turnstile.processes.enter()
    do {
      let ending = try await RunningCommand(
        self, words, in: folder, environment: environment, limit: limit
      ).end()
      await Turnstile.processes.leave()
      return ending
    } catch {
      await Turnstile.processes.leave()
      throw error
    }
  }
}

/// A command that runs, for tests that talk to it or interrupt it.
final class RunningCommand: Sendable {
  private let process: Process
  private let output: String
  private let errors: String
  private let start = ContinuousClock.now

  /// Starts a command, which the system ends when it has taken more seconds of a processor than the limit.
  ///
  /// On a machine with other work, time that passes says nothing about a command.
  init(
    _ sandbox: Sandbox, _ words: [String], in folder: String? = nil, environment: [String: String?] = [:],
    limit: Int = 60
  ) throws {
    let number = UUID().uuidString
    output = "\(sandbox.path)/output-\(number)"
    errors = "\(sandbox.path)/errors-\(number)"
    process = Process()
    var variables: [String: String?] = [
      "HOME": "\(sandbox.path)/home", "XDG_CACHE_HOME": sandbox.cache,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    variables.merge(environment) { $1 }
    process.executableURL = URL(filePath: "/usr/bin/prlimit")
    process.arguments = ["--cpu=\(limit):"] + (words[0].contains("/") ? [] : ["/usr/bin/env"]) + words
    process.environment = variables.compactMapValues(\.self)
    process.currentDirectoryURL = URL(filePath: sandbox.place(folder ?? sandbox.work))
    process.standardInput = FileHandle.nullDevice
    for (path, key) in [(output, \Process.standardOutput), (errors, \Process.standardError)] {
      try #require(FileManager.default.createFile(atPath: path, contents: nil))
      process[keyPath: key] = try FileHandle(forWritingTo: URL(filePath: path))
    }
    // Threads that run tests block signals, and what they start would do so, too.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  var identifier: pid_t { process.processIdentifier }

  /// What it has written to standard error so far.
  var errorsSoFar: String { text(errors) }

  func send(_ signal: Int32) {
    kill(identifier, signal)
  }

  /// Waits for the end; what hangs is killed and recorded as a failure.
  func end() async throws -> Ending {
    let patience = 300
    let deadline = ContinuousClock.now + .seconds(patience)
    while process.isRunning {
      if ContinuousClock.now > deadline {
        Issue.record("\(process.arguments ?? []) still runs after \(patience) s: \(text(output).suffix(500))")
        send(SIGKILL)
        process.waitUntilExit()
      }
      try await Task.sleep(for: .milliseconds(3))
    }
    let duration = start.duration(to: .now)
    let isSignal = process.terminationReason == .uncaughtSignal
    return Ending(
      status: isSignal ? nil : process.terminationStatus, signal: isSignal ? process.terminationStatus : nil,
      output: text(output), errors: text(errors), seconds: duration / .seconds(1))
  }

  private func text(_ path: String) -> String {
    String(decoding: (try? Data(contentsOf: URL(filePath: path))) ?? Data(), as: UTF8.self)
  }
}
