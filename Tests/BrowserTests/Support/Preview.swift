import Foundation
import LessonTesting
import Testing

/// A preview of a course, which serves as long as this object lives.
final class Preview: Sendable {
  let address: URL
  private let process: Process

  init(_ course: Course) async throws {
    let log = course.folder.appendingPathExtension("log")
    let process = try Command.process(["serve", course.folder.path, "--port", "0"], log: log)
    try withoutBlockedSignals { try process.run() }
    self.process = process
    let address = try await poll {
      try String(contentsOf: log, encoding: .utf8)
        .firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//).flatMap { URL(string: String($0.0)) }
    }
    self.address = try #require(address)
  }

  deinit { process.terminate() }
}
