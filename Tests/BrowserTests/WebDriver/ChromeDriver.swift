import Foundation
import LessonTesting
import Testing

/// The program that drives the browsers of these tests, on a free port of the loopback address.
///
/// A shell watches a pipe whose other end is this process. However this process ends, the pipe closes, and the shell
/// ends the driver with all of its browsers and removes their files.
struct ChromeDriver: Sendable {
  let port: Int
  private let lifeline: FileHandle

  private static let watch = """
    TMPDIR="$1" setsid chromedriver --port=0 </dev/null &
    driver=$!
    read -r _
    kill -s KILL -- "-$driver"
    rm -rf "$1"
    """

  /// Starts it and waits until it listens.
  init() async throws {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "gradus-browsers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let log = folder.appending(path: "log")
    try #require(FileManager.default.createFile(atPath: log.path, contents: nil))
    let pipe = Pipe()
    // What is started later must not hold the pipe open.
    _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.watch, "sh", folder.path]
    process.standardInput = pipe
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = FileHandle.nullDevice
    try withoutBlockedSignals { try process.run() }
    lifeline = pipe.fileHandleForWriting
    port = try await Self.port(in: log)
  }

  /// The port that the driver names when it listens.
  private static func port(in log: URL) async throws -> Int {
    let port = try await poll {
      try String(contentsOf: log, encoding: .utf8)
        .firstMatch(of: /started successfully on port (\d+)\./).flatMap { Int($0.1) }
    }
    guard let port else {
      throw WebDriverFailure(error: "no driver", message: "chromedriver did not start: is it installed?")
    }
    return port
  }
}

/// Starts a process with no signal blocked: threads that run tests block signals, and what they start would, too.
func withoutBlockedSignals<Result>(_ start: () throws -> Result) rethrows -> Result {
  var none = sigset_t()
  var before = sigset_t()
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  return try start()
}
