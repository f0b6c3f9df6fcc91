import Foundation
import Testing

/// The command that was built beside these tests.
enum Command {
  private static let executable: URL = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return [tests, URL(filePath: CommandLine.arguments[0])]
      .map { $0.deletingLastPathComponent().appending(path: "gradus") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? URL(filePath: "gradus")
  }()

  /// A folder for what the tests of this process make; gone when it ends.
  static let scratch: URL = {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "gradus-browser-tests-\(getpid())")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: Command.scratch) }
    return folder
  }()

  /// A run of it that was not started yet; what it prints goes to a file.
  static func process(_ arguments: [String], log: URL) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      // One cache for all: what it holds is kept by content.
      ["XDG_CACHE_HOME": scratch.appending(path: "cache").path]
    ) { $1 }
    process.standardInput = FileHandle.nullDevice
    try #require(FileManager.default.createFile(atPath: log.path, contents: nil))
    let output = try FileHandle(forWritingTo: log)
    process.standardOutput = output
    process.standardError = output
    return process
  }

  /// Runs it to its end, which must be a good one.
  static func run(_ arguments: String...) async throws {
    let log = scratch.appending(path: "log-\(UUID().uuidString)")
    let process = try process(arguments, log: log)
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try withoutBlockedSignals { try process.run() }
      } catch {
        continuation.resume(throwing: error)
      }
    }
    let text = try String(contentsOf: log, encoding: .utf8)
    try #require(process.terminationStatus == 0, "gradus \(arguments.joined(separator: " ")): \(text)")
  }
}
