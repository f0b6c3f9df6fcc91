import Foundation
import Testing

/// What readers may answer, and what they are told.
@Suite(.enabled(if: Requirements.areMet, "needs chromium")) struct AnswerTests {
  private static let lesson = """
    ```{exercise}
    question: How fast is $8x$?
    answer: {says: "8", is: d(8x, x)}
    ```

    ```{exercise}
    question: Which share?
    answer: {says: 58%, is: 0.576}
    ```

    ```{exercise}
    question: How many?
    answer: {says: "3,640", is: 3640}
    ```

    ```{exercise}
    question: More than what?
    answer: {says: more than 3, is: 4}
    ```

    ```{let}
    city: "São  Paulo"
    ```

    ```{exercise}
    question: Which city?
    answer: {says: São Paulo, is: city}
    ```

    ```{exercise}
    question: Which entries?
    answer: {says: "(0.91, −0.91, 1,200)", is: "[0.91, -0.91, 1200]"}
    ```

    ```{exercise}
    question: Which one?
    is: 8
    choices: [{says: "7"}, {says: "8"}, {says: "9"}]
    ```

    ```{exercise}
    question: Is it so?
    answer: {says: "no", is: 1 > 2}
    ```
    """

  struct Attempt: CustomTestStringConvertible {
    var exercise: Int
    var answer: String
    var verdict: String
    var testDescription: String { "\(exercise): \(answer)" }

    init(_ exercise: Int, _ answer: String, _ verdict: String) {
      (self.exercise, self.answer, self.verdict) = (exercise, answer, verdict)
    }
  }

  private static let attempts =
    // Of eight: from 7.5 to 8.5.
    [
      "8", " 8.0 ", "+8", "16/2", "2^3", "2**3", "2³", "2*(3+1)", "2(3 + 1)", "sqrt(64)", "√64", "2sqrt(16)",
      "7.5", "8.5", "-2 × −4", "24 ÷ 3", "10 − 2", "800%", "8e0", "80e-1", "0.8·10^1", "-(-8)", "2^2^1 * 2",
      "64^(1/2)", "((((8))))", "8 - 1/3", "-2^2 + 12", "4 * 2^-1 * 4", "80*10⁻¹",
    ].map { Attempt(1, $0, "right") }
    + ["7.4999", "8.51", "-8", "0", "1/3", "-3^2", "2^3^2", "8%", "8 thousand"].map {
      Attempt(1, $0, "wrong")
    }
    + [
      "", "eight", "8,5", "8,00", "1/0", "sqrt(-1)", "(8", "8)", "8 +", "1/2(4)", "1e999", "8 8", "alert(1)",
      "8 gazillion", "2^^3", "()", "0x8", "3,6400", String(repeating: "(", count: 200),
    ].map { Attempt(1, $0, "unread") }
    + ["58%", "58 %", "0.58", "57.6%", "1 - 42%", "0.575"].map { Attempt(2, $0, "right") }
    + ["58", "59%", "0.57"].map { Attempt(2, $0, "wrong") }
    + ["3640", "3,640", "3\u{2009}640", "3.64 thousand", "3.64×10^3", "3.64e3", "3639.5"].map {
      Attempt(3, $0, "right")
    }
    + ["3", "364", "3.64 million"].map { Attempt(3, $0, "wrong") }
    + ["3.0001", "10 billion"].map { Attempt(4, $0, "right") } + [Attempt(4, "3", "wrong")]
    + ["São Paulo", "são  paulo", " SA\u{303}O PAULO"].map { Attempt(5, $0, "right") }
    + ["Sao Paulo", "Rio"].map { Attempt(5, $0, "wrong") }
    + ["(0.91, -0.91, 1200)", "0.91; −0.91; 1,200", "[0.91, -0.91, 1200]"].map { Attempt(6, $0, "right") }
    + ["(0.91, 0.91, 1200)"].map { Attempt(6, $0, "wrong") }
    + ["0.91", "(0.91, -0.91)", "(0.91, x, 1200)"].map { Attempt(6, $0, "unread") }
    + [
      Attempt(7, "1", "wrong"), Attempt(7, "2", "right"), Attempt(7, "3", "wrong"), Attempt(7, "", "unread"),
    ]
    + [Attempt(8, "1", "wrong"), Attempt(8, "2", "right")]

  @Test func answersAreJudged() async throws {
    let site = try await Course(Self.lesson).build()
    let verdicts: [String] = try await withBrowser { browser in
      try await browser.open(site.page("lesson.html"))
      return try await browser.run(
        """
        const forms = [...document.querySelectorAll("form.answer")];
        return arguments[0].map(([exercise, answer]) => {
          const form = forms[exercise - 1];
          const field = form.querySelector("input[type=text]");
          if (field) field.value = answer;
          for (const radio of form.querySelectorAll("input[type=radio]")) radio.checked = radio.value === answer;
          form.dispatchEvent(new Event("submit", { cancelable: true }));
          return form.dataset.verdict;
        });
        """, .list(Self.attempts.map { [.number(Double($0.exercise)), .text($0.answer)] }))
    }
    #expect(verdicts.count == Self.attempts.count && verdicts.count > 90)
    for (attempt, verdict) in zip(Self.attempts, verdicts) {
      #expect(verdict == attempt.verdict, "exercise \(attempt.exercise), “\(attempt.answer)”")
    }
  }
}
