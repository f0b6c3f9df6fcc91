import Foundation

/// What a browser wrote down.
struct LogEntry: Decodable, CustomStringConvertible {
  let level: String
  let message: String
  var description: String { "\(level): \(message)" }
}

extension Browser {
  /// What was written to a log since it was last asked for.
  func log(_ kind: String) async throws -> [LogEntry] {
    try await send(.post, "/se/log", ["type": .text(kind)])
  }

  /// What pages complained of since this was last asked for: errors of scripts, and files that could not be had.
  func complaints() async throws -> [LogEntry] {
    try await log("browser").filter { $0.level != "INFO" && $0.level != "DEBUG" }
  }

  /// The addresses of all that pages asked for since this was last asked for.
  func requests() async throws -> [String] {
    struct Entry: Decodable {
      struct Message: Decodable {
        let method: String
        let params: Parameters
      }
      struct Parameters: Decodable {
        let request: Request?
      }
      struct Request: Decodable {
        let url: String
      }
      let message: Message
    }
    return try await log("performance").compactMap { entry in
      let message = try JSONDecoder().decode(Entry.self, from: Data(entry.message.utf8)).message
      return message.method == "Network.requestWillBeSent" ? message.params.request?.url : nil
    }
  }
}
