import Foundation
import Testing

/// The script that checks answers, in a real browser and from a file.
@Suite(.enabled(if: Browser.isInstalled, "needs chromium")) struct ExerciseScriptTests {
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
    let verdicts = try await run(
      """
      const attempts = \(try json(Self.attempts.map { [String($0.exercise), $0.answer] }));
      const forms = [...document.querySelectorAll("form.answer")];
      return attempts.map(([exercise, answer]) => {
        const form = forms[exercise - 1];
        const field = form.querySelector("input[type=text]");
        if (field) field.value = answer;
        for (const radio of form.querySelectorAll("input[type=radio]")) radio.checked = radio.value === answer;
        form.dispatchEvent(new Event("submit", { cancelable: true }));
        return form.dataset.verdict;
      });
      """)
    #expect(verdicts.count == Self.attempts.count && verdicts.count > 90)
    for (attempt, verdict) in zip(Self.attempts, verdicts) {
      #expect(verdict == attempt.verdict, "exercise \(attempt.exercise), “\(attempt.answer)”")
    }
  }

  @Test func theScriptShowsWhatItBringsToLife() async throws {
    let facts = try await run(
      """
      const form = document.querySelector("form.answer");
      const [field, button, verdict] = ["input", "button", ".verdict"].map((name) => form.querySelector(name));
      const shown = !form.hidden && [...document.querySelectorAll("form button")].every((b) => !b.hidden && !b.disabled);
      field.value = "9";
      button.click();
      const wrong = `${verdict.textContent} ${field.getAttribute("aria-invalid")}`;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const forgotten = `${verdict.textContent}|${form.dataset.verdict}|${field.getAttribute("aria-invalid")}`;
      field.value = "8,5";
      form.requestSubmit();
      return [String(shown), wrong, forgotten, verdict.textContent, String(location.search)];
      """)
    #expect(
      facts == [
        "true", "Not yet. Try again, or open what is folded below. true", "|undefined|null",
        "A comma stands before three digits, as in 3,640; decimals follow a point.", "",
      ])
  }

  private func json(_ value: [[String]]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
      .replacing("</", with: "<\\/")
  }

  /// What a function of the page gives, once all its scripts have run.
  private func run(_ body: String) async throws -> [String] {
    let site = try await makeSite(["lesson.md": "---\ntitle: T\n---\n\n\(Self.lesson)\n"])
    let page = String(decoding: try #require(site.render("index.html")), as: UTF8.self)
    let script = """
      <script>addEventListener("load", () => {
        const result = (() => { \(body) })();
        document.documentElement.setAttribute("data-result", btoa(unescape(encodeURIComponent(JSON.stringify(result)))));
      });</script></head>
      """
    let browser = try Browser()
    try browser.write(Array(page.replacing("</head>", with: script).utf8), to: "index.html")
    for path in site.paths where path.hasPrefix("assets/") {
      try browser.write(try #require(site.render(path)), to: path)
    }
    let document = try await browser.dump("index.html")
    let match = try #require(document.firstMatch(of: /data-result="([^"]*)"/))
    let data = try #require(Data(base64Encoded: String(match.1)))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String])
  }
}
