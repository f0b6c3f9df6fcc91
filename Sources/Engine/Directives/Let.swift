import Expressions
import LessonFormat
import SourceText

/// Names for values, for the rest of the lesson: the engine's own directive `{let}`.
enum Let {
  static let name = "let"

  static let description = ExperimentDescription(
    name: name,
    summary: "Names values, so that the rest of the lesson can use them.",
    parameters: [
      ParameterDescription(
        name: "…", type: "a number, a text, true or false, a list, a mapping, or an = expression",
        isRequired: false,
        help: "Any name. Each entry stands alone and sees those above it."),
      .source,
    ],
    results: [
      ResultDescription("…", "The names themselves; where the directive is named x, they are x.name.")
    ],
    result: "",
    body: """
      longitude: 2.3514
      slopes: [1, 0, -1]
      scores: =slopes * longitude
      """)

  /// The expression behind an entry, in the names of the lesson: the entries above it in a named `{let}`
  /// become fields of that name.
  ///
  /// Nil for every other value.
  static func formula(of entry: Datum.Entry, fields: Set<String>, of name: String?) -> Expression? {
    guard let text = entry.value.expressionText?.text, let expression = try? Expression.parse(text) else {
      return nil
    }
    guard let name, !fields.isEmpty else { return expression }
    var bytes = Array(text.utf8)
    for use in expression.names(where: fields.contains).reversed() where fields.contains(use.name) {
      bytes.insert(contentsOf: Array("\(name).".utf8), at: use.range.lowerBound)
    }
    return try? Expression.parse(String(decoding: bytes, as: UTF8.self))
  }
}
