import LessonFormat
import SourceText
import Testing

/// Which numbers of a text nothing verifies.
@Suite struct NumeralTests {
  private func read(_ text: String) -> Lesson {
    LessonReader().read(SourceFile(path: "a.md", text: text))
  }

  private func numerals(_ text: String) -> [String] {
    read("---\ntitle: T 1\ndate: 2026\n---\n\n\(text)\n").numerals.listed.map(\.text)
  }

  @Test(
    arguments: [
      ("12 and 3.5 % of 1,000", ["12", "3.5 %", "1,000"]),
      ("5%, −2.5 (-3) 4–5", ["5%", "−2.5", "-3", "4", "5"]),
      ("1.2 billion in 1986", ["1.2 billion", "1986"]), ("2 Millions, 2 million.", ["2", "2 million"]),
      ("1/2 or ½ or 24/7", ["1/2", "½", "24/7"]), ("10-20 and 3\u{202F}640", ["10", "20", "3\u{202F}640"]),
      ("5.98×10^22, 5.98 × 10²², 3e-4", ["5.98×10^22", "5.98 × 10²²", "3e-4"]),
      ("7B, 80-layer, 10ms, 1950s, 2D", ["7B", "80-layer", "10ms", "1950s", "2D"]),
      ("1.000.000 and 3'640", ["1.000.000", "3'640"]), ("It is 5. Then 6.", ["5", "6"]),
      ("($5) #6 “7”", ["5", "6", "7"]), ("٣ and 4٫", ["٣", "4"]), ("**58** %", ["58 %"]), ("1~~2~~", ["12"]),
    ])
  func aNumberThatBeginsAWordIsOne(_ text: String, _ expected: [String]) {
    #expect(numerals(text) == expected)
  }

  @Test(arguments: [
    "three and one half", "x2, GPT-4, H2O, L2-norm, _x1_ and v1.2", "the 1st, 2nd, 3RD and 20th", "6.3.1",
    "at 12:30 on 2026-05-01", "$x^2 = 4$ and `12`", "[the 3 steps](https://a.b)", "https://a.b/12 <b@c.de>",
    "[58%](=p) and [](=q \"0.0%\") and $\\claim{3}{x}$", "m² or x₂", "![3 cats](cat.png \"The 3 cats\")",
    "1. one\n2. two", "    12", "```\n12\n```", "$$\n12\n$$", "<!-- 12 -->", "[2](=x)-3",
  ])
  func everythingElseIsNone(_ text: String) {
    #expect(numerals(text) == [])
  }

  @Test func everyPlaceWhereAClaimCouldStandIsSearched() {
    let marked = MarkedText(
      """
      ---
      title: The 5 chapters
      ---

      # Chapter ▸1

      > [!NOTE]
      > ▸2 notes[^a]

      - ▸3 entries
        over \\* lines &amp; ▸4 more

      | ▸5 | b |
      |---|---|
      | a | ▸6 |

      : ▸7 cells

      ```{softmax} s
      scores: [1, 2, 3]
      fig-cap: Scores of ▸8 and [0.09](=s.p_1).
      ```

      ```{exercise} e
      question: |
        Which of ▸9?
      answer: {says: "2", is: 1 + 1}
      hint: "About ▸10."
      solution: It is ▸11.
      ```

      [^a]: See ▸12.
      """)
    let lesson = read(marked.text)
    let found = lesson.numerals.listed
    #expect(found.map { lesson.file.position(of: $0.span.start) } == marked.positions)
    #expect(found.map(\.text) == (1...12).map(String.init))
    #expect(found.map { lesson.file.text(in: $0.span) } == (1...12).map(String.init))
    #expect(found.filter(\.isInSolution).map(\.text) == ["11"])
  }

  @Test func theWordsAroundAreTold() {
    let lesson = read(
      "---\ntitle: T\n---\n\nWhen the network has seen every picture, 58 % of *all* [nine](=9) pictures"
        + " are sorted as they should be, and others not.\n")
    let numeral = lesson.numerals.listed.first
    #expect(numeral?.before == "the network has seen every picture, ")
    #expect(numeral?.after == " of all nine pictures are sorted as")
  }

  @Test func ofMoreThanAThousandTheRestIsCounted() {
    let lesson = read("---\ntitle: T\n---\n\n" + String(repeating: "1 ", count: 5_000) + "\n\n7\n")
    #expect(lesson.numerals.count == 5_001)
    #expect(lesson.numerals.listed.count == 1_000)
  }

  @Test func anythingCanStandAroundADigit() {
    // Every pair of awkward characters before and behind a digit: nothing may crash, and places stay in the file.
    let awkward = [
      "-", "−", ".", ",", "×10^", "×10", "%", "_", "*", "\\", "&#49;", "\u{FFFC}", "é", "١", "½", "\u{301}",
      "",
    ]
    for before in awkward {
      for after in awkward {
        let lesson = read("---\ntitle: T\n---\n\n\(before)1\(after)\n")
        for numeral in lesson.numerals.listed {
          #expect(numeral.span.start >= 0 && numeral.span.end <= lesson.file.bytes.count)
          #expect(!numeral.text.isEmpty)
        }
      }
    }
  }
}
