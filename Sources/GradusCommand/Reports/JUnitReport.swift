import SourceText

/// The report as JUnit's XML, which most services for continuous integration read.
struct JUnitReport {
  private let suites: [(path: String, suite: TestSuite)]

  /// Makes the report, with paths as they are written from a folder.
  init(_ report: Report, from folder: String) {
    suites = report.entries.flatMap { entry in
      entry.testSuites.map { (relativePath("\(entry.location.root)/\($0.file)", from: folder), $0) }
    }
  }

  /// The document, with a line break at its end.
  var text: String {
    let cases = suites.flatMap(\.suite.cases)
    var root = XMLElement(
      "testsuites",
      [
        ("name", "gradus"), ("tests", String(cases.count)),
        ("failures", String(cases.count(where: \.hasFailed))),
      ])
    root.attributes += [("errors", "0")] + Self.time(suites.compactMap(\.suite.time))
    root.children = suites.map { Self.element($0.suite, path: $0.path) }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.text()
  }

  private static func element(_ suite: TestSuite, path: String) -> XMLElement {
    let cases = suite.cases
    var element = XMLElement(
      "testsuite",
      [
        ("name", path), ("tests", String(cases.count)), ("failures", String(cases.count(where: \.hasFailed))),
        ("errors", "0"), ("skipped", String(cases.count(where: \.isSkipped))), ("file", path),
      ])
    element.attributes += time(suite.time.map { [$0] } ?? [])
    element.children = cases.map { self.element($0, path: path) }
    return element
  }

  private static func element(_ test: TestCase, path: String) -> XMLElement {
    var element = XMLElement("testcase", [("name", test.name), ("classname", path)])
    element.attributes += time(test.time.map { [$0] } ?? [])
    if test.hasFailed {
      element.children = [failure(of: test, path: path)]
    } else if test.isSkipped {
      element.children = [XMLElement("skipped", [("message", "something that it needs has failed")])]
    }
    if !test.warnings.isEmpty {
      let text = test.warnings.map { $0.line(path: path) }.joined(separator: "\n")
      element.children.append(XMLElement("system-out", text: text))
    }
    return element
  }

  private static func failure(of test: TestCase, path: String) -> XMLElement {
    guard let first = test.errors.first else {
      return XMLElement("failure", [("type", "claim"), ("message", "it does not hold")])
    }
    let more = test.errors.count - 1
    let message = first.message + (more > 0 ? " (and \(counted(more, "more mistake", "more mistakes")))" : "")
    return XMLElement(
      "failure", [("type", first.code.rawValue), ("message", message)],
      text: test.errors.map { $0.line(path: path) }.joined(separator: "\n"))
  }

  /// Seconds with three decimals; no attribute where no time is known.
  private static func time(_ times: [Duration]) -> [(String, String)] {
    guard !times.isEmpty else { return [] }
    let parts = times.reduce(.zero, +).components
    let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    let decimals = String(1000 + milliseconds % 1000).dropFirst()
    return [("time", "\(milliseconds / 1000).\(decimals)")]
  }
}

extension Diagnostic {
  /// Where, what, and how to mend it, as in a terminal but without the excerpt.
  fileprivate func line(path: String) -> String {
    var coded = self
    coded.message += " [\(code.rawValue)]"
    let explanation = coded.explanation { "\(path):\($0.line):\($0.column): " }
    return "\(path):\(start.line):\(start.column): \(severity.rawValue): \(explanation)"
  }
}
