import Foundation

/// A browser without a window, which shows one page at a time.
final class Browser: Sendable {
  let client: WebDriverClient
  private let session: String

  /// Starts a browser.
  init(_ client: WebDriverClient) async throws {
    struct Session: Decodable {
      let sessionId: String
    }
    let session: Session = try await client.send(
      .post, "/session", ["capabilities": ["alwaysMatch": .object(Self.capabilities)]])
    self.client = client
    self.session = session.sessionId
  }

  private static let capabilities: [String: JSON] = [
    "browserName": "chrome",
    "goog:chromeOptions": [
      "args": [
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none",
        "--force-color-profile=srgb", "--disable-background-networking",
      ],
      "perfLoggingPrefs": ["enableNetwork": true, "enablePage": false],
    ],
    // To look through a long page takes a while on a busy machine.
    "timeouts": ["script": 300_000],
    "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
  ]

  /// Sends a command about what this browser shows.
  @discardableResult
  func send<Answer: Decodable>(
    _ method: WebDriverClient.Method, _ path: String, _ body: JSON? = nil
  ) async throws -> Answer {
    try await client.send(method, "/session/\(session)\(path)", body)
  }

  func post(_ path: String, _ body: JSON = [:]) async throws {
    let _: Ignored = try await send(.post, path, body)
  }

  /// Sends a command of the Chrome DevTools protocol: https://chromedevtools.github.io/devtools-protocol/.
  func tool(_ command: String, _ parameters: [String: JSON] = [:]) async throws {
    try await post("/goog/cdp/execute", ["cmd": .text(command), "params": .object(parameters)])
  }

  /// Shows a page and waits until it is loaded.
  func open(_ page: URL) async throws {
    try await post("/url", ["url": .text(page.absoluteString)])
  }

  func reload() async throws {
    try await post("/refresh")
  }

  /// The address of the page that is shown.
  func address() async throws -> String {
    try await send(.get, "/url")
  }

  /// What the page looks like within the window, as a PNG.
  func screenshot() async throws -> String {
    try await send(.get, "/screenshot")
  }

  /// Takes a new window, of which nothing is known from what came before.
  func startAnew() async throws {
    struct Window: Decodable {
      let handle: String
    }
    try await tool("Storage.clearDataForOrigin", ["origin": "file://", "storageTypes": "all"])
    let window: Window = try await send(.post, "/window/new", ["type": "tab"])
    let _: Ignored = try await send(.delete, "/window")
    try await post("/window", ["handle": .text(window.handle)])
    _ = try await (log("browser"), log("performance"))
  }
}
