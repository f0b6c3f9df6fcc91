import Expressions
import LessonFormat
import SourceText
import Testing

/// What `--fix` writes, and what it refuses.
@Suite struct ClaimFixTests {
  /// The text after the fix, or why there is none.
  private func fixed(_ text: String, _ value: Value, title: String? = nil, isForced: Bool = false) -> String {
    let file = SourceFile(path: "a.md", text: "é [" + text + "](=x) and more")
    let claim = claim(text, title: title, at: 4)
    switch ClaimFixer.fix(claim, value: value, in: file, isForced: isForced) {
    case .unneeded: return "unneeded"
    case .refused: return "refused"
    case .edits(let edits):
      var bytes = file.bytes
      for edit in edits.reversed() {
        bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.replacement.utf8)
      }
      let result = String(decoding: bytes, as: UTF8.self)
      #expect(result.hasPrefix("é [") && result.hasSuffix("](=x) and more"))
      return String(result.dropFirst(3).dropLast("](=x) and more".count))
    }
  }

  @Test(
    arguments: [
      ("57%", 0.5761, "58%"), ("57 %", 0.5761, "58 %"), ("$57\\,\\%$", 0.5761, "$58\\,\\%$"),
      ("$57$ %", 0.5761, "$58$ %"),
      ("0.60", 0.5761, "0.58"), ("9.98", 9.996, "10.00"), ("999", 1000.2, "1000"),
      ("9,990", 10_001, "10,001"),
      ("$9{,}990$", 10_001, "$10{,}001$"), ("999\u{2009}999", 1_000_001, "1\u{2009}000\u{2009}001"),
      ("5.5e-4", 6.26e-4, "6.3e-4"),
      ("9.5e-4", 1.2e-3, "1.2e-3"), ("2.39E+02", 236, "2.36E+02"), ("9.9E+09", 1.04e10, "1.0E+10"),
      ("12e3", 14_400, "14e3"),
      ("5.98×10^22", 6e22, "6.00×10^22"), ("9.98 × 10²²", 1.03e23, "1.03 × 10²³"),
      ("$9.98\\cdot 10^{-9}$", 1.1e-8, "$1.10\\cdot 10^{-8}$"),
      ("$9.9\\times10^9$", 1.2e10, "$1.2\\times10^{10}$"), ("10^22", 1.6e22, "2×10^22"),
      ("1.2 billion", 1.34e9, "1.3 billion"),
      ("−2.45", -2.4561, "−2.46"), ("-2.45", -2.4561, "-2.46"), ("+2.45", 2.4561, "+2.46"),
      ("  57%  ", 0.5761, "  58%  "),
      ("5.5e−4", 6.26e-4, "6.3e−4"), ("-5.5e-4", -6.26e-4, "-6.3e-4"),
    ] as [(String, Double, String)])
  func rewritesTheNumberInTheAuthorsStyle(_ text: String, _ value: Double, _ expected: String) {
    #expect(fixed(text, .number(value)) == expected)
  }

  @Test(
    arguments: [
      ("58%", 0.5761, "unneeded"), ("10%", 0.21, "refused"), ("10%", 0.2, "20%"), ("10%", 0.04, "refused"),
      ("0.5", -0.5, "refused"), ("0", 1, "refused"), ("over 58%", 0.5, "refused"),
      ("about 42", 50, "refused"),
      ("between 2 and 3", 3.1, "refused"), ("quite a lot", 1, "refused"), ("1", .nan, "refused"),
      ("1", .infinity, "refused"),
    ] as [(String, Double, String)])
  func refusesWhatIsNoSmallChangeOfANumber(_ text: String, _ value: Double, _ expected: String) {
    #expect(fixed(text, .number(value)) == expected)
  }

  @Test(
    arguments: [
      ("10%", 0.2142, "21%"), ("0.5", -0.52, "−0.5"), ("0.50", 0.000_123, "0.00012"),
      ("$0.5$", -0.52, "$-0.5$"),
      ("5.5e-4", 1.25e9, "1.3e9"), ("5.5e-04", 1.25e9, "1.3e09"), ("0", 1.2, "1"),
      ("1.2 billion", 123, "0.00000012 billion"),
      ("$5.98\\times10^{22}$", 1e-5, "$1.00\\times10^{-5}$"), ("5.98×10²²", 1e-5, "1.00×10⁻⁵"),
      ("5.98×10^22", -1e-5, "−1.00×10^−5"), ("−2.45", 2, "2.00"),
    ] as [(String, Double, String)])
  func rewritesMoreWhenForced(_ text: String, _ value: Double, _ expected: String) {
    #expect(fixed(text, .number(value), isForced: true) == expected)
  }

  @Test func aToleranceStaysAndTheNumberGetsTheDigitsThatItNeeds() {
    #expect(fixed("42", .number(43.4), title: "±0.2") == "43.4")
    #expect(fixed("42", .number(43), title: "±0.2") == "43")
    #expect(fixed("42", .number(43.04), title: "±0.2") == "43")
  }

  @Test func ofATupleOnlyTheEntriesThatFailChange() {
    #expect(fixed("(0.91,  0.50, 1,000)", .vector([0.9112, 0.612, 1001])) == "(0.91,  0.61, 1,001)")
    #expect(fixed("(0.91, 0.50)", .vector([0.9112, -0.5])) == "refused")
    #expect(fixed("(0.91, 0.50)", .vector([0.9112])) == "refused")
    #expect(fixed("(0.91, over 1)", .vector([0.8, 0.5])) == "refused")
    #expect(fixed("(1.0, Paris)", .list([.number(1.2), .text("Paris")])) == "(1.2, Paris)")
    #expect(fixed("(1.0, Paris)", .list([.number(1.2), .text("Madrid")])) == "refused")
  }

  @Test func wordsAreNeverRewritten() {
    #expect(fixed("yes", .boolean(false)) == "refused")
    #expect(fixed("Paris", .text("Madrid")) == "refused")
  }

  @Test func aNumberWithEscapesOrEmphasisInsideIsLeftAlone() {
    let file = SourceFile(path: "a.md", text: "[&minus;5**7**%](=x)")
    var text = MappedText(at: 1)
    text.append("−", from: Span(1, 8))
    text.append("5", from: Span(8, 9))
    text.append("7", from: Span(11, 12))
    text.append("%", from: Span(14, 15))
    var whole = claim("", at: 1)
    whole.text = text
    whole.textSpan = Span(1, 15)
    guard case .refused = ClaimFixer.fix(whole, value: .number(-0.58), in: file) else {
      Issue.record("a number that is not in the file as it reads was rewritten")
      return
    }
  }
}
