import Expressions

/// What came of a program of cells.
public struct CellProgramRun: Sendable, Hashable, Codable {
  /// What came of each cell, in order; those that were not reached gave nothing.
  public var cells: [CellRun]
  /// What the compiler said, and why the program stopped where it did.
  public var diagnostics: [CellDiagnostic]

  /// Gathers what came of a program.
  public init(cells: [CellRun], diagnostics: [CellDiagnostic] = []) {
    self.cells = cells
    self.diagnostics = diagnostics
  }

  /// Whether every cell ran to its end; only then is the run worth keeping.
  public var isComplete: Bool { cells.allSatisfy { $0.state == .finished } }
}

/// What came of one cell.
public struct CellRun: Sendable, Hashable, Codable {
  /// How far it came.
  public enum State: String, Sendable, Codable {
    /// It did not begin: the program does not compile, or an earlier cell stopped it.
    case notRun
    /// The program stopped in it; what it published before stands.
    case stopped
    /// It ran to its end.
    case finished
  }

  /// How far it came.
  public var state: State
  /// What it published: values under their names, figures and tables in order.
  public var outcome: Outcome
  /// What it printed; where it printed too much, the beginning.
  public var printed: String
  /// Whether it printed more than is kept.
  public var isPrintedCutOff: Bool
  /// The value of the expression that it ends in; nil where it ends in none, or in a figure, which is among the displays.
  public var shown: ShownValue?

  /// Makes the run of a cell.
  public init(
    state: State = .notRun, outcome: Outcome = Outcome(), printed: String = "", isPrintedCutOff: Bool = false,
    shown: ShownValue? = nil
  ) {
    self.state = state
    self.outcome = outcome
    self.printed = printed
    self.isPrintedCutOff = isPrintedCutOff
    self.shown = shown
  }
}

/// The value of the expression that a cell ends in.
public struct ShownValue: Sendable, Hashable, Codable {
  /// The value; nil where it is of a type that lessons do not have.
  public var value: Value?
  /// What Swift prints for it.
  public var text: String

  /// Makes a shown value.
  public init(value: Value?, text: String) {
    self.value = value
    self.text = text
  }
}
