import Foundation
import Testing

/// A preview of a course, which serves as long as this object lives.
final class Preview: Sendable {
  let address: URL
  private let process: Process

  init(_ course: Course) async throws {
    let log = course.folder.appendingPathExtension("log")
    let process = try Command.process(["serve", course.folder.path, "--port", "0"], log: log)
    try withoutBlockedSignals { try process.run() }
    let deadline = ContinuousClock.now + .seconds(60)
    var found: URL?
    while found == nil, ContinuousClock.now < deadline {
      let text = try String(contentsOf: log, encoding: .utf8)
      found = text.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//).flatMap { URL(string: String($0.0)) }
      try await Task.sleep(for: .milliseconds(10))
    }
    self.process = process
    address = try #require(found)
  }

  deinit { process.terminate() }
}
