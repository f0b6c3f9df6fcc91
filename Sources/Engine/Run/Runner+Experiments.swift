import Expressions
import LessonFormat
import SourceText

/// One run of an experiment: what runs, and what its parameters are read from.
struct ExperimentCall: Sendable {
  var subject: Plan.Subject
  var body: Datum
  /// The names that expressions in it may use.
  var scope: DictionaryScope
  /// Whether its figures have the size that its directive asks for.
  var hasFigureSize = true
}

/// A run that can begin: its parameters are filled in, and the key of its result is known.
struct ReadyRun {
  var key: String
  /// Runs it; nil where it fails and that is reported already.
  var outcome: () throws -> Outcome?
}

/// Runs experiments, or takes what earlier runs gave.
extension Runner {
  /// Fills the parameters of a run in; nil where what is wrong is reported already.
  func prepare(_ call: ExperimentCall, of step: Plan.Step) throws -> ReadyRun? {
    switch call.subject {
    case .experiment(let type): try prepare(type, call, of: step)
    case .declared(let declaration): prepare(declaration, call.body, of: step)
    }
  }

  /// What an earlier run gave, or one elsewhere.
  func kept(_ key: String) -> ExperimentRun? {
    engine.store.load(key).flatMap(OutcomeCoding.decode).map {
      ExperimentRun(outcome: $0, key: key, isReused: !errands.wasAway(key))
    }
  }

  /// Runs what is ready and keeps its result; nil where it fails and that is reported already.
  func perform(_ run: ReadyRun) throws -> ExperimentRun? {
    guard let outcome = try run.outcome() else { return nil }
    if let bytes = OutcomeCoding.encode(outcome) { engine.store.save(bytes, for: run.key) }
    return ExperimentRun(outcome: outcome, key: run.key, isReused: false)
  }

  private func prepare(
    _ type: any Experiment.Type, _ call: ExperimentCall, of step: Plan.Step
  ) throws -> ReadyRun {
    let experiment = type.init()
    let parameters = ParameterList(of: experiment)
    let errors =
      ParameterBinder.keyErrors(in: call.body, of: type.name, parameters: parameters)
      + bind(parameters, call, of: step)
    guard errors.isEmpty else { throw LessonErrors(errors) }
    let display = course.lessons[step.lesson].directives[step.directive].display
    let width = call.hasFigureSize ? display.figureWidth : nil
    let height = call.hasFigureSize ? display.figureHeight : nil
    let key = key(of: type, parameters: parameters, width: width, height: height)
    let context = Context(identifier: "figure-\(key.prefix(8))", figureWidth: width, figureHeight: height)
    return ReadyRun(key: key) { try experiment.run(in: context) }
  }

  /// Reads the parameters of a call; gives all that does not fit.
  func bind(_ parameters: ParameterList, _ call: ExperimentCall, of step: Plan.Step) -> [LessonError] {
    let seed = course.lessons[step.lesson].frontMatter.seed
    let body = ParameterBinder.body(call.body, seed: seed, parameters: parameters)
    return ParameterBinder.bind(parameters, to: argument(for: body, of: step, scope: call.scope))
  }

  /// Everything that an outcome depends on: the program, the experiment, its parameters with the values and files
  /// behind them, and the size of the drawing.
  private func key(
    of type: any Experiment.Type, parameters: ParameterList, width: Double?, height: Double?
  ) -> String {
    var digest = Digest()
    digest.append(engine.program)
    digest.append(type.name)
    digest.append(width ?? 0)
    digest.append(height ?? 0)
    for (name, storage) in parameters.entries {
      digest.append(name)
      storage.append(to: &digest)
    }
    return digest.key
  }

  /// What a run of a step is called in what people see of it.
  func title(of step: Plan.Step) -> String {
    let lesson = course.lessons[step.lesson]
    let directive = lesson.directives[step.directive]
    let name = directive.result.map { " \($0.value)" } ?? ""
    return "\(lesson.file.path): {\(directive.name.value)}\(name)"
  }

  func place(of step: Plan.Step, part: Int? = nil) -> RunPlace {
    RunPlace(lesson: course.lessons[step.lesson].file.path, directive: step.directive, part: part)
  }
}
