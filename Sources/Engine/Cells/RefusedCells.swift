/// Refuses every program of cells, and says why at its first cell.
public struct RefusedCells: CellRunner {
  private let message: String
  private let help: String?

  /// Makes a runner that runs nothing.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// The same for all that refuse: nothing that they give is kept.
  public var identity: String { "none" }

  /// Gives the one diagnostic.
  public func run(_ program: CellProgram) -> CellProgramRun {
    CellProgramRun(cells: program.cells.map { _ in CellRun() }, diagnostics: [refusal(of: program)])
  }

  /// Gives the one diagnostic.
  public func answer(_ request: CellRequest, by program: CellProgram) -> CellAnswer {
    CellAnswer(diagnostics: [refusal(of: program)])
  }

  private func refusal(of program: CellProgram) -> CellDiagnostic {
    let place = CellPlace(cell: 0, start: 0, end: program.cells.first?.code.count ?? 0)
    return CellDiagnostic(message, at: place, help: help)
  }
}
