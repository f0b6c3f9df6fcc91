import Foundation
import Testing

@Suite struct ExerciseTests {
  private static let exercise = """
    ```{exercise} e
    question: How *fast* is $8x$?
    answer: {says: "8", is: d(8x, x)}
    hint: Look at [2](=1+1).
    solution: It takes [3](=1+2).
    ```
    """

  @Test func everythingCanBeReadWithoutScripts() async throws {
    let document = try await page("\(Self.exercise)\n\nSee @exr-e.")
    let card = try #require(document.element("exr-e"))
    #expect(card.tag == "section" && card.attributes["aria-labelledby"] == "exercise-1")
    #expect(document.element("exercise-1")?.text == "Exercise 1")
    #expect(document.elements("summary").prefix(2).map(\.text) == ["Hint", "Solution"])
    #expect(document.elements(ofClass: "right-answer").first?.text.hasPrefix("Answer: 8") == true)
    let link = try #require(document.elements(ofClass: "reference").first)
    #expect(link.attributes["href"] == "#exr-e" && link.text == "Exercise\u{A0}1")
    #expect(document.element("answer-1")?.attributes["class"] == "claim")
  }

  @Test func aFieldWaitsForTheScript() async throws {
    let document = try await page(Self.exercise)
    let form = try #require(document.elements("form").first)
    #expect(form.attributes["hidden"] != nil && form.attributes["data-key"] == "[7.5,8.5]")
    #expect(document.elements("label").map { $0.attributes["for"] } == ["exercise-1-answer"])
    let field = try #require(document.element("exercise-1-answer"))
    #expect(field.attributes["aria-describedby"] == "exercise-1-verdict")
    let verdict = try #require(document.element("exercise-1-verdict"))
    #expect(verdict.attributes["role"] == "status" && verdict.attributes["aria-live"] == "polite")
  }

  @Test func choicesKeepTheirOrder() async throws {
    let html = try await bodyHTML(
      "```{exercise}\nquestion: Q?\nis: 8\nchoices: [{says: $9$}, {says: \"8\"}, {says: about *1*}]\n```")
    #expect(html.contains("<span>8</span>") && html.contains("<span>about <em>1</em></span>"))
    let places = ["value=\"1\"", "value=\"2\"", "value=\"3\""].map { html.range(of: $0)?.lowerBound }
    #expect(places.compactMap(\.self).count == 3)
    #expect(html.contains("<legend class=\"visually-hidden\">Answers to exercise 1</legend>"))
    #expect(html.contains("<button type=\"submit\" disabled hidden>"))
    // The answer stands in the folded solution alone.
    #expect(!html.contains("data-key=\"2\""))
  }

  @Test func exercisesAreNumberedInOrder() async throws {
    let hidden = "```{exercise} h\nquestion: Q?\nsolution: S.\noutput: false\n```"
    let document = try await page(
      "\(Self.exercise)\n\n\(hidden)\n\n```{exercise} f\nquestion: Q?\nsolution: S.\n```\n\n@exr-f")
    #expect(document.elements(ofClass: "exercise-title").map(\.text) == ["Exercise 1", "Exercise 2"])
    #expect(document.elements(ofClass: "reference").map(\.text) == ["Exercise\u{A0}2"])
  }

  @Test func tablesAndHeadingsInExercisesHaveNoNumberAndNoAnchor() async throws {
    let document = try await page(
      "# One\n\n```{exercise}\nquestion: |\n  # Two\n\n  | a |\n  |---|\n  | 1 |\n\n  : Inside.\nsolution: S.\n```\n\n# Three\n\n| a |\n|---|\n| 1 |\n\n: Outside."
    )
    #expect(document.elements("figcaption").map(\.text) == ["Inside.", "Table 1. Outside."])
    #expect(document.element("three") != nil && document.element("two") == nil)
  }

  @Test func onlyPagesThatCheckAnswersLoadTheScript() async throws {
    let open = "```{exercise}\nquestion: Q?\nsolution: S.\n```"
    for (body, isLoaded) in [(Self.exercise, true), (open, false), ("Text.", false)] {
      let site = try await makeSite(["lesson.md": "---\ntitle: T\n---\n\n\(body)\n"])
      let page = String(decoding: try #require(site.render("index.html")), as: UTF8.self)
      #expect(page.contains("assets/exercises.js") == isLoaded)
    }
  }

  @Test func nothingThatAnExerciseSaysIsMarkup() async throws {
    let hostile = "</details><script>alert(1)</script>\" onclick=x"
    let document = try await page(
      """
      ```{exercise} e
      question: '\(hostile)'
      is: 1 < 2
      choices: [{says: 'indeed \(hostile)'}, {says: 'never'}]
      hint: '\(hostile)'
      solution: '\(hostile)'
      ```

      ```{let}
      t: 'x" onclick=x <b'
      ```

      ```{exercise}
      question: Q?
      answer: {says: 'x" onclick=x <b', is: t}
      ```
      """)
    #expect(document.elements("script").allSatisfy { $0.attributes["src"] != nil })
    #expect(document.elements.allSatisfy { $0.attributes["onclick"] == nil })
  }

  @Test func aFailingExerciseIsShownInAPreview() async throws {
    let document = try await page(
      "```{exercise} e\nquestion: Q?\nanswer: {says: \"9\", is: 8}\n```\n\n```{exercise} f\nquestion: Q?\nis: 8\nchoices: [{says: \"9\"}]\n```",
      isPreview: true, isRight: false)
    #expect(document.elements("form").count == 1)
    #expect(document.elements(ofClass: "claim").map(\.classes) == [["claim", "failed"]])
    #expect(document.elements(ofClass: "origin-problem").first?.text.hasPrefix("claimed 9") == true)
  }

  @Test func theReportTellsWhatAnswersWereComparedWith() async throws {
    let site = try await makeSite([
      "lesson.md":
        "---\ntitle: T\n---\n\n\(Self.exercise)\n\n```{exercise}\nquestion: Q?\nis: 4+4\nchoices: [{says: \"9\"}, {says: \"8.0\"}]\n```\n"
    ])
    let data = String(decoding: try #require(site.render("verification.json")), as: UTF8.self)
    #expect(data.contains("\"claims\": {\"held\": 4, \"failed\": 0"))
    #expect(data.contains("\"says\": \"8\", \"expression\": \"d(8x, x)\", \"computed\": \"8\""))
    #expect(data.contains("\"says\": \"8.0\", \"expression\": \"4+4\", \"computed\": \"8\""))
  }
}
