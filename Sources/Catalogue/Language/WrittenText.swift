import Engine
import LessonFormat
import SourceText

/// A text whose parts have places in the lesson, for mistakes within it.
struct WrittenText: ParameterValue {
  let text: String
  let datum: Datum

  static let typeDescription = "a text"

  init(reading argument: WrittenValue) throws {
    text = try String(reading: argument)
    datum = argument.datum
  }

  /// A mistake in some of the text's bytes; at the whole value without them, or where an expression gave the text.
  func mistake(in range: Range<Int>?, _ message: String, help: String? = nil) -> LessonError {
    var span = datum.span
    if let range, case .text(let mapped) = datum.kind, datum.expressionText == nil {
      span = mapped.span(of: range)
    }
    return LessonError(.parameter, at: .span(span), message, help: help)
  }

  var parameterDescription: String { text.parameterDescription }

  func append(to digest: inout Digest) { digest.append(text) }
}

/// Texts: a list of them, or a column such as `=s.prompt`.
struct WrittenTexts: ParameterValue {
  let texts: [String]
  /// The texts with their places, where each was written out.
  private let written: [WrittenText]?
  private let datum: Datum

  static let typeDescription = "a list of texts"

  init(reading argument: WrittenValue) throws {
    datum = argument.datum
    if case .list = argument.datum.kind {
      let written = try [WrittenText](reading: argument)
      self.written = written
      texts = written.map(\.text)
      return
    }
    written = nil
    guard let texts = try argument.value().texts else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self.texts = texts
  }

  /// A mistake in some bytes of one of the texts, or in the whole of it.
  func mistake(inText index: Int, _ range: Range<Int>?, _ message: String, help: String? = nil) -> LessonError
  {
    guard let written else {
      return .parameter(datum, "in text \(index + 1), \(message)", help: help)
    }
    return written[index].mistake(in: range, message, help: help)
  }

  /// A mistake in all of them together.
  func mistake(_ message: String, help: String? = nil) -> LessonError {
    .parameter(datum, message, help: help)
  }

  var parameterDescription: String { "\(texts.count) texts" }

  func append(to digest: inout Digest) {
    digest.append(Double(texts.count))
    for text in texts { digest.append(text) }
  }
}
