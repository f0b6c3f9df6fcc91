import Expressions
import FoundationEssentials
import LessonFormat
import SourceText

/// Runs programs of Swift cells, and hands each cell its part.
extension Runner {
  /// Runs a program, or takes what an earlier run gave; whatever is wrong is reported, and its cells know.
  func runProgram(_ index: Int, cells: [Int], repeated: Int) -> StepResult {
    let step = plan.steps[index]
    let program = program(of: step, cells: cells)
    let key = key(of: program)
    var isReused = true
    let place = place(of: step)
    engine.progress(.began(place, title: "\(place.lesson): {swift}"))
    defer { ended(place, of: index, isReused: isReused) }
    if engine.checksTwice { compareTwoRuns(of: program, cells: cells, step.lesson) }
    let run: CellProgramRun
    if let kept = engine.store.load(key).flatMap(Self.decode) {
      run = kept
    } else {
      isReused = false
      run = engine.cells.run(program)
      if run.isComplete, let bytes = Self.encode(run) { engine.store.save(bytes, for: key) }
    }
    report(run.diagnostics.filter { $0.place.cell >= repeated }, of: program, step.lesson)
    keep(ProgramResult(run: run, key: key, isReused: isReused), of: index)
    return .succeeded(.record(Record()), nil)
  }

  /// What came of one cell of a program that has run.
  func result(ofCell position: Int, of program: Int, at step: Int) throws -> StepResult {
    guard let result = programResult(of: program), result.run.cells.indices.contains(position) else {
      return .notRun
    }
    let cell = result.run.cells[position]
    guard cell.state != .notRun else { return .failed }
    results.note(cell, of: step)
    let value = Value.record(cell.outcome.results)
    try memory.add(value)
    if result.run.isComplete, case .cells(let cells, _) = plan.steps[program].work {
      note(result.key, of: plan.steps[step]) {
        ingredients(
          of: self.program(of: plan.steps[program], cells: cells), position: position, plan.steps[step])
      }
    } else {
      noteFailure(of: plan.steps[step])
    }
    return .succeeded(
      value, ExperimentRun(outcome: cell.outcome, key: result.key, isReused: result.isReused))
  }

  func program(of step: Plan.Step, cells: [Int]) -> CellProgram {
    let lesson = course.lessons[step.lesson]
    var options = SwiftCell.Options()
    var program = CellProgram(cells: [])
    for index in cells {
      let directive = lesson.directives[index]
      guard let code = directive.code else { continue }
      let own = SwiftCell.options(of: directive).options
      options.isOptimized = options.isOptimized || own.isOptimized
      options.processorSeconds =
        [options.processorSeconds, own.processorSeconds].compactMap(\.self).max()
      program.cells.append(
        Cell(
          code: code, inputs: inputs(of: code.text, step), figureWidth: directive.display.figureWidth,
          figureHeight: directive.display.figureHeight))
    }
    program.isOptimized = options.isOptimized
    if let seconds = options.processorSeconds {
      program.limits.processorSeconds = seconds
      program.limits.seconds = max(program.limits.seconds, 2 * seconds)
    }
    return program
  }

  private func inputs(of code: String, _ step: Plan.Step) -> Record {
    var inputs = Record()
    for name in SwiftCell.mentions(in: code) {
      guard let meaning = step.meanings[name] else { continue }
      inputs[name] = results.value(of: meaning, from: Set(step.dependencies))
    }
    return inputs
  }

  func key(of program: CellProgram) -> String {
    var digest = Digest()
    digest.append(engine.program)
    digest.append(SwiftCell.name)
    digest.append(engine.cells.identity)
    program.append(to: &digest)
    return digest.key
  }

  private static func encode(_ run: CellProgramRun) -> [UInt8]? {
    (try? OutcomeCoding.encoder.encode(run)).map(Array.init)
  }

  private static func decode(_ bytes: [UInt8]) -> CellProgramRun? {
    try? OutcomeCoding.decoder.decode(CellProgramRun.self, from: Data(bytes))
  }

  // MARK: Two runs

  /// Runs a program twice afresh, and reports the cells that gave something else the second time.
  private func compareTwoRuns(of program: CellProgram, cells: [Int], _ lesson: Int) {
    let (first, second) = (engine.cells.run(program), engine.cells.run(program))
    for (index, (one, other)) in zip(cells, zip(first.cells, second.cells)) where one != other {
      report(
        LessonError(
          .swift, at: .directive, "two runs of this cell differ: \(Self.difference(one, other))",
          help: "take clocks, addresses and unseeded random numbers out"), lesson, index)
    }
  }

  private static func difference(_ one: CellRun, _ other: CellRun) -> String {
    for (name, value) in one.outcome.results.entries {
      guard let changed = other.outcome.results[name], changed != value else { continue }
      return "\(name) was \(value.formatted()), then \(changed.formatted())"
    }
    if one.state != other.state { return "only one of them ended" }
    if one.printed != other.printed { return "they print different lines" }
    return "they show or publish different things"
  }

  // MARK: Reporting

  func report(_ diagnostics: [CellDiagnostic], of program: CellProgram, _ lesson: Int) {
    let file = course.lessons[lesson].file
    add(
      diagnostics.map { found in
        var diagnostic = Diagnostic(
          .swift, in: file, at: program.span(of: found.place), found.message, help: found.help,
          severity: found.severity)
        diagnostic.notes = found.notes.map { note in
          Diagnostic.Note(
            note.message, at: note.place.map { file.position(of: program.span(of: $0).start) })
        }
        return diagnostic
      })
  }
}
