import LessonFormat

/// What `gradus list` and `gradus explain` say about a directive.
public struct ExperimentDescription: Sendable, Hashable, Codable {
  /// The word between the braces.
  public var name: String
  /// What it does, in one sentence.
  public var summary: String
  /// What an author may write in the body.
  public var parameters: [ParameterDescription]
  /// What it gives.
  public var results: [ResultDescription]
  /// A whole directive that works as it is, with its fences, below those whose results it needs.
  public var example: String

  /// Describes a directive.
  ///
  /// - Parameters:
  ///   - result: the word behind the braces in the example.
  ///   - body: the body of the example.
  ///   - preparation: the directives above it, whole.
  public init(
    name: String, summary: String, parameters: [ParameterDescription], results: [ResultDescription],
    result: String, body: String, preparation: String = ""
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.results = results
    let heading = result.isEmpty ? "```{\(name)}" : "```{\(name)} \(result)"
    let above = preparation.isEmpty ? "" : "\(preparation)\n\n"
    example = "\(above)\(heading)\n\(body)\n```"
  }

  /// Describes an experiment.
  init<E: Experiment>(of experiment: E.Type) {
    let parameters = ParameterList(of: E())
    self.init(
      name: E.name, summary: E.summary,
      parameters: parameters.entries.map { $0.storage.description(named: $0.name) }
        + (Repetitions.areKnown(to: parameters) ? [Repetitions.description] : [])
        + (SourceReader.directives.contains(E.name) ? [.source] : []),
      results: E.results, result: "result", body: E.example,
      preparation: E.examplePreparation)
  }
}
