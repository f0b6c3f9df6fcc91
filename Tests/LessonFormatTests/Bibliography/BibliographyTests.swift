import LessonFormat
import SourceText
import Testing

/// Bibliographies in CSL-JSON and CSL-YAML.
@Suite struct BibliographyTests {
  private func read(_ text: String) -> (Bibliography, [Diagnostic]) {
    BibliographyReader.read(SourceFile(path: "references.yml", text: text))
  }

  /// An entry as Zotero exports it, and the same as Pandoc's metadata.
  @Test(arguments: [
    """
    [{"id":"vr1995","type":"report","title":"Python <i>tutorial</i>",
    "author":[{"family":"Rossum","given":"Guido","non-dropping-particle":"van"}],
    "issued":{"date-parts":[["1995",5]]},"DOI":"10.1/x","citation-key":"vr1995","custom":{"a":[1]}}]
    """,
    """
    ---
    references:
    - id: vr1995
      type: report
      title: Python tutorial
      author:
      - family: Rossum
        given: Guido
        non-dropping-particle: van
      issued: 1995-05
      doi: 10.1/x
    nocite: all
    ---
    """,
  ])
  func jsonAndYAMLSayTheSame(_ text: String) throws {
    let (bibliography, diagnostics) = read(text.hasSuffix("---") ? String(text.dropLast(3)) : text)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let entry = try #require(bibliography["vr1995"])
    #expect(entry.kind == .report && entry[.title] == "Python tutorial" && entry[.doi] == "10.1/x")
    #expect(entry.authors.map(\.wholeFamily) == ["van Rossum"] && entry.authors[0].given == "Guido")
    #expect(entry.issued?.year == 1995 && entry.issued?.month == 5)
    #expect(bibliography.isWhole)
  }

  @Test(arguments: [
    ("2022", "2022-nil-nil"), ("\"2022-03-29\"", "2022-3-29"), ("{date-parts: [[2022, 3, 29]]}", "2022-3-29"),
    ("{date-parts: [2022, 21]}", "2022-nil-nil"), ("{year: 2022, month: 3}", "2022-3-nil"),
    ("[{year: 2022}]", "2022-nil-nil"),
    ("{raw: 2022-03}", "2022-3-nil"), ("2019/2021", "2019-nil-nil"), ("-0043", "-43-nil-nil"),
    ("2022~", "ca 2022-nil-nil"),
    ("{date-parts: [[2022]], circa: true}", "ca 2022-nil-nil"), ("in press", "words in press"),
    ("{literal: spring}", "words spring"),
    ("2019-2021", "words 2019-2021"), ("99999999999999999999", "words 99999999999999999999"),
  ])
  func datesHaveManyForms(_ written: String, _ expected: String) throws {
    let (bibliography, diagnostics) = read(
      "- {id: a, issued: \(written)}".replacing(
        "{id: a, issued: \(written)}", with: "id: a\n  issued: \(written)"))
    #expect(diagnostics.isEmpty)
    let date = try #require(bibliography["a"]?.issued)
    let parts = [date.year, date.month, date.day].map { $0.map { String($0) } ?? "nil" }.joined(
      separator: "-")
    #expect((date.isCirca ? "ca " : "") + (date.words.isEmpty ? parts : "words \(date.words)") == expected)
  }

  @Test(arguments: [
    ("- id: ▸a\n- id: b\n- id: ▸a", 1), ("- ▸type: book\n  title: x", 1), ("- ▸a", 1), ("▸references", 1),
    ("- id: a\n  type: ▸bok", 1),
    ("- id: ▸[1]", 1), ("- id: a\n  title: ▸{x: 1}", 1), ("- id: a\n  author: [▸[b]]", 1),
    ("- id: a\n  author: [▸{given: ''}]", 1),
    ("- id: a\n  issued: ▸{x: 1}", 1), ("- id: a\n  title: b\n  ▸title: c", 1),
    ("- id: a\n  title: x▸: y", 1),
  ])
  func mistakesHaveTheirPlaces(_ marked: String, _ count: Int) throws {
    let text = MarkedText(marked)
    let (_, diagnostics) = read(text.text)
    #expect(diagnostics.map(\.code) == [.citation])
    #expect(diagnostics.first?.start == text.positions.last, "\(diagnostics)")
  }

  @Test func unknownKindsAreSuggestedAndUnknownFieldsPassedOver() {
    let (bibliography, diagnostics) = read("- id: a\n  type: artcle\n  keyword: b\n  shelf: {x: [1]}")
    #expect(diagnostics.map(\.help) == ["did you mean article?"])
    #expect(bibliography["a"]?.kind == .document && bibliography.isWhole)
  }

  /// JSON writes U+1D53C as two halves; a tab may indent, and a slash be escaped.
  @Test func everyEscapeOfJSONIsRead() {
    let (bibliography, diagnostics) = read(
      "[\n\t{\"id\":\"a\",\"title\":\"\\ud835\\udd3c \\u00e9 \\/ \\\\ud835\"},\r\n {\"id\": 7}]")
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(bibliography["a"]?[.title] == "\u{1D53C} é / \\ud835" && bibliography["7"] != nil)
  }

  @Test func placesBehindAnEscapeAreRight() {
    let text = MarkedText("[{\"id\": \"a\", \"title\": \"\\ud835\\udd3c\", \"type\": ▸\"bok\"}]")
    #expect(read(text.text).1.map(\.start) == text.positions)
    #expect(read("[{\"id\": \"\\ud835\"}]").1.count == 1)
  }

  @Test func allMistakesAreListedAtOnce() {
    let (bibliography, diagnostics) = read("- id: a\n  type: x\n- title: b\n- id: c\n  issued: {}\n- id: a")
    #expect(diagnostics.count == 4)
    #expect(Array(bibliography.keys) == ["a", "c"] && !bibliography.isWhole)
  }

  @Test func nothingAndHostileFilesAreNoTrouble() {
    #expect(read("").0.entries.isEmpty && read("").1.isEmpty && read("[]").1.isEmpty)
    let bytes = SourceFile(path: "r.yml", bytes: Array("- id: a\né".utf8) + [0xC3, 0x28])
    #expect(BibliographyReader.read(bytes).1.map(\.start) == [Position(line: 2, column: 2)])
    let large = read(String(repeating: "- id: a\n", count: 200_000))
    #expect(large.1.count == 1 && large.0.entries.isEmpty && !large.0.isWhole)
    let deep = read(String(repeating: "[", count: 10_000))
    #expect(deep.1.count == 1 && !deep.0.isWhole)
    let many = read(String(repeating: "- {}\n", count: 5_000))
    #expect(many.1.count == 101)
  }
}
