import Foundation
import LessonTesting

extension Browser {
  /// What the body of a function gives, run within the page; its arguments are `arguments[0]` and so on.
  func run<Answer: Decodable>(_ body: String, _ arguments: JSON...) async throws -> Answer {
    try await send(.post, "/execute/sync", ["script": .text(body), "args": .list(arguments)])
  }

  /// What the body of a function gives to the callback that is its last argument.
  func runAsynchronously<Answer: Decodable>(_ body: String, _ arguments: JSON...) async throws -> Answer {
    try await send(.post, "/execute/async", ["script": .text(body), "args": .list(arguments)])
  }

  /// Runs the body of a function within the page.
  func run(_ body: String, _ arguments: JSON...) async throws {
    let _: Ignored = try await send(
      .post, "/execute/sync", ["script": .text(body), "args": .list(arguments)])
  }

  /// What is said of the first element that a selector finds: `element` in an expression.
  func ask<Answer: Decodable>(_ selector: String, _ expression: String) async throws -> Answer {
    try await run(
      "const element = document.querySelector(arguments[0]); return \(expression)", .text(selector))
  }

  /// The words of the first element that a selector finds, as they are written.
  func text(of selector: String) async throws -> String {
    try await ask(selector, "element.textContent.trim()")
  }

  /// How many elements a selector finds.
  func count(_ selector: String) async throws -> Int {
    try await run("return document.querySelectorAll(arguments[0]).length", .text(selector))
  }

  /// Whether the first element that a selector finds can be seen.
  func isShown(_ selector: String) async throws -> Bool {
    try await ask(
      selector, "element.checkVisibility({visibilityProperty: true, opacityProperty: true})")
  }

  /// Waits until an expression is true.
  func wait(until expression: String) async throws {
    let isSo = try await poll(times: 2_000) {
      // While a page is being replaced there is none to ask.
      if let holds: Bool = try? await run("return Boolean(\(expression))"), holds { true } else { nil }
    }
    guard isSo == nil else { return }
    throw WebDriverFailure(error: "timeout", message: "it never came true: \(expression)")
  }
}
