/// How a reader looks at a page.
struct View: Sendable, CustomStringConvertible {
  enum Scheme: String, Sendable, CaseIterable {
    case light, dark
  }

  enum Medium: String, Sendable {
    case screen, print
  }

  var width = 1440
  var height = 900
  var scheme = Scheme.light
  var medium = Medium.screen
  var reducesMotion = false
  var runsScripts = true

  var description: String { "\(width) px, \(scheme)" }
}

extension Browser {
  /// Looks at this page and the next ones in another way.
  func look(_ view: View, scale: Double = 1) async throws {
    try await tool(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(view.width)), "height": .number(Double(view.height)),
        "deviceScaleFactor": .number(scale), "mobile": false,
      ])
    try await tool(
      "Emulation.setEmulatedMedia",
      [
        "media": .text(view.medium.rawValue),
        "features": [
          ["name": "prefers-color-scheme", "value": .text(view.scheme.rawValue)],
          [
            "name": "prefers-reduced-motion",
            "value": .text(view.reducesMotion ? "reduce" : "no-preference"),
          ],
        ],
      ])
    try await tool("Emulation.setScriptExecutionDisabled", ["value": .boolean(!view.runsScripts)])
  }
}
