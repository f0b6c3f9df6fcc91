import LessonFormat
import SourceText
import Testing

/// Every mistake has its place, marked by ▸ in the document.
@Suite struct YAMLMistakeTests {
  @Test(arguments: [
    "a: 1\nb: 2\n▸a: 3",
    "{a: 1, ▸a: 2, b: 3, ▸b: 4}",
    "\"a\": 1\n▸'a': 2\n",
    "a: ▸!!str 1",
    "a: ▸&x 1\nb: ▸*x",
    "a: 1\n▸<<: {b: 1}",
    "a: 1\n▸---\nb: 2",
    "▸[a]: 1",
    "▸{a: b}: 1",
    "title: A▸: B",
    "a: [1, ▸2\n",
    "a: \"▸x\n",
    "a: ▸@x",
    "a: ▸`x`",
    "a: ▸%x",
    "é: 1\n  ▸\u{7}",
    "a: \u{FEFF}▸\u{FEFF}".replacing("\u{FEFF}▸", with: "▸"),
    "a: ▸1e999",
    "a: \"▸\\q\"",
  ])
  func isReportedWhereItIs(_ marked: String) {
    let text = marked.replacing("▸", with: "")
    var expected: [String] = []
    var before = ""
    for piece in marked.split(separator: "▸", omittingEmptySubsequences: false).dropLast() {
      before += piece
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      expected.append("\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)")
    }
    let diagnostics = readYAML(text).diagnostics
    #expect(places(diagnostics) == expected, "\(diagnostics.map(\.message))")
    #expect(diagnostics.allSatisfy { $0.code == .parameter && !$0.message.isEmpty })
  }

  @Test func theFirstOfTwoEqualKeysIsKept() {
    #expect(outline(readYAML("a: 1\na: 2\nb: 3").datum) == "{a: 1, b: 3}")
  }

  @Test(arguments: ["title: A: B", "a: [1, 2", "a: {b", "a: @x", "a: `x`", "a: %x", "a: [b] + c", "a: {b}_1"])
  func whatYAMLCannotReadIsToldToGoInQuotes(_ text: String) throws {
    let (datum, diagnostics) = readYAML(text)
    let help = try #require(diagnostics.first?.help)
    #expect(datum == nil)
    #expect(help.contains("goes in quotes, or on a line of its own"))
  }

  @Test func nothingIsKnownOfADocumentWithAnAlias() {
    #expect(readYAML("a: &x [1]\nb: [*x, *x]").datum == nil)
  }
}
