import LessonFormat
import SourceText
import Testing

/// Every character of a scalar leads back to where the author wrote it.
@Suite struct ScalarMapTests {
  /// Documents of one key whose value holds an X, and the value.
  @Test(arguments: [
    ("a: b X c", "b X c"),
    ("a: b  \n   c\n  X", "b c X"),
    ("a: b\n\n\n  X", "b\n\nX"),
    ("a: 'it''s X'", "it's X"),
    ("a: 'b \n\n  c X'", "b\nc X"),
    ("a: \"t\\t\\u00e9\\x41\\\"X\"", "t\té\u{41}\"X"),
    ("a: \"b \\\n   c X\"", "b c X"),
    ("a: \"\\U0001F600X\\N\\_\\L\\P\\e\\0\"", "\u{1F600}X\u{85}\u{A0}\u{2028}\u{2029}\u{1B}\0"),
    ("a: |\n  b\n    c\n\n  X\n", "b\n  c\n\nX\n"),
    ("a: |-\n  b\n  X\n\n", "b\nX"),
    ("a: |+\n  b X\n\n\n", "b X\n\n\n"),
    ("a: |2\n    b X\n", "  b X\n"),
    ("a: >\n  b\n  c\n\n  d\n   e\n  X\n", "b c\nd\n e\nX\n"),
    ("a: >-  # comment\n\n  b\n  X", "\nb X"),
    ("a: é日 X", "é日 X"),
    ("a: b\r\n  X\r\n", "b X"),
    ("a: |\r\n  b\r\n  X\r\n", "b\nX\n"),
    ("a: b\u{2028}  X", "b\u{2028}X"),
    ("a: b\u{85}  X", "b X"),
    ("\u{FEFF}a: b X", "b X"),
    ("a: 'b\tX\t'", "b\tX\t"),
  ])
  func offsetsLeadBackToTheSource(_ text: String, _ expected: String) throws {
    let (datum, diagnostics) = readYAML(text)
    let value = try #require(datum?["a"]?.textValue, "\(diagnostics.map(\.message))")
    #expect(value.text == expected)
    let derived = try #require(value.text.utf8.firstIndex(of: UInt8(ascii: "X")))
    let original = try #require(Array(text.utf8).firstIndex(of: UInt8(ascii: "X")))
    let offset = value.text.utf8.distance(from: value.text.utf8.startIndex, to: derived)
    #expect(value.source(of: offset) == original)
    #expect(value.span(of: offset..<offset + 1) == Span(original, original + 1))
  }

  @Test func aBodyInsideAQuoteLeadsThroughBothMaps() throws {
    let source = "> a: b\n>   X Y\n"
    let file = SourceFile(path: "a.md", text: source)
    var body = MappedText(at: 2)
    body.append("a: b\n", from: Span(2, 7))
    body.append("  X Y\n", from: Span(9, 15))
    let value = try #require(YAMLReader.read(body, in: file, code: .parameter).datum?["a"]?.textValue)
    #expect(value.text == "b X Y")
    #expect(file.text(in: value.span(of: 4..<5)) == "Y")
    #expect(file.text(in: value.span) == "b\n>   X Y")
  }
}
