import Foundation

/// The browsers that all tests share: as many as there are cores for, started when they are needed.
actor BrowserPool {
  static let shared = BrowserPool()

  private let driver = Task { try await ChromeDriver() }
  private var places = min(ProcessInfo.processInfo.activeProcessorCount, 2)
  private var idle: [Browser] = []
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// A browser that shows an empty page and remembers nothing.
  fileprivate func take() async throws -> Browser {
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
    do {
      guard let browser = idle.popLast() else {
        return try await Browser(WebDriverClient(port: driver.value.port))
      }
      try await browser.startAnew()
      return browser
    } catch {
      release()
      throw error
    }
  }

  fileprivate func giveBack(_ browser: Browser) {
    idle.append(browser)
    release()
  }

  private func release() {
    if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
  }
}

/// Lends a browser to a test.
func withBrowser<Result: Sendable>(
  _ view: View = View(), _ body: @Sendable (Browser) async throws -> Result
) async throws -> Result {
  let browser = try await BrowserPool.shared.take()
  do {
    try await browser.look(view)
    let result = try await body(browser)
    await BrowserPool.shared.giveBack(browser)
    return result
  } catch {
    await BrowserPool.shared.giveBack(browser)
    throw error
  }
}
