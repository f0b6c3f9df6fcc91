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
    let parameters = subject.type.map { ParameterList(of: $0.init()) }
    let body = course.lessons[step.lesson].directives[step.directive].body
    let run: SeriesRun
    switch series {
    case .seeds(let count):
      let seeds = seeds(in: body, parameters, of: step, scope)
      run = SeriesRun(parts: seeds.parts(count), scope: scope)
    case .sweep(let sweep):
      let written = Datum(.mapping(sweep.with), span: body.span)
      var grid = try Grid(reading: argument(for: sweep.over, of: step, scope: scope))
      if let count = sweep.seeds {
        let seeds = seeds(in: written, parameters, of: step, scope)
        grid = try grid.times(try seeds.axis(count), at: sweep.over)
      }
      try sweep.check(grid)
      run = SeriesRun(parts: grid.parts(with: sweep.with, at: body.span), grid: grid, scope: scope)
    }
    engine.progress(.planned(run.parts.count - series.writtenCount))
    keep(run, of: index)
    return run.parts.count
  }

  private func seeds(
    in body: Datum, _ parameters: ParameterList?, of step: Plan.Step, _ scope: DictionaryScope
  ) -> Repetitions {
    let seed = course.lessons[step.lesson].frontMatter.seed
    let whole = parameters.map { ParameterBinder.body(body, seed: seed, parameters: $0) } ?? body
    return Repetitions(
      body: argument(for: whole, of: step, scope: scope), initial: parameters?["seed"]?.seed)
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
      guard let run = try run(call, of: step) else { return series[number] = .failed([]) }
      isReused = run.isReused
      let (kept, names) = kept(of: run, part: number, step)
      try memory.add(.record(kept.outcome.results))
      series[number] = .succeeded(kept, names: names)
    } catch {
      let isAtFault = !results.holdsStoppedCell(among: step.dependencies)
      series[number] = .failed(isAtFault ? LessonErrors.errors(from: error) : [])
    }
  }

  /// So much of a run as is gathered, with the names of its results where some are missing that were asked for.
  private func kept(
    of run: ExperimentRun, part: Int, _ step: Plan.Step
  ) -> (run: ExperimentRun, names: [String]) {
    var kept = run
    guard case .series(_, .sweep(let sweep)) = step.work else {
      // Of several seeds the page shows the first.
      if part > 0 { kept.outcome.displays = [] }
      return (kept, [])
    }
    kept.outcome = Outcome(sweep.kept(of: run.outcome.results))
    let isComplete = (sweep.keep ?? []).allSatisfy { kept.outcome.results[$0.names[...]] != nil }
    return (kept, isComplete ? [] : run.outcome.results.names)
  }

  private func call(part number: Int, of series: SeriesRun, _ step: Plan.Step) -> ExperimentCall? {
    guard let subject = step.work.subject else { return nil }
    return ExperimentCall(
      subject: subject, body: series.parts[number].body, scope: series.scope,
      hasFigureSize: series.grid == nil)
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
    do {
      switch series {
      case .seeds:
        note(of: run, runs, step, key: key(of: runs))
        results[index] = .succeeded(.list(runs.map { .record($0.outcome.results) }), runs.first)
      case .sweep(let sweep): results[index] = try gather(sweep, run, runs, step)
      }
    } catch {
      results[index] = failure(of: step, error)
    }
  }

  /// The runs of a sweep as a table.
  private func gather(
    _ sweep: Sweep, _ series: SeriesRun, _ runs: [ExperimentRun], _ step: Plan.Step
  ) throws -> StepResult {
    guard let grid = series.grid else { return .failed }
    let missing = series.missingResults(of: sweep)
    guard missing.isEmpty else { throw LessonErrors(missing) }
    let table = SweepTable(sweep, grid, runs.map(\.outcome.results))
    let results = Value.record(table.results)
    try EntryBudget().spend(results)
    try memory.add(results)
    let key = key(of: runs, gathering: table.results.names)
    note(of: series, runs, step, key: key)
    return .succeeded(
      results,
      ExperimentRun(
        outcome: Outcome(table.results, displays: [.table(table.display)]), key: key,
        isReused: runs.allSatisfy(\.isReused)))
  }

  private func key(of runs: [ExperimentRun], gathering names: [String] = []) -> String {
    var digest = Digest()
    for run in runs { digest.append(run.key) }
    for name in names { digest.append(name) }
    return digest.key
  }

  /// Notes what the runs of a series were made of.
  private func note(of series: SeriesRun, _ runs: [ExperimentRun], _ step: Plan.Step, key: String) {
    note(key, of: step) {
      guard let first = call(part: 0, of: series, step) else { return [] }
      let common = ingredients(of: first, step)
      guard let grid = series.grid else { return common + [Ingredient(.seeds, "", text: String(runs.count))] }
      return common.filter { !grid.gives($0) } + grid.ingredients
    }
  }
}
