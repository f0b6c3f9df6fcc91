import Expressions
import LessonFormat
import SourceText

/// A result of an earlier lesson: the engine's own directive `{use}`.
enum Use {
  static let name = "use"

  static let description = ExperimentDescription(
    name: name,
    summary: "Brings a result of an earlier lesson into this one.",
    parameters: [
      ParameterDescription(
        name: "as", type: "a name", isRequired: false,
        help: "What the result is called here; without it, what it is called there.")
    ],
    results: [ResultDescription("…", "The result, under its name.")],
    result: "neuron.model",
    body: "as: first")

  /// What a `{use}` asks for.
  struct Request {
    /// The stem of the earlier lesson's file.
    var stem: String
    /// The result's name there.
    var result: String
    /// The name it gets here, with its place.
    var alias: Spanned<String>
    /// The place of `stem.result`.
    var span: Span
  }

  /// Reads the info string and the body.
  static func read(_ directive: Directive) throws(LessonError) -> Request {
    guard directive.isReadable else {
      throw LessonError(.parameter, at: .directive, "the body cannot be read")
    }
    guard let word = directive.result else {
      throw LessonError(
        .parameter, at: .directive, "what to use is missing",
        help: "write the stem of an earlier lesson's file and a name in it: ```{use} neuron.model")
    }
    guard let dot = word.value.lastIndex(of: "."), dot > word.value.startIndex,
      isName(String(word.value[word.value.index(after: dot)...]))
    else {
      throw LessonError(
        .parameter, at: .span(word.span), "\(word.value) is not a lesson's stem, a dot and a name in it",
        help: "for example neuron.model")
    }
    let result = String(word.value[word.value.index(after: dot)...])
    return Request(
      stem: String(word.value[..<dot]), result: result,
      alias: try alias(in: directive) ?? Spanned(result, word.span), span: word.span)
  }

  private static func alias(in directive: Directive) throws(LessonError) -> Spanned<String>? {
    guard case .mapping(let entries) = directive.body.kind else {
      if case .empty = directive.body.kind { return nil }
      throw LessonError.parameter(directive.body, "expected as: name, found \(directive.body.summary)")
    }
    var alias: Spanned<String>?
    for entry in entries {
      guard entry.key.value == "as" else {
        throw LessonError(
          .parameter, at: .span(entry.key.span), "{use} has no parameter \(entry.key.value)",
          help: "its only parameter is as")
      }
      guard case .text(let text) = entry.value.kind, isName(text.text) else {
        throw LessonError.parameter(entry.value, "expected a name, found \(entry.value.summary)")
      }
      alias = Spanned(text.text, entry.value.span)
    }
    return alias
  }
}
