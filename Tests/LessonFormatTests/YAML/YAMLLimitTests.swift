import LessonFormat
import SourceText
import Testing

/// A hostile document, too long to be printed.
struct HostileDocument: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let place: String?

  init(
    _ name: String, _ unit: String, times count: Int, place: String? = nil,
    in frame: (String, String) = ("", "")
  ) {
    self.testDescription = name
    self.text = frame.0 + String(repeating: unit, count: count) + frame.1
    self.place = place
  }
}

/// Hostile documents get a diagnostic, soon.
@Suite struct YAMLLimitTests {
  @Test(arguments: [
    HostileDocument("nested lists", "[", times: 100_000, place: "1:65"),
    HostileDocument("nested mappings", "{a: ", times: 20_000, place: "1:257"),
    HostileDocument("a chain of entries", "- ", times: 100_000, place: "1:129"),
    HostileDocument("a chain of keys", "? ", times: 100_000, place: "1:3"),
    HostileDocument("a million numbers", "1,", times: 1_000_000, place: "1:1000001", in: ("a: [", "]")),
    HostileDocument("many short entries", "1,", times: 200_000, place: "1:200000", in: ("[", "]")),
    HostileDocument("a text of two megabytes", "x", times: 2_000_000, place: "1:1000001"),
  ])
  func isRefusedAtThePlaceThatPassesTheLimit(_ document: HostileDocument) {
    let result = readYAML(document.text)
    #expect(result.datum == nil)
    #expect(places(result.diagnostics) == [document.place], "\(result.diagnostics.map(\.message))")
  }

  @Test func depthUpToTheLimitIsRead() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(readYAML(text).diagnostics.isEmpty)
  }

  @Test func mistakesBeyondAHundredAreNotListed() {
    let text = String(repeating: "a: 1\n", count: 5_000)
    let diagnostics = readYAML(text).diagnostics
    #expect(diagnostics.count == 101)
    #expect(diagnostics.last?.message.contains("more than 100 mistakes") == true)
  }

  @Test(arguments: [
    HostileDocument("quotes that never close", "a: 'x\n", times: 10_000),
    HostileDocument("only quotes", "\"", times: 50_001),
    HostileDocument("a long comment", "#", times: 300_000),
    HostileDocument("empty lines", "\n", times: 300_000),
    HostileDocument("a block of spaces", " ", times: 200_000, in: ("a: |\n", "")),
    HostileDocument("a folded block", "  x\n\n", times: 20_000, in: ("a: >\n", "")),
    HostileDocument("escapes", "\\n", times: 50_000, in: ("a: \"", "\"")),
    HostileDocument("anchors", "&a ", times: 5_000),
    HostileDocument("letters of two bytes", "é", times: 100_000),
    HostileDocument("a long number", "9", times: 300_000),
    HostileDocument("pairs without a mapping", "k: v, ", times: 20_000),
    HostileDocument("keys below keys", "a:\n ", times: 200),
  ])
  func whateverItIsReadingEnds(_ document: HostileDocument) {
    let (datum, diagnostics) = readYAML(document.text)
    #expect(datum != nil || !diagnostics.isEmpty)
  }
}
