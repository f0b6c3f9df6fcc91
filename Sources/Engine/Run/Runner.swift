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
  /// The series that run, by their steps.
  private let series = Mutex<[Int: SeriesRun]>([:])
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
    engine.progress(.planned(selected.reduce(0) { $0 + plan.steps[$1].work.runCount }))
    let schedule = Schedule(dependencies: plan.steps.map(\.dependencies))
    await schedule.run(workers: workers, SelectedSteps(runner: self, selected: selected))
  }

  /// Notes how long something takes that is done for a step.
  func timing<Result>(_ step: Int, _ body: () -> Result) -> Result {
    let start = engine.clock()
    defer { results.note(StepEffort(duration: engine.clock() - start), of: step) }
    return body()
  }

  /// Runs a step, or finds the parts that it is made of, and gives how many there are.
  func begin(_ index: Int) -> Int {
    let step = plan.steps[index]
    guard !memory.isPassed, isReady(step) else {
      results[index] = .notRun
      return 0
    }
    do {
      if case .series(let subject, let series) = step.work {
        return try open(series, of: subject, at: index)
      }
      results[index] = try result(of: step, at: index)
    } catch {
      results[index] = failure(of: step, error)
    }
    return 0
  }

  /// Whether every name in a step has a value; what else is wrong with one that cannot run is reported.
  private func isReady(_ step: Plan.Step) -> Bool {
    guard !step.isComplete || !results.succeeded(step.dependencies) else { return true }
    for error in step.unknown + otherErrors(of: step) { report(error, step.lesson, step.directive) }
    return false
  }

  private func result(of step: Plan.Step, at index: Int) throws -> StepResult {
    switch step.work {
    case .broken, .series: return .failed
    case .cells(let cells, let repeated): return runProgram(index, cells: cells, repeated: repeated)
    case .cell(let program, let position): return try result(ofCell: position, of: program, at: index)
    case .use: return .succeeded(.record(Record()), nil)
    case .definition(let entry):
      let value = try argument(for: entry.value, of: step, scope: scope(of: step)).value()
      try EntryBudget().spend(value)
      try memory.add(value)
      noteDefinition(entry, value, of: step)
      return .succeeded(value, nil)
    case .run(let subject): return try runOnce(subject, at: index)
    }
  }

  /// What a step comes to that something was thrown in, which is reported.
  func failure(of step: Plan.Step, _ error: any Error) -> StepResult {
    // A cell that stopped has not published all it would: what is missing is its fault.
    if results.holdsStoppedCell(among: step.dependencies) { return .notRun }
    return fail(step, LessonErrors.errors(from: error))
  }

  private func runOnce(_ subject: Plan.Subject, at index: Int) throws -> StepResult {
    let step = plan.steps[index]
    let directive = course.lessons[step.lesson].directives[step.directive]
    let call = ExperimentCall(subject: subject, body: directive.body, scope: scope(of: step))
    let place = place(of: step)
    engine.progress(.began(place, title: title(of: step)))
    var isReused = false
    defer { ended(place, of: index, isReused: isReused) }
    guard let run = try run(call, of: step) else { return .failed }
    isReused = run.isReused
    let results = Value.record(run.outcome.results)
    try memory.add(results)
    note(run.key, of: step) { ingredients(of: call, step) }
    return .succeeded(results, run)
  }

  /// Notes and tells that a run of a step has ended.
  func ended(_ place: RunPlace, of step: Int, isReused: Bool) {
    results.note(StepEffort(isReused: isReused), of: step)
    engine.progress(.ended(place, isReused: isReused))
  }

  func scope(of step: Plan.Step) -> DictionaryScope {
    let datum: Datum =
      if case .definition(let entry) = step.work {
        entry.value
      } else {
        course.lessons[step.lesson].directives[step.directive].body
      }
    let looksThrough = step.work.subject?.type?.looksThroughDefinitions ?? false
    return ScopeBuilder(plan: plan, results: results, lesson: step.lesson)
      .scope(
        for: step.meanings, from: step.dependencies, seesFormulas: looksThrough || datum.mayDifferentiate)
  }

  func argument(for datum: Datum, of step: Plan.Step, scope: DictionaryScope) -> WrittenValue {
    let lesson = course.lessons[step.lesson]
    return WrittenValue(
      datum: datum, scope: scope, files: LessonFiles(course: files, lesson: lesson.file.path),
      budget: EntryBudget())
  }

  // MARK: Mistakes

  /// What else is wrong with a step that cannot run, because a name in it is unknown or what it waits for has failed:
  /// so much of it is read as does not need those names.
  private func otherErrors(of step: Plan.Step) -> [LessonError] {
    let scope = scope(of: step)
    var errors: [LessonError] = []
    switch step.work {
    case .broken, .use, .cells, .cell, .run(.declared), .series(.declared, _): return []
    case .definition(let entry):
      guard
        isUsable(Mention.inExpressions(of: entry.value, isDefined: { step.meanings[$0] != nil }), in: step)
      else { return [] }
      errors = caught { _ = try argument(for: entry.value, of: step, scope: scope).value() }
    case .run(.experiment(let type)), .series(.experiment(let type), _):
      let body = course.lessons[step.lesson].directives[step.directive].body
      let parameters = ParameterList(of: type.init())
      let usable = step.work.values(in: body).filter { entry in
        isUsable(ParameterBinder.mentions(in: entry, parameters) { step.meanings[$0] != nil }, in: step)
      }
      errors =
        ParameterBinder.keyErrors(
          in: step.work.parameters(in: body), of: type.name, parameters: parameters)
        + usable.flatMap { entry in
          ParameterBinder.bind(
            parameters,
            to: argument(for: Datum(.mapping([entry]), span: body.span), of: step, scope: scope))
        }
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

  func fail(_ step: Plan.Step, _ errors: [LessonError]) -> StepResult {
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

  /// Keeps a series whose parts are to run.
  func keep(_ run: SeriesRun, of step: Int) {
    series.withLock { $0[step] = run }
  }

  func seriesRun(of step: Int) -> SeriesRun? { series.withLock { $0[step] } }

  func programResult(of step: Int) -> ProgramResult? { programs.withLock { $0[step] } }

  func report(_ error: LessonError, _ lesson: Int, _ directive: Int) {
    let place = course.lessons[lesson].directives[directive].name.span
    found.withLock { $0[lesson].append(error.placed(at: place)) }
  }
}
