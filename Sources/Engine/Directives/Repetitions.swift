import LessonFormat
import SourceText

/// `seeds: 20` in the body of a directive that draws random numbers: it runs so often, with seeds that follow each
/// other, and its result is a list.
enum Repetitions {
  static let key = "seeds"
  static let allowed = 2...200

  static let description = ParameterDescription(
    name: key, type: "a whole number between \(allowed.lowerBound) and \(allowed.upperBound)",
    isRequired: false,
    help: "Runs it so often, with seeds that follow each other; the result is a list of results.")

  /// Whether an experiment draws random numbers, and has no use of its own for the word.
  static func areKnown(to parameters: ParameterList) -> Bool {
    parameters["seed"] != nil && parameters[key] == nil
  }

  /// How often a directive runs; nil for once, as it does where the number is wrong.
  static func count(in directive: Directive, parameters: ParameterList) -> Int? {
    guard areKnown(to: parameters), let datum = datum(in: directive),
      case .number(let number, _) = datum.kind, let count = Int(exactly: number), allowed.contains(count)
    else { return nil }
    return count
  }

  /// What is wrong with the number, if anything.
  static func error(in directive: Directive, parameters: ParameterList) -> LessonError? {
    guard areKnown(to: parameters), let datum = datum(in: directive),
      count(in: directive, parameters: parameters) == nil
    else { return nil }
    return .parameter(
      datum, "expected \(description.type), written out; found \(datum.summary)",
      help: "for example seeds: 20")
  }

  private static func datum(in directive: Directive) -> Datum? {
    ParameterBinder.entries(of: directive).first { $0.key.value == key }?.value
  }
}
