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

  func run(part: Int, of step: Int) -> Bool {
    runner.timing(step) { runner.run(part: part, of: step) }
  }

  func prepareForPartsPutOff() async {
    if let executor = runner.engine.executor { await runner.errands.send(to: executor) }
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
    if case .sweep(let sweep) = series, let result = try keptTable(of: sweep, run, at: index) {
      results[index] = result
      return 0
    }
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

  /// Runs a part of a series that is open; false where it is put off, to be done elsewhere.
  func run(part number: Int, of index: Int) -> Bool {
    let step = plan.steps[index]
    guard let series = seriesRun(of: index), let call = call(part: number, of: series, step),
      !memory.isPassed
    else { return true }
    do {
      guard let ready = try prepare(call, of: step) else { throw LessonErrors([]) }
      let kept = kept(ready.key)
      if kept == nil, putsOff(ready.key, step: index, part: number) { return false }
      try finish(kept, ready, part: number, of: series, at: index)
    } catch {
      let isAtFault = !results.holdsStoppedCell(among: step.dependencies)
      series[number] = .failed(isAtFault ? LessonErrors.errors(from: error) : [])
    }
    return true
  }

  /// Whether a run waits to be done elsewhere.
  private func putsOff(_ key: String, step index: Int, part: Int) -> Bool {
    guard engine.executor != nil, errands.wanted == nil else { return false }
    let place = place(of: plan.steps[index])
    let run = ElsewhereRun(lesson: place.lesson, directive: place.directive, key: key)
    return errands.putOff(run, step: index, part: part)
  }

  private func finish(
    _ kept: ExperimentRun?, _ ready: ReadyRun, part number: Int, of series: SeriesRun, at index: Int
  ) throws {
    let step = plan.steps[index]
    if let wanted = errands.wanted, kept == nil, !wanted.contains(ready.key) { throw LessonErrors([]) }
    if kept == nil, let loss = errands.loss(of: ready.key) {
      throw LessonError.experiment(loss.message, help: loss.help)
    }
    let place = place(of: step, part: number)
    let left = series.left - 1
    let title = "\(title(of: step)), \(series.parts[number].name)" + (left > 0 ? "; \(left) left" : "")
    engine.progress(.began(place, title: title))
    var isReused = false
    defer { ended(place, of: index, isReused: isReused) }
    errands.note(.failed, of: ready.key)
    guard let run = try kept ?? perform(ready) else { throw LessonErrors([]) }
    isReused = run.isReused
    // Only who wants it elsewhere needs to know whether the store has it.
    if errands.isWanted(ready.key), kept != nil || engine.store.load(ready.key) != nil {
      errands.note(.kept, of: ready.key)
    }
    let (gathered, names) = gathered(from: run, part: number, step)
    try memory.add(.record(gathered.outcome.results))
    series[number] = .succeeded(gathered, names: names)
  }

  /// So much of a run as is gathered, with the names of its results where some are missing that were asked for.
  private func gathered(
    from run: ExperimentRun, part: Int, _ step: Plan.Step
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

  func call(part number: Int, of series: SeriesRun, _ step: Plan.Step) -> ExperimentCall? {
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
        note(of: run, step, key: key(of: runs))
        results[index] = .succeeded(.list(runs.map { .record($0.outcome.results) }), runs.first)
      case .sweep(let sweep): results[index] = try gather(sweep, run, runs, step)
      }
    } catch {
      results[index] = failure(of: step, error)
    }
  }

  private func key(of runs: [ExperimentRun]) -> String {
    var digest = Digest()
    for run in runs { digest.append(run.key) }
    return digest.key
  }

  /// Notes what the runs of a series were made of.
  func note(of series: SeriesRun, _ step: Plan.Step, key: String, keeping keep: [Sweep.Path]? = nil) {
    note(key, of: step) {
      guard let first = call(part: 0, of: series, step) else { return [] }
      let common = ingredients(of: first, step)
      guard let grid = series.grid else {
        return common + [Ingredient(.seeds, "", text: String(series.parts.count))]
      }
      let kept = keep.map { Ingredient(.parameter, "keep", text: $0.map(\.text).joined(separator: ", ")) }
      return common.filter { !grid.gives($0) } + grid.ingredients + (kept.map { [$0] } ?? [])
    }
  }
}
