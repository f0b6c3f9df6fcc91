/// A key that writes nothing, by its code in https://www.w3.org/TR/webdriver2/#keyboard-actions.
enum Key: String {
  case tab = "\u{E004}"
  case enter = "\u{E007}"
  case escape = "\u{E00C}"
  case end = "\u{E010}"
  case home = "\u{E011}"
  case left = "\u{E012}"
  case right = "\u{E014}"
  case shift = "\u{E008}"
  case space = " "
}

extension Browser {
  /// Clicks on the first element that a selector finds, where nothing covers it.
  func click(_ selector: String) async throws {
    // Where a page scrolls smoothly, the driver would click before it has arrived.
    try await run(
      "document.querySelector(arguments[0])?.scrollIntoView({block: 'center', behavior: 'instant'})",
      .text(selector))
    try await post("/element/\(element(selector))/click")
  }

  /// Writes into the first element that a selector finds, in place of what stood there.
  func write(_ text: String, into selector: String) async throws {
    let element = try await element(selector)
    try await post("/element/\(element)/clear")
    try await post("/element/\(element)/value", ["text": .text(text)])
  }

  /// Presses keys, one after the other, wherever the focus is.
  func press(_ keys: Key..., holding modifier: Key? = nil) async throws {
    let strokes = keys.flatMap { [stroke("keyDown", $0), stroke("keyUp", $0)] }
    let held = modifier.map { [stroke("keyDown", $0)] + strokes + [stroke("keyUp", $0)] } ?? strokes
    try await post("/actions", ["actions": [["type": "key", "id": "keyboard", "actions": .list(held)]]])
  }

  private func stroke(_ kind: String, _ key: Key) -> JSON {
    ["type": .text(kind), "value": .text(key.rawValue)]
  }

  private func element(_ selector: String) async throws -> String {
    let found: [String: String] = try await send(
      .post, "/element", ["using": "css selector", "value": .text(selector)])
    guard let identifier = found.values.first else {
      throw WebDriverFailure(error: "no such element", message: selector)
    }
    return identifier
  }
}
