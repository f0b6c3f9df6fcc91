import FlyingFox
import FlyingSocks
import Glibc

/// Waits for sockets as another pool does, and lets them send without delay.
///
/// The server sends a header and its body apart. By default the system keeps the second back until the first is
/// acknowledged, which the other side delays by some 40 ms (RFC 896 and RFC 1122, 4.2.3.2).
struct PromptSocketPool: AsyncSocketPool {
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // Every socket waits for its first request. A failure costs time, and nothing else.
    try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
