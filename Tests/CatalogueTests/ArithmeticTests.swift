import Engine
import Expressions
import LessonTesting
import Testing

/// `{arithmetic}`: problems as sentences, and what cannot be set.
@Suite struct ArithmeticTests {
  private func sums(_ options: String = "") -> String {
    "```{arithmetic} s\ndigits: 2\nexamples: 40\nheld-out: 0.25\nseed: 3\n\(options)```"
  }

  @Test func columnsSayTheSame() async {
    let found = await numbers(
      [
        "s.count", "s.possible", "s.symbols", "length(s.sentence)", "length(s.training.sentence)",
        "length(s.held_out.sentence)", "max(abs(s.left + s.right - s.value))",
        "s.held_out.left_1 - s.left_31", "count(s.left \\>= 100)",
      ], after: sums())
    #expect(found == [40, 10_000, 3, 40, 30, 10, 0, 0, 0])
  }

  @Test func digitsAreWords() async {
    let report = await lesson(
      "```{arithmetic} s\ndigits: 1\nexamples: 100\n```\n\n[](=s.sentence_1), [](=s.prompt_1), [](=s.answer_1)"
    )
    #expect(report.messages == [])
    let words = report.inserted.first?.split(separator: " ") ?? []
    #expect(words.count == 6 && words[1] == "+" && words[3] == "=")
    #expect(report.inserted.dropFirst().joined(separator: " ") == report.inserted.first)
  }

  @Test func theLastDigitMayComeFirst() async {
    let expressions = "[](=s.left_1) [](=s.right_1) [](=s.answer_1)"
    for (option, isBackwards) in [("", false), ("last-digit-first: true\n", true)] {
      let report = await lesson("\(sums(option))\n\n\(expressions)")
      let found = report.inserted
      #expect(found.count == 3)
      guard found.count == 3, let left = Int(found[0]), let right = Int(found[1]) else { continue }
      let digits = found[2].split(separator: " ").joined()
      let sum = String(1000 + left + right).dropFirst()
      #expect(digits == (isBackwards ? String(sum.reversed()) : String(sum)))
    }
  }

  @Test func mistakes() async {
    let report = await expect(
      """
      ```{arithmetic}
      digits: 1
      examples: ⟦parameter⟧101
      ```

      ```{arithmetic}
      digits: 1
      operation: subtraction
      examples: ⟦parameter⟧56
      ```

      ```{arithmetic}
      digits: ⟦parameter⟧10
      examples: ⟦parameter⟧0
      operation: ⟦parameter⟧division
      held-out: ⟦parameter⟧1
      ```

      ```{⟦parameter⟧arithmetic}
      examples: 3
      ```
      """)
    #expect(report.messages.contains("there are 100 different problems, and 101 were asked for"))
    #expect(report.messages.contains("there are 55 different problems, and 56 were asked for"))
  }
}
