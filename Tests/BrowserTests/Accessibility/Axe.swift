import Foundation
import Testing

/// Looks for barriers with axe-core (https://github.com/dequelabs/axe-core), which `Scripts/fetch-axe` fetches.
enum Axe {
  /// What is wrong with some elements of a page, or what could not be decided.
  struct Finding: Decodable, CustomStringConvertible {
    let rule: String
    let help: String
    let nodes: [Node]

    var description: String { "\(rule): \(help) \(nodes)" }
  }

  /// An element, and why it was found.
  struct Node: Decodable, CustomStringConvertible {
    let html: String
    let reason: String
    /// Why a contrast could not be decided.
    let doubt: String?
    let isInDrawing: Bool

    var description: String { "\(html): \(reason)" }
  }

  struct Report: Decodable {
    let violations: [Finding]
    let incomplete: [Finding]
    /// How many rules had something to look at and found nothing.
    let passed: Int
  }

  static let script = Requirements.checkout.appending(path: ".build/axe/axe.min.js")
  static let isHere = Requirements.isUnderCI || FileManager.default.fileExists(atPath: script.path)

  /// Looks at the page that a browser shows.
  ///
  /// Without contrasts it takes a quarter of the time.
  static func report(_ browser: Browser, contrasts: Bool = true) async throws -> Report {
    try #require(FileManager.default.fileExists(atPath: script.path), "Scripts/fetch-axe was not run")
    let source = try String(contentsOf: script, encoding: .utf8)
    let report: Report? = try await browser.runAsynchronously("\(source);\n\(look)", .boolean(contrasts))
    return try #require(report, "axe-core gave up")
  }

  private static let look = """
    const [contrasts, done] = arguments;
    const told = (found) => found.map(({ id, help, nodes }) => ({
      rule: id, help,
      nodes: nodes.map((node) => {
        const checks = [...node.any, ...node.all, ...node.none];
        return {
          html: node.html.slice(0, 200),
          reason: checks.map((check) => check.message).join("; "),
          doubt: checks.map((check) => check.data?.messageKey).find(Boolean) ?? null,
          isInDrawing: Boolean(document.querySelector(node.target.at(-1))?.closest("svg")),
        };
      }),
    }));
    axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "color-contrast": { enabled: contrasts } },
      // Style sheets and media are not asked for once more, which a page from a disk may not do.
      preload: false,
    }).then(
      ({ violations, incomplete, passes }) =>
        done({ violations: told(violations), incomplete: told(incomplete), passed: passes.length }),
      () => done(null));
    """
}

extension Axe.Finding {
  /// Why nothing needs to be done about what axe-core could not decide; nil where something does.
  ///
  /// Colours come from the tokens of the theme and the palette of figures, whose contrasts `ContrastTests` computes.
  var settlement: String? {
    guard rule == "color-contrast" else { return nil }
    let reasons = nodes.map { node in
      switch node.doubt {
      case "shortTextContent", "nonBmp": "a sign alone, in the colour of the words around it"
      case _ where node.isInDrawing: "words in a drawing"
      case "bgGradient": "on the bar of a margin, whose colour ContrastTests compares"
      case "elmPartiallyObscured", "elmPartiallyObscuring", "bgOverlap": "scrolled away in its box"
      default: nil as String?
      }
    }
    return reasons.contains(nil) ? nil : Set(reasons.compactMap(\.self)).sorted().joined(separator: "; ")
  }
}
