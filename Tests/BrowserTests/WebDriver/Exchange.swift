import Foundation
import Glibc

/// One request over HTTP to a port of the loopback address, and its answer.
///
/// On Linux, URLSession fails on the first long answer of this driver (“Failed writing header”).
enum Exchange {
  struct Answer {
    let status: Int
    let body: Data
  }

  struct Failure: Error {
    let reason: String

    init(_ reason: String = String(cString: strerror(errno))) {
      self.reason = reason
    }
  }

  /// Waits on a thread of its own, so that many that wait do not use up those of a pool.
  static func send(_ method: String, _ path: String, _ body: Data?, to port: Int) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            let connection = try connect(to: port)
            defer { close(connection) }
            try write(request(method, path, body), to: connection)
            return try read(from: connection)
          })
      }
    }
  }

  private static func request(_ method: String, _ path: String, _ body: Data?) -> Data {
    let head = """
      \(method) \(path) HTTP/1.1\r
      Host: 127.0.0.1\r
      Connection: close\r
      Content-Type: application/json; charset=utf-8\r
      Content-Length: \(body?.count ?? 0)\r
      \r

      """
    return Data(head.utf8) + (body ?? Data())
  }

  /// The answer in what was read so far; nil where more is to come.
  ///
  /// The driver keeps connections open, so its word on the length of the answer counts.
  private static func answer(in bytes: Data) -> Answer? {
    guard let gap = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self).lowercased()
    guard let status = head.firstMatch(of: /^http\/1\.1 (\d+)/).flatMap({ Int($0.1) }),
      let length = head.firstMatch(of: /\r\ncontent-length: *(\d+)/).flatMap({ Int($0.1) })
    else { return nil }
    let body = bytes[gap.upperBound...]
    return body.count < length ? nil : Answer(status: status, body: body)
  }

  private static func connect(to port: Int) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var patience = timeval(tv_sec: 300, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let failure = Failure()
      close(descriptor)
      throw failure
    }
    return descriptor
  }

  private static func write(_ bytes: Data, to connection: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure() }
      rest = rest.dropFirst(count)
    }
  }

  private static func read(from connection: Int32) throws -> Answer {
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count >= 0 else { throw Failure() }
      guard count > 0 else { throw Failure("the driver closed the connection") }
      bytes.append(contentsOf: buffer[..<count])
      if let answer = answer(in: bytes) { return answer }
    }
  }
}
