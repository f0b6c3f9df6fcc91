import Expressions
import LessonFormat
import SourceText
import Synchronization

/// Runs the steps of a plan, each after those it depends on, and reuses what has not changed.
final class Runner: Sendable {
  let course: Course
  let plan: Plan
  let files: any CourseFiles
  let engine: Engine
  let results: StepResults
  private let found: Mutex<[[LessonError]]>
  /// What is wrong with repetitions that failed, until all are gathered.
  private let repetitionErrors = Mutex<[Int: [LessonError]]>([:])
  /// What came of programs of cells, by their steps.
  private let programs = Mutex<[Int: ProgramResult]>([:])
  private let foundInCells = Mutex<[Diagnostic]>([])
  let memory = CourseMemory()

  init(course: Course, plan: Plan, files: any CourseFiles, engine: Engine) {
    self.course = course
    self.plan = plan
    self.files = files
    self.engine = engine
    self.results = StepResults(count: plan.steps.count)
    self.found = Mutex(Array(repeating: [], count: course.lessons.count))
  }

  /// What is wrong, in no particular order.
  var diagnostics: [Diagnostic] {
    zip(course.lessons, found.withLock(\.self)).flatMap { lesson, errors in errors.diagnostics(in: lesson) }
      + foundInCells.withLock(\.self)
  }

  /// Whether the steps' values took more memory than a course may.
  var hasPassedMemory: Bool { memory.isPassed }

  /// Runs some steps; the rest keep no result.
  func run(_ selected: Set<Int>, workers: Int) async {
    for (lesson, directive, error) in plan.errors { report(error, lesson, directive) }
    let experiments = selected.count { plan.steps[$0].work.isCounted }
    engine.progress(.planned(experiments))
    let schedule = Schedule(dependencies: plan.steps.map(\.dependencies))
    await schedule.run(workers: workers) { step in
      guard selected.contains(step) else { return }
      let start = self.engine.clock()
      self.results[step] = self.result(of: step)
      self.results.note(StepEffort(duration: self.engine.clock() - start), of: step)
    }
  }

  private func result(of index: Int) -> StepResult {
    let step = plan.steps[index]
    guard !memory.isPassed else { return .notRun }
    if case .gathering(let count) = step.work { return gather(step, (index - count)..<index) }
    guard step.isComplete, results.succeeded(step.dependencies) else {
      let errors = step.unknown + otherErrors(of: step)
      for error in errors { report(error, step.lesson, step.directive) }
      return .notRun
    }
    let scope = scope(of: step)
    do {
      switch step.work {
      case .broken, .gathering: return .failed
      case .cells(let cells, let repeated): return runProgram(index, cells: cells, repeated: repeated)
      case .cell(let program, let position): return try result(ofCell: position, of: program, at: index)
      case .use: return .succeeded(.record(Record()), nil)
      case .definition(let entry):
        let value = try argument(for: entry.value, of: step, scope: scope).value()
        try EntryBudget().spend(value)
        try memory.add(value)
        noteDefinition(entry, value, of: step)
        return .succeeded(value, nil)
      case .declared(let declaration): return try resultOfDeclared(declaration, at: index)
      case .experiment(let type):
        return try runAndReport(index) { try runExperiment(type, of: step, scope: scope, repetition: nil) }
      case .repetition(let type, let number):
        return try runAndReport(index) { try runExperiment(type, of: step, scope: scope, repetition: number) }
      }
    } catch {
      // A cell that stopped has not published all it would: what is missing is its fault.
      if results.holdsStoppedCell(among: step.dependencies) { return .notRun }
      let errors = LessonErrors.errors(from: error)
      guard case .repetition = step.work else { return fail(step, errors) }
      repetitionErrors.withLock { $0[index] = errors }
      return .failed
    }
  }

  private func runAndReport(_ index: Int, _ run: () throws -> ExperimentRun) throws -> StepResult {
    engine.progress(began(index))
    var isReused = false
    defer { ended(index, isReused: isReused) }
    let run = try run()
    isReused = run.isReused
    let results = Value.record(run.outcome.results)
    try memory.add(results)
    // Of repetitions the page shows the first.
    if case .repetition(_, 1...) = plan.steps[index].work { return .succeeded(results, nil) }
    return .succeeded(results, run)
  }

