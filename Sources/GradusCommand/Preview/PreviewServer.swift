import Engine
import FlyingFox
import Foundation

/// Serves a workspace's pages on this machine's loopback address alone.
struct PreviewServer: Sendable {
  private let workspace: Workspace
  private let server: HTTPServer
  private let port: UInt16

  /// How long a page waits for news before it asks again.
  private static let patience = Duration.seconds(25)

  init(workspace: Workspace, port: UInt16) throws {
    self.workspace = workspace
    self.port = port
    server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, pool: PromptSocketPool(),
      logger: .disabled)
  }

  /// Serves until the task is cancelled.
  func run() async throws {
    await server.appendRoute("GET /.gradus/version") { await version($0) }
    await server.appendRoute("GET,HEAD *") { page($0) }
    do {
      try await server.run()
    } catch let error where !(error is CancellationError) {
      throw DiskError("serve on", "port \(port)", reason: reason(for: error))
    }
  }

  /// The server's errors say in words of the system what it refused.
  private func reason(for error: any Error) -> String {
    let isTaken = "\(error)".contains(String(cString: strerror(EADDRINUSE)))
    return isTaken ? "it is in use; choose another one with --port" : error.localizedDescription
  }

  /// The address once the server listens.
  func address() async throws -> String {
    try await server.waitUntilListening()
    guard case .ip4(_, let port) = await server.listeningAddress else { return "http://127.0.0.1" }
    return "http://127.0.0.1:\(port)/"
  }

  /// Answers when the course has changed since the version that the page shows, or after a while.
  private func version(_ request: HTTPRequest) async -> HTTPResponse {
    guard isLocal(request) else { return HTTPResponse(statusCode: .forbidden) }
    let shown = request.query.first { $0.name == "after" }.flatMap { Int($0.value) } ?? -1
    await workspace.waitForChange(since: shown, patience: Self.patience)
    return response(Array(String(workspace.version).utf8), type: "text/plain; charset=utf-8")
  }

  private func page(_ request: HTTPRequest) -> HTTPResponse {
    guard isLocal(request) else { return HTTPResponse(statusCode: .forbidden) }
    var path = String(request.path.drop { $0 == "/" })
    let isLastGood = request.query.contains { $0.name == "last-good" }
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    do {
      guard let bytes = try workspace.render(path, isLastGood: isLastGood) else {
        return HTTPResponse(
          statusCode: .notFound, headers: [.contentType: "text/plain; charset=utf-8"],
          body: Data("There is no page \(path).\n".utf8))
      }
      return answer(request, path: path, bytes: bytes)
    } catch {
      return HTTPResponse(
        statusCode: .internalServerError, headers: [.contentType: "text/plain; charset=utf-8"],
        body: Data("The page cannot be made: \(error)\n".utf8))
    }
  }

  /// A page is sent anew each time.
  ///
  /// What it needs besides is asked for again at each reload, and is sent only where it has changed; faces never change
  /// while somebody writes.
  private func answer(_ request: HTTPRequest, path: String, bytes: [UInt8]) -> HTTPResponse {
    var answer = response(request.method == .HEAD ? [] : bytes, type: Self.contentType(of: path))
    guard path.hasPrefix("assets/") else { return answer }
    let tag = "\"\(Self.tag(of: bytes))\""
    let isFace = path.hasSuffix(".woff2")
    if !isFace, request.headers[HTTPHeader("If-None-Match")] == tag {
      answer = HTTPResponse(statusCode: .notModified)
    }
    answer.headers[HTTPHeader("ETag")] = tag
    answer.headers[HTTPHeader("Cache-Control")] = isFace ? "max-age=3600" : "no-cache"
    return answer
  }

  private static func tag(of bytes: [UInt8]) -> String {
    var digest = Digest()
    digest.append(bytes: bytes)
    return digest.key
  }

  /// Other sites must not read a preview by giving their own name this machine's address.
  private func isLocal(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers[.host] else { return true }
    let name = host.split(separator: ":").first.map(String.init) ?? ""
    return ["127.0.0.1", "localhost"].contains(name.lowercased())
  }

  private func response(_ bytes: [UInt8], type: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: [.contentType: type, HTTPHeader("Cache-Control"): "no-store"],
      body: Data(bytes))
  }

  static func contentType(of path: String) -> String {
    let ending = path.split(separator: ".").last.map(String.init)?.lowercased() ?? ""
    return contentTypes[ending] ?? "application/octet-stream"
  }

  private static let contentTypes = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "woff2": "font/woff2",
    "csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8", "pdf": "application/pdf",
  ]
}
