import LessonFormat
import SourceText

/// Every directive that lessons may use: the engine's own, and the experiments it was given.
public struct Registry: Sendable {
  private let experiments: [String: any Experiment.Type]
  private let names: [String]

  /// Makes a registry; of two experiments with one name the later stands.
  public init(_ experiments: [any Experiment.Type]) {
    self.experiments = Dictionary(experiments.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    names = Self.own.map(\.name) + self.experiments.keys
  }

  /// The experiment of a name.
  subscript(name: String) -> (any Experiment.Type)? { experiments[name] }

  /// The engine's own directives.
  private static let own = [
    Let.description, Use.description, Check.description, Exercise.description, Term.description,
    SwiftCell.description, Sweep.description,
  ]

  /// Everything there is, by name.
  public var descriptions: [ExperimentDescription] {
    (Self.own + experiments.values.map { ExperimentDescription(of: $0) }).sorted { $0.name < $1.name }
  }

  /// What each directive does that a course uses, by name.
  func summaries(of course: Course) -> [String: String] {
    let used = Set(course.lessons.flatMap { $0.directives.map(\.name.value) })
    let own = Self.own.filter { used.contains($0.name) }.map { ($0.name, $0.summary) }
    let others = experiments.filter { used.contains($0.key) }.map { ($0.key, $0.value.summary) }
    return Dictionary(own + others, uniquingKeysWith: { $1 })
  }

  /// The names of the experiments, in no particular order.
  var experimentNames: [String] { Array(experiments.keys) }

  /// Whether a directive is the engine's own.
  func isOwn(_ name: String) -> Bool { Self.own.contains { $0.name == name } }

  /// The error for a name that no directive has.
  func unknownDirective(_ name: Spanned<String>) -> LessonError {
    let nearest = nearestName(to: name.value, among: names)
    return LessonError(
      .unknownDirective, at: .span(name.span), "no experiment is called \(name.value)",
      help: nearest.map { "did you mean {\($0)}?" } ?? "gradus list shows the experiments there are")
  }
}

/// The error for a key that a directive does not have.
func unknownParameter(_ key: Spanned<String>, of directive: String, known: [String]) -> LessonError {
  let nearest = nearestName(to: key.value, among: known)
  return LessonError(
    .parameter, at: .span(key.span), "{\(directive)} has no parameter \(key.value)",
    help: nearest.map { "did you mean \($0)?" }
      ?? (known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))"))
}
