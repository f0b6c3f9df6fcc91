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

/// Runs experiments, or takes what earlier runs gave.
extension Runner {
  /// Runs an experiment; nil where it fails and that is reported already.
  func run(_ call: ExperimentCall, of step: Plan.Step) throws -> ExperimentRun? {
    switch call.subject {
    case .experiment(let type): try runExperiment(type, call, of: step)
    case .declared(let declaration): try runDeclared(declaration, call.body, of: step)
    }
  }

  private func runExperiment(
    _ type: any Experiment.Type, _ call: ExperimentCall, of step: Plan.Step
  ) throws -> ExperimentRun {
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
    if let outcome = engine.store.load(key).flatMap(OutcomeCoding.decode) {
      return ExperimentRun(outcome: outcome, key: key, isReused: true)
    }
    let context = Context(identifier: "figure-\(key.prefix(8))", figureWidth: width, figureHeight: height)
    let outcome = try experiment.run(in: context)
    if let bytes = OutcomeCoding.encode(outcome) { engine.store.save(bytes, for: key) }
    return ExperimentRun(outcome: outcome, key: key, isReused: false)
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
