import LessonFormat
import SourceText
import Testing

/// What counts as mathematics, a reference, a label or a claim, and what is only text.
@Suite struct RecognitionTests {
  private func read(_ text: String) -> Lesson {
    LessonReader().read(SourceFile(path: "a.md", text: "---\ntitle: T\n---\n\n" + text + "\n"))
  }

  /// The rules are those of the lesson format: code binds first, the next unescaped dollar decides.
  @Test(arguments: [
    ("$a_1 + b_1$ and $x^*y^*$", ["a_1 + b_1", "x^*y^*"]),
    ("$5 and $6", []), ("$10,000 and 33 of them $330,000. But $a$.", ["a"]), ("$a$1", []), ("$ a$", []),
    ("$a $b$", ["b"]),
    ("`$a$` and `$` $b$", ["b"]), ("$a `b$` c$", []), ("$`a_b`$ c", ["a_b"]), ("$``a`b``$", ["a`b"]),
    ("\\$a$ b", []), ("$a\\$b$", ["a\\$b"]), ("$a\\\\$", ["a\\\\"]), ("$a\n+b$", ["a\n+b"]), ("$a\n\nb$", []),
    ("a $$b$$ c", ["b"]), ("$$b$$ and more", ["b"]), ("a $$$$ b", []), ("**$a$**", ["a"]),
    ("[$a$](/b)", ["a"]),
    ("> $a\n> b$", ["a\nb"]), ("$$ a", []), ("$a$$b$", ["a", "b"]), ("$[2](=1 + 1)$", ["[2](=1 + 1)"]),
  ])
  func dollarsFollowTheRules(_ text: String, _ expected: [String]) {
    let dump = LessonDumper.dump(read(text))
    let found = dump.split(separator: "\n").filter { $0.contains(" tex \"") }
      .compactMap { $0.split(separator: "\"", maxSplits: 1).last?.split(separator: "\" @").first }
      .map { String($0.replacing("⏎", with: "\n")) }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("@eq-x.", ["eq-x"]), ("(@fig-a-b_2)", ["fig-a-b_2"]), ("@sec-größe, @tbl-1", ["sec-größe", "tbl-1"]),
    ("me@fig-x.org", []), ("é@fig-x", []), ("\\@fig-x", []), ("`@fig-x`", []), ("@foo-x", []), ("@eq-", []),
    ("[@exr-a]", ["exr-a"]), ("*@eq-x*", ["eq-x"]), ("https://a.b/@eq-x", []), ("@eq-x: a", ["eq-x"]),
    ("@eq-x—@eq-y", ["eq-x", "eq-y"]), ("@eq-a.b", ["eq-a.b"]), ("$@eq-x$", []),
  ])
  func referencesAreWords(_ text: String, _ expected: [String]) {
    #expect(read(text).references.map(\.name) == expected)
  }

  @Test(
    arguments: [
      ("[58%](=p)", "58%", "p", nil), ("[](=p \"0.0%\")", "", "p", "0.0%"),
      ("[**2** *x*](=a+b)", "2 x", "a+b", nil),
      ("[a\nb](<= c d >)", "a b", "c d", nil), ("[`1` $2$](=p)", "1 $2$", "p", nil),
      ("[1\\*](<=a \\< b>)", "1*", "a < b", nil),
      ("[1](=f(a,(b)) 'x')", "1", "f(a,(b))", "x"), ("[&lt; 1](=a&amp;b)", "< 1", "a&b", nil),
      ("$\\claim{58\\%}{W_{2,3}}$", "58\\%", "W_{2,3}", nil), ("$\\val[0.0]{ p }$", "", "p", "0.0"),
      ("[1][r]\n\n[r]: =p", "1", "p", nil), ("[r]\n\n[R]: <=a b> \"±1\"", "r", "a b", "±1"),
    ] as [(String, String, String, String?)])
  func claimsAreReadWithTheirParts(_ source: String, _ text: String, _ expression: String, _ title: String?)
    throws
  {
    let lesson = read(source)
    #expect(lesson.claims.count == 1)
    let claim = try #require(lesson.claims.first)
    #expect(claim.text.text == text)
    #expect(claim.expression.text == expression)
    #expect(claim.title?.text == title)
    #expect(claim.isInsertion == text.isEmpty)
    #expect(lesson.diagnostics.isEmpty)
  }

  @Test func claimTextLeadsBackToItsDigits() throws {
    let lesson = read("> a\n> [about **4\\_2** \\%](=p)")
    let claim = try #require(lesson.claims.first)
    #expect(claim.text.text == "about 4_2 %")
    // The digits around the escape, as they stand in the file.
    #expect(lesson.file.text(in: claim.text.span(of: 6..<9)) == "4\\_2")
    #expect(lesson.file.text(in: claim.text.span(of: 6..<7)) == "4")
  }

  @Test(arguments: ["NOTE", "tip", "Important", "WARNING", "caution"])
  func calloutsAreNamedInAnyCase(_ name: String) {
    let lesson = read("> [!\(name)]\n> text")
    guard case .callout(let callout, let blocks)? = lesson.blocks.first?.kind else {
      Issue.record("no callout")
      return
    }
    #expect(callout.rawValue == name.uppercased())
    #expect(blocks.count == 1)
  }

  @Test(arguments: ["> [!NOTE] text", "> [!FOO]\n> text", "> a\n> [!NOTE]"])
  func otherQuotesStayQuotes(_ text: String) {
    guard case .quote? = read(text).blocks.first?.kind else {
      Issue.record("no quote")
      return
    }
  }

  @Test func tasksAreFoundInQuotesToo() {
    let lesson = read("> - [x] a [x]\n> - [ ] b [x]\n> - [ ]\n> - c")
    guard case .quote(let blocks)? = lesson.blocks.first?.kind, case .list(let list)? = blocks.first?.kind
    else {
      Issue.record("no list")
      return
    }
    #expect(list.items.map(\.isDone) == [true, false, nil, nil])
  }

  @Test func aDirectiveWithoutReadableYAMLSaysSo() {
    let lesson = read("```{let} a\na: [1\n```\n\n```{let} b\na: 1\n```")
    #expect(lesson.directives.map(\.isReadable) == [false, true])
    #expect(lesson.diagnostics.map(\.code) == [.parameter])
  }
}
