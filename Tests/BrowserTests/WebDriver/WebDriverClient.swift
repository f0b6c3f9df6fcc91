import Foundation

/// Sends commands to a driver: https://www.w3.org/TR/webdriver2/.
struct WebDriverClient: Sendable {
  let port: Int

  enum Method: String {
    case get = "GET"
    case post = "POST"
    case delete = "DELETE"
  }

  /// The value that the driver answers with.
  func send<Answer: Decodable>(_ method: Method, _ path: String, _ body: JSON? = nil) async throws -> Answer {
    let content = try (body ?? (method == .post ? [:] : nil)).map(JSONEncoder().encode)
    let answer = try await Exchange.send(method.rawValue, path, content, to: port)
    guard answer.status == 200 else {
      throw try JSONDecoder().decode(Envelope<WebDriverFailure>.self, from: answer.body).value
    }
    return try JSONDecoder().decode(Envelope<Answer>.self, from: answer.body).value
  }

  /// Every answer is the member `value` of an object.
  private struct Envelope<Value: Decodable>: Decodable {
    let value: Value
  }
}

/// What a driver says of a command that failed.
struct WebDriverFailure: Error, Decodable, CustomStringConvertible {
  let error: String
  let message: String
  var description: String { "\(error): \(message)" }
}
