import Testing
import Typesetting

@Suite struct FormulaFontTests {
  /// The fonts are those of katex.min.css for the classes that KaTeX writes.
  @Test(arguments: [
    (#"x + 1"#, ["1em KaTeX_Main", "italic 1em KaTeX_Math"]), (#"1"#, ["1em KaTeX_Main"]),
    (#"\mathbb R"#, ["1em KaTeX_AMS", "1em KaTeX_Main"]),
    (#"\mathbf 1"#, ["1em KaTeX_Main", "bold 1em KaTeX_Main"]),
    (#"\textstyle\sum 1^2"#, ["1em KaTeX_Main", "1em KaTeX_Size1"]),
    (#"\displaystyle\sum 1^2"#, ["1em KaTeX_Main", "1em KaTeX_Size2"]),
    (#"\Bigl( 1^2 \Bigr)"#, ["1em KaTeX_Main", "1em KaTeX_Size2"]),
  ])
  func formulasNameTheirFonts(_ tex: String, _ expected: [String]) throws {
    let html = try typesetter.mathematics(tex, display: false)
    #expect(FormulaFonts.needed(by: html) == expected)
  }

  @Test(arguments: [
    "", "plain", "<p class=\"katexy\">“katex”</p>", "class=\"", "\"", "<p title=\"class=\" class=\"x\">",
  ])
  func whatIsNoFormulaNeedsNone(_ html: String) {
    #expect(FormulaFonts.needed(by: html).isEmpty)
  }
}
