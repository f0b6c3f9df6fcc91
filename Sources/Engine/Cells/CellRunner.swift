/// Compiles and runs programs of cells; handed in, because it starts processes.
public protocol CellRunner: Sendable {
  /// Everything about the runner that outcomes depend on: the compiler, the libraries, how it runs programs.
  var identity: String { get }

  /// Compiles and runs a program, and waits for it.
  ///
  /// Whatever goes wrong becomes a diagnostic at a place in a cell. Programs may run side by side.
  func run(_ program: CellProgram) -> CellProgramRun
}
