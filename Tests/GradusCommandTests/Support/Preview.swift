import Foundation
import LessonTesting
import Testing

/// A preview that serves while a test talks to it.
final class Preview: Sendable {
  let command: RunningCommand
  let port: UInt16

  /// Starts `serve` and waits until it says where.
  init(_ sandbox: Sandbox, _ path: String, in folder: String? = nil) async throws {
    let command = try RunningCommand(sandbox, [Sandbox.executable, "serve", "--port", "0", path], in: folder)
    let port = try await poll {
      command.errorsSoFar.firstMatch(of: /serving http:\/\/127\.0\.0\.1:(\d+)\/ – Ctrl-C ends it\n/)
        .flatMap { UInt16($0.1) }
    }
    self.command = command
    self.port = try #require(port, "\(command.errorsSoFar)")
  }

  deinit { command.send(SIGKILL) }

  /// Waits for a version after the one given.
  @discardableResult
  func version(after version: Int) async throws -> Int {
    let next = try await poll(times: 20) {
      let answer = try await get("/.gradus/version?after=\(version)")
      #expect(answer.status == 200)
      // The server's patience ends before that of a test on a busy machine.
      return try #require(Int(answer.text)).after(version)
    }
    return try #require(next)
  }

  /// Asks for a path.
  func get(
    _ path: String, method: String = "GET", host: String? = nil, headers: String = ""
  ) async throws -> Answer {
    let hostLine = "Host: \(host ?? "127.0.0.1:\(port)")\r\n"
    let request =
      "\(method) \(path) HTTP/1.1\r\n\(host == "" ? "" : hostLine)\(headers)Connection: close\r\n\r\n"
    let bytes = try await withCheckedThrowingContinuation { continuation in
      // A thread of its own: many that wait must not use up those of a pool.
      Thread.detachNewThread {
        continuation.resume(with: Result { try exchange(request, with: self.port) })
      }
    }
    return try Answer(bytes)
  }
}

/// What a server says.
struct Answer {
  var status: Int
  var headers: [String: String] = [:]
  var body: Data

  var text: String { String(decoding: body, as: UTF8.self) }

  init(_ bytes: Data) throws {
    guard let gap = bytes.range(of: Data("\r\n\r\n".utf8)) else {
      throw SocketFailure(reason: "the server closed the connection")
    }
    let lines = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    status = try #require(Int(lines[0].split(separator: " ")[1]))
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    body = bytes[gap.upperBound...]
  }
}

struct SocketFailure: Error {
  var reason = String(cString: strerror(errno))
}

/// Connects to a port of the loopback address.
func connection(to port: UInt16) throws -> Int32 {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = inet_addr("127.0.0.1")
  var patience = timeval(tv_sec: 30, tv_usec: 0)
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  let result = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  guard result == 0 else {
    let failure = SocketFailure()
    close(descriptor)
    throw failure
  }
  return descriptor
}

private func exchange(_ request: String, with port: UInt16) throws -> Data {
  let descriptor = try connection(to: port)
  defer { close(descriptor) }
  let sent = Array(request.utf8)
  guard send(descriptor, sent, sent.count, Int32(MSG_NOSIGNAL)) == sent.count else { throw SocketFailure() }
  var answer = Data()
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count >= 0 else { throw SocketFailure() }
    guard count > 0 else { return answer }
    answer.append(contentsOf: buffer[..<count])
  }
}

extension Int {
  /// The number itself where it is greater than another.
  fileprivate func after(_ other: Int) -> Int? { self > other ? self : nil }
}