  /// Notes and tells that a step has ended.
  func ended(_ step: Int, isReused: Bool) {
    results.note(StepEffort(isReused: isReused), of: step)
    engine.progress(.ended(step: step, isReused: isReused))
  }

  private func resultOfDeclared(_ declaration: Plan.Declaration, at index: Int) throws -> StepResult {
    engine.progress(began(index))
    var isReused = false
    defer { ended(index, isReused: isReused) }
    guard let run = try runDeclared(declaration, of: plan.steps[index]) else { return .failed }
    isReused = run.isReused
    let results = Value.record(run.outcome.results)
    try memory.add(results)
    return .succeeded(results, run)
  }

  /// The results of repetitions as a list; what is wrong with them is reported once.
  private func gather(_ step: Plan.Step, _ repetitions: Range<Int>) -> StepResult {
    let values = repetitions.compactMap { results.value(of: $0) }
    guard values.count < repetitions.count else { return .succeeded(.list(values), nil) }
    let errors = repetitionErrors.withLock { errors in repetitions.compactMap { errors[$0] } }
    guard var first = errors.first else { return .notRun }
    if errors.count > 1, first.allSatisfy({ $0.code == .experiment }) {
      for index in first.indices {
        first[index].message += "; \(errors.count) of \(repetitions.count) seeds fail"
      }
    }
    return fail(step, first)
  }

  private func scope(of step: Plan.Step) -> DictionaryScope {
    let datum: Datum =
      if case .definition(let entry) = step.work {
        entry.value
      } else {
        course.lessons[step.lesson].directives[step.directive].body
      }
    let looksThrough = step.work.experiment?.looksThroughDefinitions ?? false
    return ScopeBuilder(plan: plan, results: results, lesson: step.lesson)
      .scope(
        for: step.meanings, from: step.dependencies, seesFormulas: looksThrough || datum.mayDifferentiate)
  }

  private func argument(for datum: Datum, of step: Plan.Step, scope: DictionaryScope) -> WrittenValue {
    let lesson = course.lessons[step.lesson]
    return WrittenValue(
      datum: datum, scope: scope, files: LessonFiles(course: files, lesson: lesson.file.path),
      budget: EntryBudget())
  }

  // MARK: Experiments

  private func runExperiment(
    _ type: any Experiment.Type, of step: Plan.Step, scope: DictionaryScope, repetition: Int?
  ) throws -> ExperimentRun {
    let experiment = type.init()
    let parameters = ParameterList(of: experiment)
    let lesson = course.lessons[step.lesson]
    let directive = lesson.directives[step.directive]
    let body = ParameterBinder.body(of: directive, seed: lesson.frontMatter.seed, parameters: parameters)
    let errors =
      ParameterBinder.keyErrors(in: directive, parameters: parameters)
      + ParameterBinder.bind(parameters, to: argument(for: body, of: step, scope: scope))
    guard errors.isEmpty else { throw LessonErrors(errors) }
    if let repetition { parameters["seed"]?.advanceSeed(by: repetition) }
    let key = key(of: type, parameters: parameters, display: directive.display)
    let count = repetition == nil ? nil : Repetitions.count(in: directive, parameters: parameters)
    if repetition ?? 0 == 0 {
      note(key + (count.map { " \($0)" } ?? ""), of: step) { ingredients(of: type, parameters, step) }
    }
    if let outcome = engine.store.load(key).flatMap(OutcomeCoding.decode) {
      return ExperimentRun(outcome: outcome, key: key, isReused: true)
    }
    let context = Context(
      identifier: "figure-\(key.prefix(8))", figureWidth: directive.display.figureWidth,
      figureHeight: directive.display.figureHeight)
    let outcome: Outcome
    do {
      outcome = try experiment.run(in: context)
    } catch {
      throw repetition == nil ? error : Self.error(error, with: parameters["seed"]?.seed)
    }
    if let bytes = OutcomeCoding.encode(outcome) { engine.store.save(bytes, for: key) }
    return ExperimentRun(outcome: outcome, key: key, isReused: false)
  }

