import LessonFormat
import SourceText

/// Cells of Swift code: the engine's own directive `{swift}`.
enum SwiftCell {
  static let name = Directive.cellName

  /// What an author may ask of the program that a lesson's cells are.
  struct Options: Hashable {
    var isOptimized = false
    var processorSeconds: Int?
  }

  private static let allowedSeconds = 1...600

  static let description = ExperimentDescription(
    name: name,
    summary: "Runs Swift code; all cells of a lesson are one program.",
    parameters: [
      ParameterDescription(
        name: "optimize", type: "true or false", initial: "false", isRequired: false,
        help: "Whether the compiler optimises the lesson's program, which takes it longer."),
      ParameterDescription(
        name: "seconds", type: "a whole number between 1 and 600", unit: "s",
        initial: String(CellLimits().processorSeconds), isRequired: false,
        help: "How long the lesson's program may compute."),
    ],
    results: [
      ResultDescription(
        "…", "What the cell publishes, under its names: publish(\"mean\", 2.5) gives result.mean.")
    ],
    result: "result",
    body: """
      //| fig-cap: The cell’s figures are shown below it.
      let sample = [2.0, 3.5, 2.0]
      let mean = sample.reduce(0, +) / 3
      publish("mean", mean)
      mean
      """)

  /// The options of a cell, with everything in them that is none.
  static func options(of directive: Directive) -> (options: Options, errors: [LessonError]) {
    var options = Options()
    var errors: [LessonError] = []
    switch directive.body.kind {
    case .empty: break
    case .mapping(let entries):
      for entry in entries {
        if let error = read(entry, into: &options) { errors.append(error) }
      }
    default:
      errors.append(
        .parameter(
          directive.body, "expected options, found \(directive.body.summary)",
          help: "write one option: value a line, behind //|"))
    }
    return (options, errors)
  }

  private static func read(_ entry: Datum.Entry, into options: inout Options) -> LessonError? {
    switch (entry.key.value, entry.value.kind) {
    case ("optimize", .boolean(let value)): options.isOptimized = value
    case ("optimize", _):
      return .parameter(entry.value, "expected true or false, found \(entry.value.summary)")
    case ("seconds", .number(let number, _)):
      guard let seconds = Int(exactly: number), allowedSeconds.contains(seconds) else { fallthrough }
      options.processorSeconds = seconds
    case ("seconds", _):
      return .parameter(
        entry.value, "expected a whole number between 1 and 600, found \(entry.value.summary)")
    default:
      return unknownParameter(entry.key, of: name, known: description.parameters.map(\.name))
    }
    return nil
  }

  /// The names behind `lesson.` in a cell's code, each once, in order.
  ///
  /// Those in comments and texts are among them: what is asked for in vain does no harm.
  static func mentions(in code: String) -> [String] {
    var names: [String] = []
    for match in code.matches(of: /\blesson\s*\.\s*([A-Za-z_]\w*)/) where !names.contains(String(match.1)) {
      names.append(String(match.1))
    }
    return names
  }
}
