import Foundation
import Plotting
import Testing

/// The contrasts of the theme's colours, and of the figures' on its pages: WCAG 2.2, 1.4.3 and 1.4.11.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct ContrastTests {
  /// What stands on what: words, which need a contrast of 4.5, and signs, which need one of 3.
  private struct Pair {
    let front: String
    let ground: String
    let least: Double

    static func words(_ fronts: [String], on grounds: [String]) -> [Pair] {
      fronts.flatMap { front in grounds.map { Pair(front: front, ground: $0, least: 4.5) } }
    }

    static func signs(_ fronts: [String], on grounds: [String]) -> [Pair] {
      fronts.flatMap { front in grounds.map { Pair(front: front, ground: $0, least: 3) } }
    }
  }

  private static let pairs =
    Pair.words(["ink", "strong", "muted", "accent", "wrong", "caution"], on: ["paper", "raised"])
    + Pair.words(["ink", "strong", "accent"], on: ["accent-soft"])
    + Pair.words(["ink", "muted", "wrong"], on: ["wrong-soft"])
    + Pair.words(["paper"], on: ["accent"])
    + Pair.signs(["line-strong"], on: ["paper", "raised"])

  /// Hairlines and tints, which say nothing that words do not say.
  private static let ornaments: Set = ["line"]

  /// The colours of the theme as a browser resolves them, by the names of their custom properties.
  private func tokens(_ scheme: View.Scheme) async throws -> [String: RGB] {
    let sheet = try String(
      contentsOf: Requirements.checkout.appending(path: "site/theme/styles/base.css"), encoding: .utf8)
    let names = Set(sheet.matches(of: /(?m)^\s*--([\w-]+):/).map { String($0.1) }).sorted()
    let colors: [String: [UInt32]] = try await withBrowser(View(scheme: scheme)) { browser in
      try await browser.open(Showcase.site.page())
      return try await browser.run(
        """
        const [parent, probe, canvas] = ["div", "div", "canvas"].map((name) => document.createElement(name));
        document.body.append(parent);
        parent.append(probe);
        const brush = canvas.getContext("2d", { willReadFrequently: true });
        const colors = {};
        for (const name of arguments[0]) {
          probe.style.color = `var(--${name})`;
          // What is no colour leaves the parent's.
          const [one, other] = ["#010203", "#040506"].map((color) => {
            parent.style.color = color;
            return getComputedStyle(probe).color;
          });
          if (one !== other) continue;
          brush.fillStyle = one;
          brush.fillRect(0, 0, 1, 1);
          colors[name] = [...brush.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        }
        return colors;
        """, .list(names.map { .text($0) }))
    }
    return colors.mapValues { RGB($0.reduce(0) { $0 << 8 | $1 }) }
  }

  @Test(arguments: View.Scheme.allCases) func everythingCanBeToldFromItsGround(_ scheme: View.Scheme)
    async throws
  {
    let colors = try await tokens(scheme)
    for pair in Self.pairs {
      let front = try #require(colors[pair.front], "there is no colour --\(pair.front)")
      let ground = try #require(colors[pair.ground], "there is no colour --\(pair.ground)")
      let contrast = front.contrast(with: ground)
      #expect(contrast >= pair.least, "--\(pair.front) on --\(pair.ground) has \(contrast)")
    }
    let known = Self.ornaments.union(Self.pairs.flatMap { [$0.front, $0.ground] })
    // A property that is made of another has its contrasts.
    let unknown = colors.keys.filter { !known.contains($0) && !$0.hasPrefix("plot-") }
    #expect(unknown.isEmpty, "say above what these stand on")
  }

  @Test(arguments: View.Scheme.allCases) func figuresCanBeToldFromThePage(_ scheme: View.Scheme) async throws
  {
    let colors = try await tokens(scheme)
    let page = try #require(colors["plot-paper"])
    #expect(page == colors["paper"])
    let form: KeyPath<Pigment, RGB> = scheme == .light ? \.light : \.dark
    for ink in [Ink.ink, .muted] + Palette.series.indices.map(Ink.seriesText) {
      let contrast = ink.pigment[keyPath: form].contrast(with: page)
      #expect(contrast >= 4.5, "\(ink) has \(contrast)")
    }
    for ink in [Ink.axis, .background] + Palette.series.indices.map(Ink.series) {
      let contrast = ink.pigment[keyPath: form].contrast(with: page)
      #expect(contrast >= 3, "\(ink) has \(contrast)")
    }
  }
}
