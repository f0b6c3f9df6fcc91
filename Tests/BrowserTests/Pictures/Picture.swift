import Foundation
import Testing

/// A view of a page that is kept as a picture.
struct Picture: Sendable, CustomTestStringConvertible {
  let name: String
  let page: String
  let view: View
  /// What the picture begins with; the top of the page without one.
  var start: String?

  var testDescription: String { name }

  static let all = [
    Picture(name: "home-360-light", page: "index.html", view: View(width: 360, height: 720)),
    Picture(name: "home-1440-dark", page: "index.html", view: View(width: 1440, scheme: .dark)),
    Picture(name: "lesson-1440-light", page: "figures/claims.html", view: View(width: 1440)),
    Picture(
      name: "lesson-360-dark", page: "figures/claims.html", view: View(width: 360, height: 720, scheme: .dark)
    ),
    Picture(name: "charts-768-light", page: "figures/charts.html", view: View(width: 768, height: 1000)),
    Picture(
      name: "steps-768-dark", page: "figures/steps.html", view: View(width: 768, height: 900, scheme: .dark),
      start: "figure"),
    Picture(
      name: "exercises-768-dark", page: "text/exercises.html",
      view: View(width: 768, height: 900, scheme: .dark)),
    Picture(name: "derivation-360-light", page: "text/derivations.html", view: View(width: 360, height: 720)),
    Picture(
      name: "blocks-1440-light", page: "text/blocks.html", view: View(width: 1440), start: ".callout"),
  ]

  /// Half as large as the page: letters matter less than where they stand.
  private static let scale = 0.5

  /// Takes the picture, as a PNG in base 64.
  func take(_ browser: Browser) async throws -> String {
    var view = view
    view.reducesMotion = true
    try await browser.look(view, scale: Self.scale)
    try await browser.open(Showcase.site.page(page))
    let _: Bool = try await browser.runAsynchronously(
      """
      const [start, done] = arguments;
      if (start) document.querySelector(start).scrollIntoView({ behavior: "instant" });
      document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
      """, start.map(JSON.text) ?? .null)
    return try await browser.screenshot()
  }
}
