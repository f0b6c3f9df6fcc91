import Testing
import Typesetting

/// Mistakes in TeX, each at the mark ▸.
@Suite struct MistakeTests {
  struct Mistake: CustomTestStringConvertible {
    let marked: String
    let message: String
    let help: String?
    var testDescription: String { marked }

    init(_ marked: String, _ message: String, help: String? = nil) {
      self.marked = marked
      self.message = message
      self.help = help
    }
  }

  static let mistakes = [
    Mistake("a▸}", "this } closes no {", help: #"a brace that shows is \}"#),
    Mistake("{a▸", "a { is not closed", help: #"a brace that shows is \{"#),
    Mistake(
      "a ▸& b", "& stands outside an alignment",
      help: #"alignments go in \begin{aligned} … \end{aligned}; an & that shows is \&"#),
    Mistake("a ▸# b", "# stands outside a macro", help: ##"a # that shows is \#"##),
    Mistake(#"a ▸$ b"#, "a $ stands within the formula", help: #"a dollar sign is \$"#),
    Mistake(#"\text{a $ b▸}"#, #"a $ within \text is not closed"#, help: #"a dollar sign is \$"#),
    Mistake(#"▸\end{x}"#, #"this \end has no \begin"#),
    Mistake(#"a▸\right)"#, #"this \right has no \left"#),
    Mistake(#"\left( a▸"#, #"a \left has no \right"#, help: #"a side without a mark is \right."#),
    Mistake(#"\frac{a▸"#, "the formula ends within an argument: it lacks a } or the whole argument"),
    Mistake(#"\frac{a}▸"#, "the formula ends within an argument: it lacks a } or the whole argument"),
    Mistake(#"\sqrt[3▸"#, "the formula ends within an argument: it lacks a ] or the whole argument"),
    Mistake("x▸^", "nothing follows ^"),
    Mistake(
      "a^b▸^c", "two superscripts follow each other", help: "braces say which is meant: {a^b}^c or a^{b^c}"),
    Mistake(
      "a_b▸_c", "two subscripts follow each other", help: "braces say which is meant: {a_b}_c or a_{b_c}"),
    Mistake(#"1 + ▸\alhpa"#, #"\alhpa is not a command of KaTeX"#, help: #"did you mean \alpha?"#),
    Mistake(#"▸\ce{H2O}"#, #"\ce is not a command of KaTeX"#),
    Mistake(
      #"\text{▸\alpha}"#, #"\alpha cannot stand here"#,
      help: #"in \text, mathematics stands between dollar signs of its own"#),
    Mistake(
      #"a ▸\label{eq}"#, #"\label is not a command of KaTeX"#,
      help: "a displayed formula gets its label behind the closing $$: {#eq-name}"),
    Mistake(#"\begin{matrix} a & b▸"#, #"a \begin is not closed by its \end"#),
    Mistake(#"\begin{matrix} a ▸\end{pmatrix}"#, #"\begin{matrix} is closed by \end{pmatrix}"#),
    Mistake(
      #"\begin▸{matirx} a \end{matirx}"#, "matirx is not an environment of KaTeX",
      help: "did you mean matrix?"),
    Mistake(#"\text{▸\frac{1}{2}}"#, #"\frac is a command for mathematics, not text"#),
    Mistake(
      #"\rule▸{1xx}{1em}"#, "xx is not a length", help: "lengths are numbers with a unit: 2em, 5pt, 1.5cm"),
    Mistake(#"\color▸{#12}x"#, "#12 is not a colour", help: "colours are names or #rrggbb"),
    Mistake(
      #"\left ▸a b \right)"#, "a is not a delimiter", help: #"delimiters are marks such as ( [ \{ | \langle"#),
    Mistake(#"▸\limits_a"#, #"\limits and \nolimits belong behind an operator such as \sum"#),
    Mistake("a▸\u{0}b", "the character U+0000 does not belong in a formula"),
    Mistake("a▸\u{7}b", "the character U+0007 does not belong in a formula"),
    Mistake("▸\\\u{202E}", "\\U+202E is not a command of KaTeX"),
    Mistake("▸\\", #"this \ begins no command"#),
    // Offsets are bytes of UTF-8: é has two, 😀 four, and KaTeX counts one and two.
    Mistake(#"\text{é😀} é ▸}"#, "this } closes no {", help: #"a brace that shows is \}"#),
    // Beyond the 15 characters that KaTeX quotes on each side.
    Mistake(
      #"a + b + c + d + e + f + g + ▸\alhpa + h + i + j + k + l"#, #"\alhpa is not a command of KaTeX"#,
      help: #"did you mean \alpha?"#),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told with its place and its remedy`(_ mistake: Mistake) throws {
    let parts = mistake.marked.split(separator: "▸", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let error = try #require(failure(of: parts.joined()))
    #expect(error.message == mistake.message)
    #expect(error.help == mistake.help)
    #expect(error.offset == parts[0].utf8.count)
  }

  // KaTeX gives no place for these.
  static let placeless = [
    Mistake("58%", "% makes the rest of the formula a comment", help: #"a percent sign is \%"#),
    Mistake(
      #"\href{https://example.org}{x}"#, #"\href is not allowed in a formula"#,
      help: "links, pictures and HTML belong in the Markdown around it"),
    Mistake(
      #"\htmlClass{a}{x}"#, #"\htmlClass is not allowed in a formula"#,
      help: "links, pictures and HTML belong in the Markdown around it"),
    Mistake(#"\tag{1} x"#, #"\tag belongs in a displayed formula"#),
    Mistake(
      #"\begin{align} a \end{align}"#, "the environment align belongs in a displayed formula",
      help: "write $$ … $$"),
    Mistake(#"\def\a{\a\a}\a"#, "the macros of the formula do not end: more than 1000 expansions"),
  ]

  @Test(arguments: placeless)
  func `a mistake of the whole formula has no place`(_ mistake: Mistake) throws {
    let error = try #require(failure(of: mistake.marked))
    #expect(error == TypesettingError(mistake.message, help: mistake.help))
  }

  @Test func `a mistake in a macro of the formula is placed where the macro is defined`() throws {
    let error = try #require(failure(of: #"\newcommand{\x}{\undefinedhere} a \x"#))
    let offset = try #require(error.offset)
    #expect(offset == #"\newcommand{\x}{"#.utf8.count)
  }

  @Test func `a message is one short line`() throws {
    let error = try #require(failure(of: "\\" + String(repeating: "long", count: 1000)))
    #expect(error.message.unicodeScalars.count < 250)
    #expect(!error.message.contains("\n"))
  }
}
