import Expressions

/// Gathers the runs of sweeps in tables, which are kept, too: a sweep in which nothing has changed reads one result
/// instead of one for each point.
extension Runner {
  /// The runs of a sweep as a table.
  func gather(
    _ sweep: Sweep, _ series: SeriesRun, _ runs: [ExperimentRun], _ step: Plan.Step
  ) throws -> StepResult {
    guard let grid = series.grid else { return .failed }
    let missing = series.missingResults(of: sweep)
    guard missing.isEmpty else { throw LessonErrors(missing) }
    let table = SweepTable(sweep, grid, runs.map(\.outcome.results))
    let run = ExperimentRun(
      outcome: Outcome(table.results, displays: [.table(table.display)]),
      key: key(of: sweep, grid, runs: runs.map(\.key)), isReused: runs.allSatisfy(\.isReused))
    try EntryBudget().spend(.record(run.outcome.results))
    if let bytes = OutcomeCoding.encode(run.outcome) { engine.store.save(bytes, for: run.key) }
    return try result(run, of: sweep, series, step)
  }

  /// The table of a sweep of which nothing has changed; nil where any of it has.
  func keptTable(of sweep: Sweep, _ series: SeriesRun, at index: Int) throws -> StepResult? {
    let step = plan.steps[index]
    guard let grid = series.grid, let keys = keys(of: series, step) else { return nil }
    guard let run = kept(key(of: sweep, grid, runs: keys)) else { return nil }
    for part in series.parts.indices {
      let place = place(of: step, part: part)
      engine.progress(.began(place, title: title(of: step)))
      ended(place, of: index, isReused: true)
    }
    return try result(run, of: sweep, series, step)
  }

  private func result(
    _ run: ExperimentRun, of sweep: Sweep, _ series: SeriesRun, _ step: Plan.Step
  ) throws -> StepResult {
    let results = Value.record(run.outcome.results)
    try memory.add(results)
    note(of: series, step, key: run.key, keeping: sweep.keep)
    return .succeeded(results, run)
  }

  /// The keys of all runs; nil where one of them cannot run.
  private func keys(of series: SeriesRun, _ step: Plan.Step) -> [String]? {
    var keys: [String] = []
    for part in series.parts.indices {
      guard let call = call(part: part, of: series, step), let ready = try? prepare(call, of: step) else {
        return nil
      }
      keys.append(ready.key)
    }
    return keys
  }

  /// Everything that a table depends on: its runs, what its columns are called, and what the grid shows.
  private func key(of sweep: Sweep, _ grid: Grid, runs: [String]) -> String {
    var digest = Digest()
    digest.append(engine.program)
    digest.append(Sweep.name)
    for run in runs { digest.append(run) }
    for (index, axis) in grid.axes.enumerated() {
      digest.append(axis.key.value)
      for value in grid.column(index) { digest.append(value) }
    }
    digest.append(sweep.keep.map { "keep \($0.map(\.text))" } ?? "numbers")
    return digest.key
  }
}
