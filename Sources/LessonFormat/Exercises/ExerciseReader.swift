import SourceText

/// Reads the body of an `{exercise}`.
struct ExerciseReader {
  private let builder: LessonBuilder
  /// The name in the info string, where what is missing is reported.
  private let name: Spanned<String>
  private var exercise = Exercise()
  private var answer: AnswerReader

  private static let keys = ["question", "answer", "is", "choices", "hint", "solution"]

  /// Reads an exercise, and reports everything wrong with it.
  static func read(_ directive: Directive, builder: LessonBuilder) -> Exercise {
    var reader = ExerciseReader(directive.name, builder)
    reader.read(directive.body)
    return reader.exercise
  }

  private init(_ name: Spanned<String>, _ builder: LessonBuilder) {
    self.name = name
    self.builder = builder
    answer = AnswerReader(builder)
  }

  private mutating func read(_ body: Datum) {
    let entries: [Datum.Entry]
    switch body.kind {
    case .mapping(let found): entries = found
    case .empty: entries = []
    default:
      return builder.report(
        .parameter, at: body.span, "expected parameters, found \(body.summary)",
        help: "write one parameter: value a line")
    }
    // The order of the text is that of the claims in it.
    for entry in entries { read(entry) }
    if !entries.contains(where: { $0.key.value == "question" }) {
      builder.report(
        .parameter, at: name.span, "question is missing", help: "Markdown: what is asked")
    }
    exercise.answer = answer.finish(for: name)
    if !answer.isGiven, !entries.contains(where: { $0.key.value == "solution" }) {
      builder.report(
        .parameter, at: name.span, "answer is missing",
        help: "write answer: {says: \"8\", is: 2^3}, or is: with choices:, or solution: with a text")
    }
  }

  private mutating func read(_ entry: Datum.Entry) {
    switch entry.key.value {
    case "question": exercise.question = blocks(entry)
    case "hint": exercise.hint = blocks(entry)
    case "solution": exercise.solution = blocks(entry)
    case "answer": answer.takeAnswer(entry)
    case "is": answer.takeExpression(entry)
    case "choices": answer.takeChoices(entry)
    default: builder.reportUnknownKey(entry.key, of: "{exercise}", known: Self.keys)
    }
  }

  private func blocks(_ entry: Datum.Entry) -> [Block] {
    guard let text = entry.value.writtenText else {
      let place = entry.value.isEmpty ? entry.key.span : entry.value.span
      builder.report(
        .parameter, at: place, "expected Markdown, found \(entry.value.summary)",
        help: "write \(entry.key.value): and a text, or \(entry.key.value): | and indented lines below it")
      return []
    }
    return MarkdownParameter.blocks(of: text, builder: builder)
  }
}

extension LessonBuilder {
  /// Reports a key that a mapping does not have.
  func reportUnknownKey(_ key: Spanned<String>, of owner: String, known: [String]) {
    let nearest = nearestName(to: key.value, among: known)
    report(
      .parameter, at: key.span, "\(owner) has no parameter \(key.value)",
      help: nearest.map { "did you mean \($0)?" } ?? "it has \(known.joined(separator: ", "))")
  }
}