  /// An error of one of several runs, which says with which seed it came.
  private static func error(_ error: any Error, with seed: Seed?) -> LessonErrors {
    LessonErrors(
      LessonErrors.errors(from: error).map { error in
        guard error.code == .experiment, let seed else { return error }
        var error = error
        error.message = "with seed \(seed.value), \(error.message)"
        return error
      })
  }

  /// Everything that an outcome depends on: the program, the experiment, its parameters with the values and files
  /// behind them, and the size of the drawing.
  private func key(
    of type: any Experiment.Type, parameters: ParameterList, display: DisplayOptions
  ) -> String {
    var digest = Digest()
    digest.append(engine.program)
    digest.append(type.name)
    digest.append(display.figureWidth ?? 0)
    digest.append(display.figureHeight ?? 0)
    for (name, storage) in parameters.entries {
      digest.append(name)
      storage.append(to: &digest)
    }
    return digest.key
  }

  private func began(_ index: Int) -> Progress {
    let step = plan.steps[index]
    let directive = course.lessons[step.lesson].directives[step.directive]
    let name = directive.result.map { " \($0.value)" } ?? ""
    let place = place(of: step)
    return .began(step: index, title: "\(place.lesson): {\(directive.name.value)}\(name)", place: place)
  }

  func place(of step: Plan.Step) -> RunPlace {
    var place = RunPlace(lesson: course.lessons[step.lesson].file.path, directive: step.directive)
    if case .repetition(_, let number) = step.work { place.repetition = number }
    return place
  }

  // MARK: Mistakes

  /// What else is wrong with a step that cannot run, because a name in it is unknown or what it waits for has failed:
  /// so much of it is read as does not need those names.
  private func otherErrors(of step: Plan.Step) -> [LessonError] {
    let scope = scope(of: step)
    var errors: [LessonError] = []
    switch step.work {
    case .broken, .use, .gathering, .cells, .cell, .declared: return []
    case .definition(let entry):
      guard
        isUsable(Mention.inExpressions(of: entry.value, isDefined: { step.meanings[$0] != nil }), in: step)
      else { return [] }
      errors = caught { _ = try argument(for: entry.value, of: step, scope: scope).value() }
    case .experiment(let type), .repetition(let type, _):
      let directive = course.lessons[step.lesson].directives[step.directive]
      let parameters = ParameterList(of: type.init())
      let usable = ParameterBinder.entries(of: directive).filter { entry in
        isUsable(ParameterBinder.mentions(in: entry, parameters) { step.meanings[$0] != nil }, in: step)
      }
      let body = Datum(.mapping(usable), span: directive.body.span)
      errors =
        ParameterBinder.keyErrors(in: directive, parameters: parameters)
        + ParameterBinder.bind(parameters, to: argument(for: body, of: step, scope: scope))
    }
    let places = Set(step.unknown.map(\.place))
    return errors.filter { !places.contains($0.place) }
  }

  /// Whether whatever mentions mean has a value.
  ///
  /// Names that mean nothing are let pass: they are known to be wrong, unless nobody can know what they
  /// are.
  private func isUsable(_ mentions: [Mention], in step: Plan.Step) -> Bool {
    guard step.isComplete || !step.unknown.isEmpty else { return false }
    return mentions.allSatisfy { mention in
      step.meanings[mention.name].map { results.succeeded($0.steps(using: mention.field)) } ?? true
    }
  }

  private func caught(_ body: () throws -> Void) -> [LessonError] {
    do {
      try body()
      return []
    } catch {
      return LessonErrors.errors(from: error)
    }
  }

  private func fail(_ step: Plan.Step, _ errors: [LessonError]) -> StepResult {
    noteFailure(of: step)
    for error in errors { report(error, step.lesson, step.directive) }
    return .failed
  }

  /// Adds diagnostics that have their places.
  func add(_ diagnostics: [Diagnostic]) {
    foundInCells.withLock { $0 += diagnostics }
  }

  /// Keeps what came of a program, for its cells.
  func keep(_ result: ProgramResult, of step: Int) {
    programs.withLock { $0[step] = result }
  }

  func programResult(of step: Int) -> ProgramResult? { programs.withLock { $0[step] } }

  func report(_ error: LessonError, _ lesson: Int, _ directive: Int) {
    let place = course.lessons[lesson].directives[directive].name.span
    found.withLock { $0[lesson].append(error.placed(at: place)) }
  }
}
