import Expressions
import FoundationEssentials
import LessonFormat
import SourceText

/// What is asked of a program of cells that declares experiments, instead of running to its end.
public enum CellRequest: Sendable, Codable {
  /// To run one of them for a directive.
  case run(ExperimentRequest)
  /// To describe them.
  case describe
}

/// A directive that an experiment of a program of cells is to run.
public struct ExperimentRequest: Sendable, Codable {
  /// The experiment's name.
  public var experiment: String
  /// The cell that declares it, counted from 0.
  public var cell: Int
  /// The directive's name with its place.
  var directive: Spanned<String>
  /// What the directive says.
  var body: Datum
  /// The seed of the lesson.
  var seed: Spanned<Int>?
  /// The values of the names that its expressions may use.
  var values: Record
  /// The lesson's path in the course.
  var lesson: String
  /// The bytes of the files that the body may name, by their paths in the course.
  var files: [String: Data]
  /// A name that is unique on the page.
  public internal(set) var identifier = ""
  var figureWidth: Double?
  var figureHeight: Double?
}

/// What a program of cells says to a request.
public enum CellReply: Sendable, Codable {
  case outcome(Outcome)
  /// What is wrong with the directive, or why the experiment fails.
  case errors([LessonError])
  case descriptions([ExperimentDescription])

  /// The reply as bytes.
  public var bytes: [UInt8] { (try? OutcomeCoding.encoder.encode(self)).map(Array.init) ?? [] }

  /// Reads a reply; nil where the bytes are none.
  public init?(_ bytes: [UInt8]) {
    guard let reply = try? OutcomeCoding.decoder.decode(CellReply.self, from: Data(bytes)) else { return nil }
    self = reply
  }
}

extension CellRequest {
  /// The request as bytes.
  public var bytes: [UInt8] { (try? OutcomeCoding.encoder.encode(self)).map(Array.init) ?? [] }

  /// Reads a request; nil where the bytes are none.
  public init?(_ bytes: [UInt8]) {
    guard let request = try? OutcomeCoding.decoder.decode(CellRequest.self, from: Data(bytes)) else {
      return nil
    }
    self = request
  }

  /// What some experiments, declared by one cell, have to say; nil where another cell is asked.
  public func answer(_ experiments: [any Experiment.Type], ofCell cell: Int) -> CellReply? {
    switch self {
    case .describe: return .descriptions(experiments.map { ExperimentDescription(of: $0) })
    case .run(let request):
      guard request.cell == cell, let type = experiments.first(where: { $0.name == request.experiment })
      else { return nil }
      do {
        return .outcome(try request.run(type))
      } catch {
        return .errors(LessonErrors.errors(from: error))
      }
    }
  }
}

extension ExperimentRequest {
  /// Whether a place is within the directive, or the lesson's seed.
  public func holds(_ span: Span) -> Bool {
    let whole = body.span.union(directive.span)
    return (whole.start <= span.start && span.end <= whole.end) || span == seed?.span
  }

  /// Whether a file was given along.
  public func gives(_ path: String) -> Bool { files[path] != nil }

  /// Fills the parameters in and runs the experiment.
  fileprivate func run(_ type: any Experiment.Type) throws -> Outcome {
    let experiment = type.init()
    let parameters = ParameterList(of: experiment)
    let argument = WrittenValue(
      datum: ParameterBinder.body(body, seed: seed, parameters: parameters),
      scope: DictionaryScope(
        Dictionary(values.entries.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })),
      files: LessonFiles(course: GivenFiles(contents: files), lesson: lesson), budget: EntryBudget())
    let errors =
      ParameterBinder.keyErrors(in: body, of: self.experiment, parameters: parameters)
      + ParameterBinder.bind(parameters, to: argument)
    guard errors.isEmpty else { throw LessonErrors(errors) }
    return try experiment.run(
      in: Context(identifier: identifier, figureWidth: figureWidth, figureHeight: figureHeight))
  }
}

/// The files that were given along with a request.
private struct GivenFiles: CourseFiles {
  var contents: [String: Data]

  func read(_ path: String) throws(FileProblem) -> [UInt8] {
    guard let bytes = contents[path] else { throw .missing }
    return Array(bytes)
  }

  func exists(_ path: String) -> Bool { contents[path] != nil }

  func markdownFiles() -> [String] { [] }

  func names(in folder: String) -> [String] { [] }
}
