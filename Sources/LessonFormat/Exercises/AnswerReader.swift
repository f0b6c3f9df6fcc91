import SourceText

/// Reads how an exercise is answered: what is said with what it is, or choices with what it is.
struct AnswerReader {
  private let builder: LessonBuilder
  /// What is said, as a claim about nothing yet.
  private var stated: (claim: Claim, key: Span)?
  private var chosen: (claims: [Claim], key: Span, span: Span)?
  private var expression: MappedText?
  private var tolerance: MappedText?
  /// Whether a mistake was found that leaves nothing to verify.
  private var isBroken = false
  /// Whether the author says anything of an answer.
  private(set) var isGiven = false

  private static let keys = ["says", "is", "tolerance", "choices"]
  /// More nobody reads, and each is verified.
  private static let mostChoices = 100

  /// Makes a reader that reports to a builder.
  init(_ builder: LessonBuilder) { self.builder = builder }

  /// Takes the parameter `answer`.
  mutating func takeAnswer(_ entry: Datum.Entry) {
    isGiven = true
    guard case .mapping(let entries) = entry.value.kind else {
      return refuse(entry, expected: "says: and is:", help: "write answer: {says: \"8\", is: 2^3}")
    }
    for entry in entries.joiningCutExpression(of: "is", in: builder.source.file) {
      switch entry.key.value {
      case "says": stated = claim(entry).map { (claim: $0, key: entry.key.span) }
      case "is": takeExpression(entry)
      case "tolerance": takeTolerance(entry)
      case "choices": takeChoices(entry)
      default: builder.reportUnknownKey(entry.key, of: "answer", known: Self.keys)
      }
    }
  }

  /// Takes the parameter `is`.
  mutating func takeExpression(_ entry: Datum.Entry) {
    isGiven = true
    guard expression == nil else { return refuseSecond(entry) }
    guard let text = entry.value.writtenText else {
      return refuse(entry, expected: "an expression", help: "write is: d(8x, x)")
    }
    expression = text.expressionOfClaim
  }

  /// Takes the parameter `choices`.
  mutating func takeChoices(_ entry: Datum.Entry) {
    isGiven = true
    guard chosen == nil else { return refuseSecond(entry) }
    guard case .list(let items) = entry.value.kind, !items.isEmpty else {
      return refuse(
        entry, expected: "a list of choices", help: "write choices: [{says: \"8\"}, {says: \"2\"}]")
    }
    guard items.count <= Self.mostChoices else {
      return refuse(
        entry, expected: "at most \(Self.mostChoices) choices", help: "leave the least tempting out")
    }
    chosen = (items.compactMap { choice($0) }, entry.key.span, entry.value.span)
  }

  /// The answer, where all of it could be read; what is missing is reported at a directive's name.
  func finish(for name: Spanned<String>) -> Exercise.Answer {
    if let chosen, let stated {
      builder.report(
        .parameter, at: chosen.key.start > stated.key.start ? chosen.key : stated.key,
        "an exercise has one answer or choices, not both", help: "take says: or choices: out")
      return .open
    }
    guard isGiven, !isBroken else { return .open }
    guard let expression else {
      return missing(name, "is is missing", help: "an expression: what the answer is, computed")
    }
    if let chosen {
      return .chosen(chosen.claims.map { $0.about(expression, title: nil) }, span: chosen.span)
    }
    guard let stated else {
      return missing(name, "says is missing", help: "what the answer is said to be; or write choices:")
    }
    return .stated(stated.claim.about(expression, title: tolerance))
  }

  private func missing(_ name: Spanned<String>, _ message: String, help: String) -> Exercise.Answer {
    builder.report(.parameter, at: name.span, message, help: help)
    return .open
  }

  private mutating func choice(_ item: Datum) -> Claim? {
    guard case .mapping(let entries) = item.kind,
      let says = entries.first(where: { $0.key.value == "says" })
    else {
      isBroken = true
      builder.report(
        .parameter, at: item.span, "expected says: and a text, found \(item.summary)",
        help: "write {says: \"8\"}")
      return nil
    }
    for entry in entries where entry.key.value != "says" {
      builder.reportUnknownKey(entry.key, of: "a choice", known: ["says"])
    }
    return claim(says)
  }

  /// What an entry says, as a claim about nothing yet.
  private mutating func claim(_ entry: Datum.Entry) -> Claim? {
    guard let text = entry.value.writtenText else {
      refuse(entry, expected: "what is said", help: "write says: \"8\"")
      return nil
    }
    let (content, said) = CaptionReader.claim(in: text, builder: builder)
    return Claim(
      text: said, content: content, expression: MappedText(at: text.span.end), title: nil,
      isMathematics: false, textSpan: text.span, span: entry.value.span)
  }

  private mutating func takeTolerance(_ entry: Datum.Entry) {
    guard let text = entry.value.writtenText, (try? ToleranceReader.read(text.text)) != nil else {
      return refuse(entry, expected: "a tolerance", help: "write ±0.5 or ±2%")
    }
    tolerance = text
  }

  private mutating func refuse(_ entry: Datum.Entry, expected: String, help: String) {
    isBroken = true
    builder.report(
      .parameter, at: entry.value.isEmpty ? entry.key.span : entry.value.span,
      "expected \(expected), found \(entry.value.summary)", help: help)
  }

  private func refuseSecond(_ entry: Datum.Entry) {
    builder.report(
      .parameter, at: entry.key.span, "\(entry.key.value) is given twice", help: "take one of the two out")
  }
}

extension Claim {
  /// The same text as a claim about an expression.
  fileprivate func about(_ expression: MappedText, title: MappedText?) -> Claim {
    var claim = self
    claim.expression = expression
    claim.title = title
    return claim
  }
}

extension Datum {
  /// The text of a scalar, if anything can be seen of it.
  var writtenText: MappedText? { scalarText.flatMap { PlainText.isBlank($0.text) ? nil : $0 } }
}
