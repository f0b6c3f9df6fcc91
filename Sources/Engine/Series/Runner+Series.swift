import Expressions
import LessonFormat
import SourceText

/// The steps that are to run; the others are passed over.
struct SelectedSteps: ScheduledSteps {
  let runner: Runner
  let selected: Set<Int>

  func begin(_ step: Int) -> Int {
    guard selected.contains(step) else { return 0 }
    return runner.timing(step) { runner.begin(step) }
  }

  func run(part: Int, of step: Int) {
    runner.timing(step) { runner.run(part: part, of: step) }
  }

  func end(_ step: Int) {
    runner.timing(step) { runner.end(step) }
  }
}

/// Runs experiments several times, each run a part that is kept, counted and reused by itself.
extension Runner {
  /// Finds the parts of a series, and gives how many there are.
  func open(_ series: Series, of subject: Plan.Subject, at index: Int) throws -> Int {
    let step = plan.steps[index]
    let scope = scope(of: step)
    let parts = try parts(of: series, subject, step, scope)
    engine.progress(.planned(parts.count - series.writtenCount))
    keep(SeriesRun(parts: parts, scope: scope), of: index)
    return parts.count
  }

  private func parts(
    of series: Series, _ subject: Plan.Subject, _ step: Plan.Step, _ scope: DictionaryScope
  ) throws -> [SeriesPart] {
    let lesson = course.lessons[step.lesson]
    switch series {
    case .seeds(let count):
      guard let type = subject.type else { return [] }
      let parameters = ParameterList(of: type.init())
      let body = ParameterBinder.body(
        lesson.directives[step.directive].body, seed: lesson.frontMatter.seed, parameters: parameters)
      return Repetitions.parts(
        count, of: argument(for: body, of: step, scope: scope), default: parameters["seed"]?.seed)
    }
  }

  /// Runs a part of a series that is open.
  func run(part number: Int, of index: Int) {
    let step = plan.steps[index]
    guard let series = seriesRun(of: index), let call = call(part: number, of: series, step),
      !memory.isPassed
    else { return }
    let place = place(of: step, part: number)
    let left = series.left - 1
    let title = "\(title(of: step)), \(series.parts[number].name)" + (left > 0 ? "; \(left) left" : "")
    engine.progress(.began(place, title: title))
    var isReused = false
    defer { ended(place, of: index, isReused: isReused) }
    do {
      guard var run = try run(call, of: step) else { return series[number] = .failed([]) }
      isReused = run.isReused
      // Of several runs the page shows the first.
      if number > 0 { run.outcome.displays = [] }
      try memory.add(.record(run.outcome.results))
      series[number] = .succeeded(run)
    } catch {
      let isAtFault = !results.holdsStoppedCell(among: step.dependencies)
      series[number] = .failed(isAtFault ? LessonErrors.errors(from: error) : [])
    }
  }

  private func call(part number: Int, of series: SeriesRun, _ step: Plan.Step) -> ExperimentCall? {
    guard let subject = step.work.subject else { return nil }
    return ExperimentCall(subject: subject, body: series.parts[number].body, scope: series.scope)
  }

  /// Gathers what came of the parts of a series.
  func end(_ index: Int) {
    let step = plan.steps[index]
    guard case .series(_, let series) = step.work, let run = seriesRun(of: index) else { return }
    guard let runs = run.runs else {
      let errors = run.errors(noun: series.noun)
      results[index] = errors.isEmpty ? .notRun : fail(step, errors)
      return
    }
    note(of: runs, run, step)
    results[index] = .succeeded(.list(runs.map { .record($0.outcome.results) }), runs.first)
  }

  /// Notes what the runs of a series were made of.
  private func note(of runs: [ExperimentRun], _ series: SeriesRun, _ step: Plan.Step) {
    var digest = Digest()
    for run in runs { digest.append(run.key) }
    note(digest.key, of: step) {
      guard let first = call(part: 0, of: series, step) else { return [] }
      return ingredients(of: first, step) + [Ingredient(.seeds, "", text: String(runs.count))]
    }
  }
}
