import Foundation
import Testing

@Suite struct DocumentationTests {
  @Test func theArchitectureNamesEveryTarget() throws {
    let text = try Checkout.text("ARCHITECTURE.md")
    for target in try Checkout.targets() {
      #expect(text.contains("`\(target)`"), "ARCHITECTURE.md says nothing of \(target)")
    }
  }

  @Test(arguments: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"])
  func everyPathInTheDocumentsExists(_ document: String) throws {
    let text = try Checkout.text(document)
    let paths = text.matches(of: /`((?:Sources|Tests|Lessons|Benchmarks|Scripts|site|docs)\/[\w.\/-]+)`/).map
    { String($0.1) }
    for path in paths where !path.contains("site/public") {
      #expect(Checkout.exists(path), "\(document) names \(path), which does not exist")
    }
    let links = text.matches(of: /\]\((?!https?:|=)([^)#]+)/).map { String($0.1) }
    for link in links {
      #expect(Checkout.exists(link), "\(document) links to \(link), which does not exist")
    }
    #expect(!paths.isEmpty || !links.isEmpty || document == "CHANGELOG.md")
  }

  @Test func theReadmeNamesEveryPackageThatIsInstalled() throws {
    let makefile = try Checkout.text("Makefile")
    let readme = try Checkout.text("README.md")
    let lines = makefile.split(separator: "\n").filter { $0.contains("_PACKAGES = ") }
    #expect(lines.count == 4)
    for package in lines.flatMap({ $0.split(separator: "=")[1].split(separator: " ") }) {
      #expect(readme.contains(package), "README.md does not name \(package)")
    }
    for match in try Checkout.text("Package.swift").matches(of: /github\.com\/([\w.-]+\/[\w.-]+)"/) {
      #expect(readme.contains(match.1), "README.md does not name \(match.1)")
    }
  }

  @Test func theChangelogBeginsWithWhatIsUnreleased() throws {
    let headings = try Checkout.text("CHANGELOG.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.first == "## [Unreleased]")
  }
}

@Suite struct SourceBudgetTests {
  /// Long files hide their parts: split them before they pass this.
  private static let mostLines = 400

  @Test func noSourceFileIsTooLong() throws {
    let files = Checkout.swiftFiles(below: "Sources") + Checkout.swiftFiles(below: "Tests")
    #expect(files.count > 100)
    for file in files {
      let lines = try Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= Self.mostLines + 1, "\(file) has \(lines) lines")
    }
  }

  @Test func nothingIsForcedInSources() throws {
    let forced = /(?:\btry!|\bas!|\bTODO\b|\bFIXME\b|fatalError\(\))/
    for file in Checkout.swiftFiles(below: "Sources") {
      for (number, line) in try Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      where line.contains(forced) {
        Issue.record("\(file):\(number + 1): \(line)")
      }
    }
  }
}
