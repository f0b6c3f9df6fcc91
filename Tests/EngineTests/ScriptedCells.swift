import Engine
import Expressions
import Synchronization

/// Runs programs in a language of three words, so that tests see what the engine asks for and does with the answer.
///
/// `publish x 3` and `copy x lesson.name` give values, `print text` prints, `stop` stops the program in its cell,
/// `warn` and `refuse` are said of the word itself, and `tick` publishes how many programs have run.
final class ScriptedCells: CellRunner {
  let identity = "scripted"
  private let programs = Mutex<[CellProgram]>([])

  /// The programs that were run, in order.
  var ran: [CellProgram] { programs.withLock(\.self) }

  func run(_ program: CellProgram) -> CellProgramRun {
    programs.withLock { $0.append(program) }
    var run = CellProgramRun(cells: program.cells.map { _ in CellRun() })
    var inputs = Record()
    for (index, cell) in program.cells.enumerated() {
      for (name, value) in cell.inputs.entries { inputs[name] = value }
      run.cells[index].state = .finished
      for line in cell.code.text.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        if words[0].hasPrefix("//") { continue }
        take(words, cell: index, inputs, offset: line.startIndex.utf16Offset(in: cell.code.text), &run)
        if run.cells[index].state == .stopped { return run }
      }
    }
    return run
  }

  /// It declares no experiments that anybody could ask.
  func answer(_ request: CellRequest, by program: CellProgram) -> CellAnswer { CellAnswer() }

  private func take(_ words: [String], cell: Int, _ inputs: Record, offset: Int, _ run: inout CellProgramRun)
  {
    let place = CellPlace(cell: cell, start: offset, end: offset + words[0].utf8.count)
    switch words[0] {
    case "publish": run.cells[cell].outcome.results[words[1]] = .number(Double(words[2]) ?? .nan)
    case "copy":
      let name = String(words[2].dropFirst("lesson.".count))
      run.cells[cell].outcome.results[words[1]] = inputs[name]
    case "tick": run.cells[cell].outcome.results["tick"] = .number(Double(ran.count))
    case "print": run.cells[cell].printed += words.dropFirst().joined(separator: " ") + "\n"
    case "warn":
      run.diagnostics.append(
        CellDiagnostic("careful", at: place, notes: [.init("see here", at: place)], severity: .warning))
    default:
      run.cells[cell].state = .stopped
      run.diagnostics.append(CellDiagnostic("stopped", at: place, help: "go on"))
    }
  }
}
