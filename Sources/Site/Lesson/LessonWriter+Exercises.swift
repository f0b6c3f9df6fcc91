import Engine
import LessonFormat

extension LessonWriter {
  /// An exercise: its question, a way to answer it, and what readers can unfold.
  ///
  /// Checking waits for the script; all else is there without it.
  mutating func write(_ exercise: Exercise, _ outcome: ExerciseRun, of directive: Int) {
    guard let number = numbering.exercises[directive] else { return }
    let label = lesson.directives[directive].result.map { Label.Kind.exercise.label($0.value) }
    let name = "exercise-\(number.place)"
    isInParameter = true
    html.open("section", ["class": "exercise", "id": label, "aria-labelledby": name])
    html.markup("\n")
    html.element("p", ["class": "exercise-title", "id": name], "Exercise \(number)")
    html.markup("\n")
    write(exercise.question)
    if outline.showsSolutions, !isOnPaper {
      writeForm(exercise, outcome, name: name, number: number)
    } else if case .chosen(let choices, _) = exercise.answer {
      write(choices)
    }
    if !exercise.hint.isEmpty { writeFolded("hint", "Hint") { $0.write(exercise.hint) } }
    if outline.showsSolutions { writeSolution(exercise, outcome, of: directive) }
    html.markup("</section>\n")
    isInParameter = false
  }

  private mutating func writeFolded(
    _ kind: StaticString, _ title: String, _ content: (inout LessonWriter) -> Void
  ) {
    html.open("details", ["class": kind.description, "open": isOnPaper ? "" : nil])
    html.element("summary", [:], title)
    html.markup("\n")
    content(&self)
    html.markup("</details>\n")
  }

  // MARK: Answers

  private mutating func writeForm(
    _ exercise: Exercise, _ outcome: ExerciseRun, name: String, number: ItemNumber
  ) {
    switch (exercise.answer, outcome.key) {
    case (.chosen(let choices, _), _):
      let contents = choices.map(\.content)
      let right = if case .choice(let index)? = outcome.key { index } else { nil as Int? }
      writeChoices(contents, right: right, name: name, number: number)
    case (_, .answer(.truth(let truth))?):
      let words = ["Yes", "No"].map { [Inline(.text($0), span: lesson.file.span)] }
      writeChoices(words, right: truth ? 0 : 1, name: name, number: number)
    case (_, .answer(let key)?): writeField(key, name: name)
    default: break
    }
  }

  private mutating func writeField(_ key: AnswerKey, name: String) {
    html.open("form", ["class": "answer", "data-key": key.attribute, "hidden": ""])
    html.markup("\n")
    html.element("label", ["for": "\(name)-answer"], key.prompt)
    html.markup("\n<div class=\"answer-line\">\n")
    html.open(
      "input",
      [
        "type": "text", "id": "\(name)-answer", "maxlength": "200", "autocomplete": "off",
        "autocapitalize": "off", "spellcheck": "false", "aria-describedby": "\(name)-verdict",
      ])
    html.markup("\n<button type=\"submit\" disabled>Check</button>\n</div>\n")
    writeVerdict(name)
    html.markup("</form>\n")
  }

  /// Choices that can be looked at without scripts, and checked with them.
  private mutating func writeChoices(_ choices: [[Inline]], right: Int?, name: String, number: ItemNumber) {
    let key = right.map { "#\(checksum("\(name)/\($0 + 1)"))" }
    html.open("form", ["class": "answer choices", "data-key": key])
    html.markup("\n<fieldset>\n")
    html.element("legend", ["class": "visually-hidden"], "Answers to exercise \(number)")
    html.markup("\n")
    for (index, choice) in choices.enumerated() {
      html.markup("<label class=\"choice\">")
      html.open("input", ["type": "radio", "name": name, "value": String(index + 1)])
      html.markup("<span>")
      write(choice)
      html.markup("</span></label>\n")
    }
    html.markup("</fieldset>\n")
    if key != nil {
      html.markup("<button type=\"submit\" disabled hidden>Check</button>\n")
      writeVerdict(name)
    }
    html.markup("</form>\n")
  }

  private mutating func writeVerdict(_ name: String) {
    html.open("p", ["class": "verdict", "id": "\(name)-verdict", "role": "status", "aria-live": "polite"])
    html.markup("</p>\n")
  }

  /// Choices on a page that checks nothing.
  private mutating func write(_ choices: [Claim]) {
    html.markup("<ol class=\"choice-list\">\n")
    for choice in choices {
      html.markup("<li>")
      write(choice.content)
      html.markup("</li>\n")
    }
    html.markup("</ol>\n")
  }

  // MARK: Solutions

  private mutating func writeSolution(_ exercise: Exercise, _ outcome: ExerciseRun, of directive: Int) {
    let right = exercise.rightAnswer(outcome)
    guard right != nil || !exercise.solution.isEmpty else { return }
    let kept = outline.run.course.file.separatesSolutions ? ", not on students' pages" : ""
    writeFolded("solution", (exercise.solution.isEmpty ? "Answer" : "Solution") + kept) { writer in
      if let right, let answer = outcome.answer {
        writer.html.markup("<p class=\"right-answer\">")
        if !exercise.solution.isEmpty { writer.html.markup("<span class=\"number\">Answer:</span> ") }
        let shown = ShownClaim(claim: right, run: answer, anchor: answerAnchor(directive))
        writer.write([shown]) { $0.write(right.content) }
        writer.html.markup("</p>\n")
      }
      writer.write(exercise.solution)
    }
  }
}

extension Exercise {
  /// The answer that holds; one that fails is shown all the same where it is the only one.
  func rightAnswer(_ outcome: ExerciseRun) -> Claim? {
    switch (answer, outcome.key) {
    case (.stated(let claim), _): claim
    case (.chosen(let claims, _), .choice(let index)?): claims[index]
    default: nil
    }
  }
}

/// The identifier of an exercise's answer on its lesson's page.
func answerAnchor(_ directive: Int) -> String { "answer-\(directive + 1)" }
