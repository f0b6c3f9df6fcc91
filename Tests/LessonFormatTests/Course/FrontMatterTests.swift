import LessonFormat
import SourceText
import Testing

/// What stands between the `---` lines.
@Suite struct FrontMatterTests {
  private func read(_ text: String) throws -> (FrontMatter, [Diagnostic]) {
    let file = SourceFile(path: "a.md", text: text)
    let (datum, diagnostics) = YAMLReader.read(MappedText(text, at: 0), in: file, code: .frontMatter)
    let (result, more) = FrontMatterReader.read(try #require(datum), in: file)
    return (result, diagnostics + more)
  }

  @Test func everyKeyIsRead() throws {
    let (matter, diagnostics) = try read(
      """
      title: 2024
      subtitle: "A: b"
      description: true
      author: [A. Author, {name: B. Author}]
      date: 2026-01-31
      keywords: [a, b c]
      lang: pt-BR
      draft: true
      bibliography: ../references.yml
      seed: 9_007_199_254_740_993
      """)
    #expect(diagnostics.isEmpty)
    #expect(matter.title == "2024")
    #expect(matter.subtitle == "A: b")
    #expect(matter.description == "true")
    #expect(matter.authors == ["A. Author", "B. Author"])
    #expect(matter.date == "2026-01-31")
    #expect(matter.keywords == ["a", "b c"])
    #expect(matter.language == "pt-BR")
    #expect(matter.isDraft)
    #expect(matter.bibliography?.value == "../references.yml")
    // 2^53 + 1, which a double cannot hold.
    #expect(matter.seed?.value == 9_007_199_254_740_993)
  }

  @Test func oneAuthorAndKeywordsBetweenCommas() throws {
    let (matter, diagnostics) = try read("title: a\nauthor: {name: A}\nkeywords: a, b c ,d")
    #expect(diagnostics.isEmpty)
    #expect(matter.authors == ["A"])
    #expect(matter.keywords == ["a", "b c", "d"])
  }

  @Test(arguments: [
    ("title: a\ntilte: b", ["2:1"]), ("subtitle: a", ["1:1"]), ("", ["1:1"]), ("title:", ["1:1"]),
    ("title: ''", ["1:8"]),
    ("title: [a]", ["1:8"]), ("title: a\nseed: -1", ["2:7"]), ("title: a\nseed: 1.5", ["2:7"]),
    ("title: a\nseed: 1e300", ["2:7"]),
    ("title: a\nseed: '1'", ["2:7"]), ("title: a\ndraft: yes", ["2:8"]), ("title: a\nlang: e n", ["2:7"]),
    ("title: a\nauthor: [{nam: b}, [c]]", ["2:10", "2:11", "2:20"]), ("title: a\nkeywords: {a: b}", ["2:11"]),
    ("- title: a", ["1:1"]), ("title", ["1:1"]), ("x: 1\ny: 2\nz: 3", ["1:1", "1:1", "2:1", "3:1"]),
  ])
  func mistakesAreReportedAllAtOnce(_ text: String, _ expected: [String]) throws {
    let (_, diagnostics) = try read(text)
    #expect(places(diagnostics) == expected, "\(diagnostics.map(\.message))")
    #expect(diagnostics.allSatisfy { $0.code == .frontMatter })
  }

  @Test func anUnknownKeyNamesTheNearest() throws {
    #expect(try read("title: a\ntilte: b").1.first?.help == "did you mean “title”?")
  }

  @Test func tenThousandUnknownKeysOnOneLineEnd() throws {
    let text = "{" + (0..<10_000).map { "k\($0): 1" }.joined(separator: ", ") + "}"
    #expect(try read(text).1.count == 101)
  }
}
