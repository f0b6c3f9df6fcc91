import CellChannel
import Engine
import Expressions
import Glibc
import Plotting

/// Makes what came of each cell out of what the program reported and printed.
struct ReportReader {
  let outcome: ProgramRunner.Outcome
  let program: CellProgram

  /// What came of the program, with the reason why it stopped where it did.
  func run(explanation: StopExplanation) -> CellProgramRun {
    var run = CellProgramRun(cells: program.cells.map { _ in CellRun() })
    var current: Int?
    for message in outcome.report.messages {
      if case .begin(let cell, _) = message, run.cells.indices.contains(cell) {
        if let current { run.cells[current].state = .finished }
        current = cell
        run.cells[cell].state = .stopped
      } else if case .end = message, let last = current {
        run.cells[last].state = .finished
      } else if let current {
        take(message, in: current, of: &run)
      }
    }
    share(&run)
    if let diagnostic = explanation.diagnostic(in: current) {
      run.diagnostics.append(diagnostic)
      if let current { run.cells[current].state = .stopped }
    } else if let missing = run.cells.firstIndex(where: { $0.state != .finished }) {
      run.diagnostics.append(failure("the program ended before this cell did", in: missing))
    }
    return run
  }

  private func failure(_ message: String, in cell: Int) -> CellDiagnostic {
    CellDiagnostic(message, at: CellPlace(cell: cell, start: 0, end: 0))
  }

  private func take(_ message: CellMessage, in cell: Int, of run: inout CellProgramRun) {
    guard case .figure(let svg, let description, let data) = message else {
      return run.cells[cell].take(message)
    }
    let prefix = "cell-\(cell + 1)-\(run.cells[cell].outcome.displays.count + 1)"
    if DrawingCheck.passes(svg, identifier: prefix) {
      let sheet = data.isEmpty ? nil : DataSheet(text: data).kept
      run.cells[cell].outcome.displays.append(
        .figure(Figure(svg: svg, description: description, data: sheet)))
    } else {
      run.diagnostics.append(
        failure("a figure of this cell is none that the plotting library drew", in: cell))
    }
  }

  /// Gives each cell what was printed from its beginning to the next one's.
  private func share(_ run: inout CellProgramRun) {
    let printed = outcome.job.output.bytes(upTo: program.limits.printedInAll)
    var begins: [(cell: Int, offset: Int)] = []
    for case .begin(let cell, let offset) in outcome.report.messages where run.cells.indices.contains(cell) {
      begins.append((cell, min(max(offset, begins.last?.offset ?? 0), printed.count)))
    }
    for (index, begin) in begins.enumerated() {
      let end = index + 1 < begins.count ? begins[index + 1].offset : printed.count
      let kept = printed[begin.offset..<end].prefix(program.limits.printed)
      run.cells[begin.cell].printed += String(decoding: kept, as: UTF8.self)
      if kept.count < end - begin.offset { run.cells[begin.cell].isPrintedCutOff = true }
    }
  }
}

extension CellRun {
  fileprivate mutating func take(_ message: CellMessage) {
    switch message {
    case .value(let name, let value): outcome.results[name] = value
    case .table(let columns):
      outcome.displays.append(.table(DisplayTable(columns: columns.map(DisplayTable.Column.init))))
    case .shown(let value, let text): shown = ShownValue(value: value, text: text)
    case .figure, .begin, .reply, .end, .signal, .thrown, .exit, .refusal: break
    }
  }
}

extension DisplayTable.Column {
  fileprivate init(_ column: CellMessage.TableColumn) {
    self.init(name: column.name, column.isNumeric ? .numbers : .words, cells: column.cells)
  }
}
