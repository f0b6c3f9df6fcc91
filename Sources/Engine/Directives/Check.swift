import LessonFormat
import SourceText

/// Conditions that must hold: the engine's own directive `{check}`.
enum Check {
  static let name = "check"

  static let description = ExperimentDescription(
    name: name,
    summary: "Holds conditions that must be true, and shows them as verified facts.",
    parameters: [
      ParameterDescription(
        name: "conditions", type: "a list, each entry a condition", isRequired: true,
        help: "What must be true. The body may also be that list alone.")
    ],
    results: [],
    result: "",
    body: """
      - abs(sum(softmax(1, 2, 1)) - 1) < 1e-12
      - softmax(1, 2, 1)_2 > 0.5
      """)

  /// The conditions in a directive's body, with everything in it that is no condition.
  static func conditions(of directive: Directive) -> (conditions: [MappedText], errors: [LessonError]) {
    switch directive.body.kind {
    case .list(let entries): return read(entries)
    case .mapping(let parameters): return read(parameters)
    case .empty: return ([], [missing])
    default:
      return (
        [], [.parameter(directive.body, "expected a list of conditions, found \(directive.body.summary)")]
      )
    }
  }

  private static let missing = LessonError(
    .parameter, at: .directive, "conditions is missing", help: "write a list, each entry a condition")

  private static func read(_ parameters: [Datum.Entry]) -> (conditions: [MappedText], errors: [LessonError]) {
    var errors: [LessonError] = []
    var conditions: [MappedText]?
    for entry in parameters {
      guard entry.key.value == "conditions" else {
        errors.append(unknownParameter(entry.key, of: name, known: ["conditions"]))
        continue
      }
      if case .list(let entries) = entry.value.kind {
        let (read, wrong) = read(entries)
        conditions = read
        errors += wrong
      } else {
        errors.append(
          .parameter(entry.value, "expected a list of conditions, found \(entry.value.summary)"))
        conditions = []
      }
    }
    if conditions == nil { errors.append(missing) }
    return (conditions ?? [], errors)
  }

  private static func read(_ entries: [Datum]) -> (conditions: [MappedText], errors: [LessonError]) {
    var conditions: [MappedText] = []
    var errors: [LessonError] = []
    for entry in entries {
      if let text = entry.formulaText {
        conditions.append(text)
      } else {
        errors.append(.parameter(entry, "expected a condition, found \(entry.summary)"))
      }
    }
    return (conditions, errors)
  }
}
