import LessonTesting
import Testing

/// Markdown in YAML is verified as everywhere else, at its own places.
@Suite struct ExerciseMarkdownTests {
  /// One text in the styles that YAML has.
  private static let bodies = [
    #"""
    question: A [2](=1+1) [⟦claim⟧3](=1+1) $x$ ⟦math⟧$\foo$ ⟦reference⟧@eq-b ⟦link⟧[l](x.md) [1](=⟦expression⟧q)
    """#,
    #"""
    question: "A [2](=1+1) \"[⟦claim⟧3](=1+1)\" \u00e9 ⟦reference⟧@eq-b
      and ⟦link⟧[l](x.md) [1](=⟦expression⟧q)"
    """#,
    #"""
    question: 'It''s [2](=1+1) [⟦claim⟧3](=1+1)
      and ⟦reference⟧@eq-b [1](=⟦expression⟧q)'
    """#,
    #"""
    question: |
      A [2](=1+1)
        [⟦claim⟧3](=1+1)

      > ⟦reference⟧@eq-b
      > ⟦link⟧[l](x.md)

      - ⟦math⟧$\foo$
        [1](=⟦expression⟧q)
    """#,
    #"""
    question: >-
      A [2](=1+1)
      [⟦claim⟧3](=1+1)

      ⟦math⟧$$
      \foo
      $$
    """#,
    #"""
    question: |
      | a | b |
      |---|---|
      | [2](=1+1) | x \| [⟦claim⟧3](=1+1) |

      : Caption [⟦claim⟧4](=1+1).
    """#,
    #"""
    question: |2
          code [3](=1+1)

      ⟦claim⟧[2](=1 + 1) [2](=1+1)
    """#,
  ]

  @Test(arguments: bodies, ["question", "hint", "solution"])
  func mistakesAreReportedWhereTheyStand(_ body: String, _ parameter: String) async {
    let others = ["question", "hint", "solution"].filter { $0 != parameter }.map { "\($0): Words.\n" }
    let body = body.replacing("question:", with: "\(parameter):")
    let plain = "````{exercise} e\n\(others.joined())\(body)\n````"
    for text in [plain, Self.quoted(plain), "1. One\n\n" + Self.indented(plain)] {
      let report = await lesson(text)
      expectMarkedMistakes(report)
      #expect(!report.found.isEmpty)
    }
  }

  private static func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "   \($0)" }.joined(separator: "\n")
  }

  @Test func whatStandsOutsideStaysOutside() async {
    let report = await expect(
      """
      `````{exercise} e
      question: |
        # A heading ⟦reference⟧{#sec-a}

        $$ x $$ ⟦reference⟧{#eq-a}

        Words[^1] and more.

        ⟦markdown⟧[^1]: A footnote.

        ⟦markdown⟧[^2]: Another.

        ```{⟦parameter⟧plot} p
        x: [1
        ```
      solution: Yes.
      `````
      """.replacing("```{⟦parameter⟧plot}", with: "```⟦parameter⟧{plot}"))
    #expect(report.messages.contains("a directive cannot stand within another"))
    #expect(report.messages.contains("footnotes stand outside of directives"))
  }

  @Test func windowsLinesAndEscapedNothing() async {
    let text =
      "```{exercise} e\r\nquestion: |\r\n  A\r\n  [⟦claim⟧3](=1+1)\r\nsolution: \"a\\0b [⟦claim⟧3](=1+1)\"\r\n```\r\n"
    await expect(text, claims: "0/2/0")
  }

  @Test(arguments: [
    String(repeating: "[", count: 200_000), String(repeating: "> ", count: 100_000),
    String(repeating: "*a **b ", count: 60_000), String(repeating: "![[]()", count: 80_000),
    String(repeating: "- ", count: 20_000), String(repeating: "|a", count: 50_000),
    String(repeating: "a[^1]", count: 50_000), String(repeating: "$", count: 200_001),
    "[a]: <" + String(repeating: "x", count: 20_000) + ">\n  \n  " + String(repeating: "[a]", count: 60_000),
  ])
  func hostileTextsEndSoon(_ text: String) async {
    let report = await lesson("`````{exercise} e\nquestion: |\n  \(text)\nsolution: Yes.\n`````")
    #expect(report.run.runs.count == 1)
  }

  @Test func thousandsOfTextsShareTheirLimits() async {
    let costly = String(repeating: "x@", count: 3_000)
    let exercise = "```{exercise}\nquestion: \(costly)\nsolution: Yes.\n```\n\n"
    let report = await lesson(String(repeating: exercise, count: 35))
    #expect(report.messages.contains { $0.contains("too many brackets, addresses or delimiters") })
  }
}
