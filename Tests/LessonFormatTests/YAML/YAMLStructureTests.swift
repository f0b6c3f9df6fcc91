import LessonFormat
import SourceText
import Testing

/// What plain scalars, quotes and collections are read as.
@Suite struct YAMLStructureTests {
  @Test(arguments: [
    ("a: 1", "{a: 1}"),
    ("a: -2.5e-3", "{a: -2.5e-3}"),
    ("a: 1_000", "{a: 1_000}"),
    ("a: [0, 0.5, 1E5, 1e+05]", "{a: [0, 0.5, 1E5, 1e+05]}"),
    (
      "a: [010, 0x10, .5, 1., 1e, 1__0, _1, 1_, +1, --1]",
      "{a: [«010», «0x10», «.5», «1.», «1e», «1__0», «_1», «1_», «+1», «--1»]}"
    ),
    (
      "a: [12:30, No, yes, on, ~, null, True, .inf, .nan]",
      "{a: [«12:30», «No», «yes», «on», «~», «null», «True», «.inf», «.nan»]}"
    ),
    ("a: [true, false, \"true\", '1']", "{a: [TRUE, FALSE, «true», «1»]}"),
    ("No: 1\n2: b\n1_0: c\ntrue: d", "{No: 1, 2: «b», 1_0: «c», true: «d»}"),
    ("a:\nb: ''", "{a: –, b: «»}"),
    ("- 1\n- - 2\n  - 3\n-", "[1, [2, 3], –]"),
    ("a:\n- 1\nb: {c: [d, e], f: }", "{a: [1], b: {c: [«d», «e»], f: –}}"),
    ("", "–"), ("# a comment\n", "–"), ("---\na: 1\n...\n", "{a: 1}"),
    ("model: y = b1 * (1 - exp(-b2 * x))", "{model: «y = b1 * (1 - exp(-b2 * x))»}"),
    ("- abs(sum(p) - 1) < 1e-12", "[«abs(sum(p) - 1) < 1e-12»]"),
    ("\u{FEFF}a: b", "{a: «b»}"),
    ("a: b\r\nc: 1\r\n", "{a: «b», c: 1}"),
    ("ü: [é, 日本]", "{ü: [«é», «日本»]}"),
    ("a: ١٢", "{a: «١٢»}"),
  ])
  func readsStructureOnly(_ text: String, _ expected: String) {
    let (datum, diagnostics) = readYAML(text)
    #expect(outline(datum) == expected)
    #expect(diagnostics.isEmpty)
  }

  @Test func numbersHaveTheirValue() {
    let numbers = readYAML("[1_000.5, -2.5e-3, 0]").datum?.listValue?.compactMap(\.numberValue)
    #expect(numbers == [1000.5, -0.0025, 0])
  }

  @Test func spansHoldScalarsWithTheirQuotesAndCollectionsUpToTheirLastEntry() throws {
    let text = "a: \"x\"\nb:\n  - 'é'\n  - [1, 2]   \nc: |\n  t\n\nd: e  # no\n"
    let file = SourceFile(path: "a.md", text: text)
    let datum = try #require(readYAML(text).datum)
    let entries = try #require(datum.mappingValue)
    #expect(entries.map { file.text(in: $0.key.span) } == ["a", "b", "c", "d"])
    #expect(
      entries.map { file.text(in: $0.value.span) } == ["\"x\"", "- 'é'\n  - [1, 2]", "|\n  t", "e"])
    #expect(file.text(in: datum.span) == String(text.dropLast(7)))
    let items = try #require(entries[1].value.listValue)
    #expect(items.map { file.text(in: $0.span) } == ["'é'", "[1, 2]"])
  }

  @Test func describesItselfForMessages() throws {
    let items = try #require(readYAML("[Paris, 1.0, true, [1, 2, 3], {a: 1}, '', [], ]").datum?.listValue)
    #expect(
      items.map(\.summary) == [
        "the text “Paris”", "the number 1.0", "“true”", "a list of 3 entries", "a mapping of 1 key",
        "an empty text", "an empty list",
      ])
  }
}
