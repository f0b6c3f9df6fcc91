import LessonFormat
import SourceText
import Testing

/// Every mistake that the reader finds, at the place that is marked in the text.
@Suite struct DiagnosticPlaceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let codes: [DiagnosticCode]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ codes: DiagnosticCode...) {
      self.name = name
      self.text = text
      self.codes = codes
    }
  }

  static let lostClaims: [Case] = [
    Case("a space in the expression", "A ▸[2](=1 + 1) b", .claim),
    Case("a missing parenthesis", "A ▸[2](=exp(2) b", .claim),
    Case("a space too early", "A ▸[7](= 3).", .claim),
    Case("angle brackets not closed", "A ▸[7](<= 3).", .claim),
    Case("a bracket missing", "A 7▸](=3 4).", .claim),
    Case("emphasis in the text", "▸[**2**](=1 + 1)", .claim),
    Case("brackets in the text", "▸[a [b] c](=1 + 1)", .claim),
    Case("several on a line", "é ▸[1](= 1) 😀 ▸[2](= 2)", .claim, .claim),
    Case("in a list", "- a\n\n  - b\n    ▸[2](= 1)", .claim),
    Case("in a quote", "> a\n>▸[2](= 1)\n> > ▸[2](= 1)", .claim, .claim),
    Case("on a lazy line", "> a\n   b ▸[2](= 1)", .claim),
    Case("behind odd indentation", "a\n       ▸[2](= 1)", .claim),
    Case("behind tabs", "- a\n\t▸[2](= 1)", .claim),
    Case("in a table", "| a | b |\n|---|---|\n| ü | ▸[2](= 1) |", .claim),
    Case("in a table in a quote", "> | a |\n> |---|\n>   | \\| ▸[2](= 1) |", .claim),
    Case("in a heading", "## a ▸[2](= 1) ##", .claim),
    Case("in an underlined heading", "a\n b ▸[2](= 1)\n===", .claim),
    Case("in an underlined heading below a definition", "[r]: /x\n▸[2](= 1)\n===", .claim),
    Case("below definitions", "[r]: /x\n[s]: /y\na ▸[2](= 1)", .claim),
    Case("above a table", "a \\| ▸[2](= 1)\n| a |\n|---|\n| b |", .claim),
    Case("in a footnote", "a[^n]\n\n[^n]: b\n    c ▸[2](= 1)", .claim),
    Case("behind an entity and an escape", "&amp;\\* ▸[2](= 1)", .claim),
    Case("behind a link over two lines", "[a](\n/b) c\n▸[2](= 1)", .claim),
    Case("behind a code span over two lines", "`a\nb` ▸[2](= 1)", .claim),
    Case("behind mathematics over two lines", "$a\nb$ ▸[2](= 1)", .claim),
    Case("in raw HTML", "<div title=\"▸[2](=1)\">", .claim),
    Case("in inline HTML", "a <b title=\"▸[2](=1)\"> b", .claim),
    Case("in a paragraph of HTML", "<div>\n▸[2](=1)\n</div>", .claim),
    Case("with carriage returns", "a\rb ▸[2](= 1)\r\n\r\nc ▸[2](= 1)", .claim, .claim),
    Case("behind a link of the text alone", "▸[r](= 1)\n\n[r]: /x", .claim),
    Case("a picture that is meant as a claim", "a !▸[b](=p)", .claim),
    Case("in link text", "[a ▸[2](= 1)](/x)", .claim),
  ]

  static let mathematics: [Case] = [
    Case("a claim without arguments", "$a ▸\\claim b$", .claim),
    Case("a claim with one argument", "$▸\\claim{1} b$", .claim),
    Case("braces that do not balance", "$$\na\n▸\\claim{1}{p\n$$", .claim),
    Case("a value without an expression", "> $$\n> a\n>  ▸\\val[0.0]\n> $$", .claim),
    Case("text behind the end", "$$\na\n$$ ▸and more", .math),
    Case("never closed", "a\n\n▸$$\na\n\n- b", .markdown),
    Case("never closed in a quote", "> a\n> ▸$$\n> b\n\nc", .markdown),
  ]

  static let labels: [Case] = [
    Case("an unknown kind behind a formula", "$$ a $$ ▸{#foo-a}", .reference),
    Case("the wrong kind behind a formula", "$$\na\n$$ ▸{#fig-a}", .reference),
    Case("a label without a name", "$$ a $$ ▸{#eq-}", .reference),
    Case("the wrong kind in a heading", "# A ▸{#eq-a}", .reference),
    Case("no kind in a heading", "# A ▸{#intro}", .reference),
    Case("the wrong kind behind a picture", "![a](b)▸{#tbl-a}", .reference),
    Case("apart from its picture", "![a](b) ▸{#fig-a}", .reference),
    Case("in running text", "a ▸{#eq-a} b", .reference),
    Case("behind a formula in running text", "a $$b$$ ▸{#eq-a}", .reference),
    Case("the wrong kind below a table", "| a |\n|---|\n| b |\n\n: c ▸{#fig-a}", .reference),
  ]

  static let markdown: [Case] = [
    Case("a footnote nobody refers to", "a\n\n▸[^n]: b", .markdown),
    Case("a footnote nobody refers to, beside one in use", "a[^m]\n\n▸[^n]: b\n\n[^m]: c", .markdown),
    Case("a footnote that refers to itself", "▸[^n]: b[^n]", .markdown),
    Case("a second definition", "a[^n]\n\n[^n]: b\n\n▸[^n]: c", .markdown),
    Case("a footnote in a quote", "> a\n>\n> ▸[^n]: b", .markdown),
    Case("a footnote in a list", "- a\n\n  ▸[^n]: b [2](= 3)", .markdown),
    Case("a footnote below a heading", "a\n===\n▸[^n]: b", .markdown),
    Case("a footnote with blocks inside", "▸[^n]: b\n\n    [^o]: c", .markdown),
    Case("a row with too many cells", "| a |\n|---|\n▸| 1 | [3](=3) |", .markdown),
    Case("such a row in a quote", "> | a |\n> |---|\n>  ▸1 | 2", .markdown),
    Case("such a row in a list", "- | a |\n  |---|\n  ▸| 1 | 2", .markdown),
    Case("a fence never closed", "a\n\n▸```swift\nb", .markdown),
    Case("a short closing fence", "▸````\na\n```", .markdown),
    Case("a fence that its quote leaves open", "> ▸```\n> a\n\n```\nb\n```", .markdown),
    Case("fences across the end of a quote", "> ▸```\n> a\n▸```\nb", .markdown, .markdown),
    Case("a fence of tildes in a list", "- a\n  ▸~~~\n  b", .markdown),
    Case("a comment never closed", "a\n\n▸<!-- b\n\nc", .markdown),
    Case("a picture without words", "a ▸![](b.png)", .markdown),
    Case("a character with the code 0", "a ▸\0 b \0", .markdown),
  ]

  static let directives: [Case] = [
    Case("braces without a name", "```{▸}\n```", .unknownDirective),
    Case("a class", "```{▸.swift}\n```", .unknownDirective),
    Case("a space before the name", "```{▸ let}\n```", .unknownDirective),
    Case("braces not closed", "```{▸let\n```", .unknownDirective),
    Case("options between the braces", "```{▸r, echo=FALSE}\n```", .unknownDirective),
    Case("a brace alone", "```▸{\n```", .unknownDirective),
    Case("two words", "> ```{let} a ▸b c\n> ```", .parameter),
    Case("a width that is text", "```{let}\nfig-width: ▸wide\n```", .parameter),
    Case("an empty alternative", "```{let}\n▸fig-alt: \"  \"\n```", .parameter),
    Case("an alternative that is not there", "```{let}\n▸fig-alt:\n```", .parameter),
    Case("a width below one", "```{let}\nfig-width: ▸0\n```", .parameter),
    Case("an option that is no boolean", "- ```{let}\n  a: 1\n  output: ▸no\n  ```", .parameter),
    Case("a caption without text", "```{let}\n▸fig-cap:\n```", .parameter),
    Case("a lost claim in a caption", "```{let}\nfig-cap: é ▸[2](= 1)\n```", .claim),
  ]

  @Test(arguments: lostClaims + mathematics + labels + markdown + directives)
  func mistakeIsReportedAtItsPlace(_ example: Case) {
    let marked = MarkedText("---\ntitle: T\n---\n\n" + example.text + "\n")
    let diagnostics = LessonReader().read(SourceFile(path: "a.md", text: marked.text)).diagnostics
    #expect(diagnostics.map(\.start) == marked.positions, "\(diagnostics.map(\.message))")
    #expect(diagnostics.map(\.code) == example.codes)
    #expect(diagnostics.allSatisfy { $0.end >= $0.start && !$0.message.isEmpty })
  }

  static let sound: [Case] = [
    Case("a claim in a code span", "`[2](=1 + 1)`"),
    Case("a claim in a block of code", "```\n[2](=1 + 1)\n```"),
    Case("a claim in mathematics", "$[2](=1 + 1)$"),
    Case("a claim in a comment", "a <!-- [2](=1 + 1) -->\n\n<!-- [2](=1 + 1) -->"),
    Case("an escaped bracket", "[2\\](=1 + 1)"),
    Case("a footnote in use", "a[^n]\n\n[^n]: b"),
    Case("footnotes in footnotes", "a[^n]\n\n[^n]: b[^m]\n\n[^m]: c"),
    Case("a footnote in a footnote", "a[^n]\n\n[^n]: b\n\n    [^m]: c\n\nd[^m]"),
    Case("what looks like a footnote in code", "```\n[^n]: b\n```\n\n    [^n]: c"),
    Case("a row with an escaped bar", "| a |\n|---|\n| 1 \\| 2 |"),
    Case("a closed fence in a quote", "> ```\n> a\n> ```\n\nb"),
    Case("a closed fence in a list", "- ```\n  a\n  ```\n- b"),
    Case("a fence closed by a longer one", "```\na\n``````"),
    Case("an empty fence", "```\n```"),
    Case("escaped braces", "a \\{#b} c"),
    Case("braces of TeX", "$a_{#b}$ and `{#c}`"),
    Case("dollars that are money", "It costs $10 and $20."),
    Case("a directive with a result", "```{let} größe_2\n```"),
  ]

  @Test(arguments: sound)
  func soundTextIsLeftAlone(_ example: Case) {
    let lesson = LessonReader().read(
      SourceFile(path: "a.md", text: "---\ntitle: T\n---\n\n" + example.text + "\n"))
    #expect(lesson.diagnostics.map(\.message).isEmpty)
    #expect(!lesson.blocks.isEmpty || example.text.contains("<!--"))
  }

  static let frontMatter: [Case] = [
    Case("nothing at all", "▸", .frontMatter),
    Case("no front matter", "▸# A", .frontMatter),
    Case("a line too early", "▸\n---\ntitle: T\n---", .frontMatter),
    Case("never closed", "▸---\ntitle: T", .frontMatter),
    Case("four hyphens", "▸----\ntitle: T\n---", .frontMatter),
  ]

  @Test(arguments: frontMatter)
  func frontMatterIsNeeded(_ example: Case) {
    let marked = MarkedText(example.text)
    let lesson = LessonReader().read(SourceFile(path: "part/softmax.md", text: marked.text))
    #expect(lesson.diagnostics.filter { $0.code == .frontMatter }.map(\.start) == marked.positions)
    #expect(lesson.frontMatter.title == "softmax")
  }

  @Test(arguments: ["---\nlang: en\n---\n", "---\ntitle: [a\n---\n"])
  func aLessonWithoutTitleIsNamedAfterItsFile(_ text: String) {
    let lesson = LessonReader().read(SourceFile(path: "part/softmax.md", text: text))
    #expect(!lesson.diagnostics.isEmpty)
    #expect(lesson.diagnostics.allSatisfy { $0.code == .frontMatter })
    #expect(lesson.frontMatter.title == "softmax")
  }

  @Test(arguments: ["\n", "\r", "\r\n"], ["---", "..."])
  func frontMatterEndsAtItsSecondMarker(_ lineEnd: String, _ marker: String) {
    let text = ["\u{FEFF}---", "title: T", marker + " ", "é [1](=p)"].joined(separator: lineEnd)
    let lesson = LessonReader().read(SourceFile(path: "a.md", text: text))
    #expect(lesson.diagnostics.isEmpty)
    #expect(lesson.frontMatter.title == "T")
    #expect(lesson.claims.map { lesson.file.position(of: $0.span.start) } == [Position(line: 4, column: 3)])
  }

  @Test func invalidUTF8IsReportedAtItsFirstByte() throws {
    var bytes = Array("---\ntitle: T\n---\né ".utf8)
    let place = bytes.count
    bytes += [0xFF, 0xFE] + Array(" [1](=p)".utf8)
    let lesson = LessonReader().read(SourceFile(path: "a.md", bytes: bytes))
    #expect(lesson.diagnostics.map(\.code) == [.markdown])
    #expect(lesson.diagnostics.first?.start == lesson.file.position(of: place))
    #expect(lesson.claims.map(\.span.start) == [place + 3])
  }
}
