import LessonFormat
import SourceText
import Typesetting

/// Runs and verifies courses.
///
/// Everything from outside comes in here: storage, typesetting, the number of workers.
public struct Engine: Sendable {
  let registry: Registry
  let store: any ResultStore
  let typesetter: Typesetter
  let cells: any CellRunner
  let checksTwice: Bool
  let journal: (any RunJournal)?
  let executor: (any RunExecutor)?
  let program: String
  let workers: Int
  let clock: @Sendable () -> Duration
  let progress: @Sendable (Progress) -> Void

  /// Makes an engine.
  ///
  /// - Parameters:
  ///   - registry: the directives that lessons may use.
  ///   - store: where outcomes are kept between runs.
  ///   - typesetter: sets the mathematics, and finds what is wrong with it.
  ///   - cells: runs programs of Swift cells.
  ///   - checksTwice: whether each program of cells runs twice, to see that its results do not change.
  ///   - journal: is told what named results were made of; nil where nobody will ask.
  ///   - executor: has runs done elsewhere of directives that have several; nil where all are done here.
  ///   - program: an identity of the program; outcomes of another program are not reused.
  ///   - workers: how many steps run at once.
  ///   - clock: tells the time that has passed since some moment; without one nothing takes any.
  ///   - progress: is told what begins and ends, from any thread.
  public init(
    registry: Registry, store: any ResultStore, typesetter: Typesetter,
    cells: any CellRunner = RefusedCells("nothing here can run Swift cells"), checksTwice: Bool = false,
    journal: (any RunJournal)? = nil, executor: (any RunExecutor)? = nil, program: String, workers: Int,
    clock: @escaping @Sendable () -> Duration = { .zero },
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.registry = registry
    self.store = store
    self.typesetter = typesetter
    self.cells = cells
    self.checksTwice = checksTwice
    self.journal = journal
    self.executor = executor
    self.program = program
    self.workers = workers
    self.clock = clock
    self.progress = progress
  }

  /// Plans a course, runs what its lessons need, and verifies what they say.
  ///
  /// - Parameters:
  ///   - course: the course, read.
  ///   - files: its files.
  ///   - selection: the lessons to run and verify, by index, with all that they need; nil for every lesson.
  public func run(_ course: Course, files: any CourseFiles, selection: Set<Int>? = nil) async -> CourseRun {
    let plan = Planner.plan(course, registry: registry)
    let steps = plan.steps(for: selection)
    let runner = await runSteps(steps, of: plan, course, files: files)
    let selected = selection.map { $0.sorted() } ?? Array(course.lessons.indices)
    let glossary = Glossary(course)
    let labels = LabelIndex(course: course, glossary: glossary, plan: plan, results: runner.results)
    let verifier = Verifier(
      course: course, plan: plan, results: runner.results, labels: labels, glossary: glossary, files: files,
      typesetter: typesetter)
    let runs = await concurrentMap(selected, workers: workers) { verifier.verify($0) }
    var found =
      course.diagnostics + runner.diagnostics + runs.flatMap(\.diagnostics)
      + CitationChecker(course: course).diagnostics(for: selection)
    if selection == nil { found += CoverageChecker(course: course, runs: runs.map(\.run)).diagnostics() }
    let concerned = selection.map { $0.union(steps.map { plan.steps[$0].lesson }) }
    return CourseRun(
      course: course, plan: plan, labels: labels, glossary: glossary,
      summaries: registry.summaries(of: course), selected: selected, runs: runs.map(\.run),
      diagnostics: found.filter { course.isConcerned($0, by: concerned) })
  }

  /// Does some runs of a course for another process, which finds their results in the store.
  ///
  /// - Returns: how they ended, by their keys; those that the course does not have are missing.
  public func perform(
    _ runs: [ElsewhereRun], of course: Course, files: any CourseFiles
  ) async -> [String: RunEnding] {
    let plan = Planner.plan(course, registry: registry)
    let places = Set(
      runs.compactMap { run in
        course.index(ofLesson: run.lesson).map { DirectivePlace(lesson: $0, directive: run.directive) }
      })
    let runner = Runner(
      course: course, plan: plan, files: files, engine: self, wanted: Set(runs.map(\.key)))
    await runner.run(plan.steps(behind: places), workers: workers)
    return runner.errands.endings
  }

  /// Runs steps side by side.
  ///
  /// Where their values take more memory than a course may, which of them came first depended on chance: they run
  /// once more in order, so that the limit falls the same way every time.
  private func runSteps(
    _ steps: Set<Int>, of plan: Plan, _ course: Course, files: any CourseFiles
  ) async -> Runner {
    let runner = Runner(course: course, plan: plan, files: files, engine: self)
    await runner.run(steps, workers: workers)
    guard runner.hasPassedMemory, workers > 1 else { return runner }
    let orderly = Runner(course: course, plan: plan, files: files, engine: self)
    await orderly.run(steps, workers: 1)
    return orderly
  }
}

extension Course {
  /// Whether a diagnostic is about some of the lessons, or about a file that they use; every diagnostic is where no
  /// lessons are chosen.
  fileprivate func isConcerned(_ diagnostic: Diagnostic, by chosen: Set<Int>?) -> Bool {
    guard let chosen else { return true }
    if let lesson = index(ofLesson: diagnostic.file) {
      return chosen.contains(lesson)
    }
    return diagnostic.code != .course || unreadable.contains(diagnostic.file)
  }
}
