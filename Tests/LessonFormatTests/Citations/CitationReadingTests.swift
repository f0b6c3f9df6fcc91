import LessonFormat
import SourceText
import Testing

/// What counts as a citation, with its keys and what stands around them.
@Suite struct CitationReadingTests {
  private func read(_ text: String) -> Lesson {
    LessonReader().read(SourceFile(path: "a.md", text: "---\ntitle: T\n---\n\n" + text + "\n"))
  }

  /// A citation in one line: `t` for one in a sentence, then prefix|key|suffix, with a minus before a key
  /// without authors.
  private func described(_ citation: Citation) -> String {
    (citation.isTextual ? "t " : "")
      + citation.items.map { "\($0.prefix)|\($0.omitsAuthors ? "-" : "")\($0.key.value)|\($0.suffix)" }
      .joined(separator: "; ")
  }

  /// Pandoc's manual has these forms in its section on citations.
  @Test(arguments: [
    ("[@a]", ["|a|"]), ("[@a, table 3]", ["|a|, table 3"]),
    ("[see @a, pp. 33-35; also @b, ch. 1]", ["see|a|, pp. 33-35; also|b|, ch. 1"]),
    ("[-@a]", ["|-a|"]), ("[see -@a p. 3]", ["see|-a|, p. 3"]), ("[@a and others]", ["|a| and others"]),
    ("@a says", ["t |a|"]), ("@a [p. 33] says", ["t |a|, p. 33"]), ("@a [@b]", ["t |a|", "|b|"]),
    ("@a.", ["t |a|"]), ("(@a's)", ["t |a|"]), ("@smith_2020-b:x/y", ["t |smith_2020-b:x/y|"]),
    ("@größe2020", ["t |größe2020|"]),
    ("@{a b}", ["t |a b|"]), ("[@{https://a.b/c}]", ["|https://a.b/c|"]), ("@2020a", ["t |2020a|"]),
    ("*[@a]* **@b**", ["|a|", "t |b|"]), ("[@a,\np. 3]", ["|a|, p. 3"]),
    ("[\\*see @a, p. \\_3; @b]", ["*see|a|, p. _3; |b|"]),
    ("[Smith &amp; Co, @a]", ["Smith & Co,|a|"]), ("[@a;@b]", ["|a|; |b|"]), ("[@a [p. 3]]", ["t |a|, p. 3"]),
  ])
  func citationsAreReadAsPandocReadsThem(_ text: String, _ expected: [String]) {
    let lesson = read(text)
    #expect(lesson.citations.map(described) == expected, "\(lesson.diagnostics)")
    #expect(lesson.diagnostics.isEmpty)
    #expect(LessonInvariants(lesson).violations.isEmpty)
  }

  @Test(arguments: [
    "me@a.org", "a@b", "é@a", "\\@a", "`@a`", "$@a$", "https://a.b/@c", "<https://a.b/@c>", "@ a", "@", "@.a",
    "[@]", "@{", "@{}",
    "5 @ 3", "@fig-x", "[@fig-x]", "[see @eq-x]", "<b title=\"@a\">",
  ])
  func whatIsNoCitationStaysWhatItIs(_ text: String) {
    #expect(read(text).citations.isEmpty)
  }

  @Test func textAroundCitationsIsKept() {
    let dump = LessonDumper.dump(read("Before [see @a, https://x, p. 1] after, @b."))
    #expect(dump.contains("citation"))
    let lesson = read("Before [see @a,\np. 3] after, @b [ch. 2] end.")
    guard case .paragraph(let inlines)? = lesson.blocks.first?.kind else {
      Issue.record("no paragraph")
      return
    }
    let pieces = inlines.map { lesson.file.text(in: $0.span) }
    #expect(pieces == ["Before ", "[see @a,\np. 3]", " after, ", "@b [ch. 2]", " end."])
  }

  @Test(arguments: [
    ("*as [@a] says*", "emphasis"), ("**[@a,\np. 3]** b", "strong"), ("[as @a says](https://a.b)", "link"),
    ("~~@a~~", "strikethrough"), ("*[@a, \\_]*", "emphasis"),
  ])
  func whatHoldsACitationIsKept(_ text: String, _ kind: String) {
    let dump = LessonDumper.dump(read(text))
    #expect(dump.contains("  \(kind)") && dump.contains("citation"), "\(dump)")
  }

  /// A key's place is its `@`, whatever it stands in.
  @Test(arguments: [
    "A [see ▸@a; -▸@b].", "> - *[▸@a]*", "# Heading ▸@a",
    "| a |\n|---|\n| [▸@a] |\n\n: Caption [▸@b] {#tbl-x}",
    "Note[^1].\n\n[^1]: Text [▸@a].", "```{x}\nfig-cap: \"As [▸@a] says\"\n```",
    "```{exercise}\nquestion: |\n  What says\n  [see ▸@a]?\nsolution: As ▸@b says.\n```",
    "```{let}\nsource: \"▸@a, table 3; ▸@b\"\nx: 1\n```",
    "```{table} t\nsource: >\n  ▸@a,\n  p. 3; see ▸@b\n```",
    "[a ▸@a b](https://a.b)", "![alt ▸@a](b.png)",
  ])
  func keysHaveTheirPlaces(_ marked: String) {
    let text = MarkedText("---\ntitle: T\n---\n\n\(marked)\n")
    let lesson = LessonReader().read(SourceFile(path: "a.md", text: text.text))
    let found = lesson.citations.flatMap(\.items).map { lesson.file.position(of: $0.key.span.start) }
    #expect(found == text.positions, "\(lesson.diagnostics.map(\.message))")
    #expect(!found.isEmpty)
  }

  @Test(arguments: [
    "[see *x* ▸@a]", "[▸@a, $n$]", "[@a, ▸`p`]", "[@a, ▸<b>]", "[@a, _x_]", "[@a, www.x.org]",
  ])
  func formattingInBracketsIsAMistake(_ text: String) {
    let lesson = read(text.replacing("▸", with: ""))
    #expect(lesson.diagnostics.map(\.code) == [.citation])
    #expect(lesson.citations.map(described).allSatisfy { $0.hasPrefix("t |a|") })
  }

  @Test(arguments: ["5", "", "\"Brown 2020\"", "[\"@a\"]", "\"@a; and b\"", "\"@fig-x\""])
  func aSourceNamesWorks(_ value: String) {
    let lesson = read("```{let}\nsource: \(value)\nx: 1\n```")
    #expect(lesson.diagnostics.map(\.code) == [.parameter])
    #expect(lesson.diagnostics.map(\.start) == [Position(line: 6, column: value.isEmpty ? 1 : 9)])
    #expect(lesson.directives[0].citedSource == nil)
  }

  @Test func aSourceIsNoValue() {
    let lesson = read("```{let}\nsource: \"@a\"\nx: 1\n```")
    #expect(lesson.directives[0].body.mappingValue?.map(\.key.value) == ["x"])
    #expect(lesson.directives[0].citedSource == 0)
  }

  @Test func longTextsOfBracketsTakeNoTime() {
    for text in ["[@a; ", "@{", "[", "@a [", "[@a]", "-@", "[see @", "@a:"] {
      let lesson = read(String(repeating: text, count: 20_000))
      #expect(LessonInvariants(lesson).violations.isEmpty)
    }
  }
}
