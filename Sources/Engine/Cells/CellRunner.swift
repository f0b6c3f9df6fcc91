/// Compiles and runs programs of cells; handed in, because it starts processes.
public protocol CellRunner: Sendable {
  /// Everything about the runner that outcomes depend on: the compiler, the libraries, how it runs programs.
  var identity: String { get }

  /// Compiles and runs a program, and waits for it.
  ///
  /// Whatever goes wrong becomes a diagnostic at a place in a cell. Programs may run side by side.
  func run(_ program: CellProgram) -> CellProgramRun

  /// Asks something of a program that declares experiments, and waits for the answer.
  func answer(_ request: CellRequest, by program: CellProgram) -> CellAnswer
}

/// What a program answered to a request.
public struct CellAnswer: Sendable {
  /// The replies, in the order of the cells.
  public var replies: [CellReply]
  /// What the compiler said, and why the program stopped before it could answer.
  public var diagnostics: [CellDiagnostic]

  /// Gathers an answer.
  public init(replies: [CellReply] = [], diagnostics: [CellDiagnostic] = []) {
    self.replies = replies
    self.diagnostics = diagnostics
  }
}
