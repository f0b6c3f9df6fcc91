import Expressions
import Synchronization

/// What came of a step.
enum StepResult: Sendable {
  /// The value of its name, and for an experiment all that it gave.
  case succeeded(Value, ExperimentRun?)
  /// It failed, and that is reported.
  case failed
  /// Something it depends on failed.
  case notRun
}

/// An experiment's outcome with the key under which it is kept.
public struct ExperimentRun: Sendable {
  /// What the experiment gave.
  public var outcome: Outcome
  /// The key: a digest of everything the outcome depends on.
  public var key: String
  /// Whether the outcome was reused from an earlier run.
  public var isReused: Bool
}

/// What came of a program of cells, with the key under which it is kept.
struct ProgramResult: Sendable {
  var run: CellProgramRun
  var key: String
  var isReused: Bool
}

/// How long steps took, and whether they did their work or took over that of an earlier run.
///
/// It is told to people and never kept, so that nothing that is made depends on it.
struct StepEffort: Sendable {
  /// The time that passed.
  var duration = Duration.zero
  /// Whether everything was taken over; nil where there was nothing to take over.
  var isReused: Bool?
  /// How many runs that were.
  var runs = 0

  static func + (left: StepEffort, right: StepEffort) -> StepEffort {
    let reused = [left.isReused, right.isReused].compactMap(\.self)
    return StepEffort(
      duration: left.duration + right.duration, isReused: reused.isEmpty ? nil : !reused.contains(false),
      runs: left.runs + right.runs)
  }
}

/// The results of a plan's steps, filled in from many threads.
final class StepResults: Sendable {
  private let results: Mutex<[StepResult?]>
  private let cells = Mutex<[Int: CellRun]>([:])
  private let efforts = Mutex<[Int: StepEffort]>([:])

  init(count: Int) {
    results = Mutex(Array(repeating: nil, count: count))
  }

  subscript(step: Int) -> StepResult? {
    get { results.withLock { $0[step] } }
    set { results.withLock { $0[step] = newValue } }
  }

  /// Notes what came of a step that is a cell.
  func note(_ cell: CellRun, of step: Int) {
    cells.withLock { $0[step] = cell }
  }

  /// What came of a step that is a cell.
  func cell(of step: Int) -> CellRun? { cells.withLock { $0[step] } }

  /// Adds to what a step took.
  func note(_ effort: StepEffort, of step: Int) {
    efforts.withLock { $0[step] = ($0[step] ?? StepEffort()) + effort }
  }

  /// What some steps took together.
  func effort(of steps: some Sequence<Int>) -> StepEffort {
    efforts.withLock { efforts in steps.compactMap { efforts[$0] }.reduce(StepEffort(), +) }
  }

  /// Whether one of some steps is a cell that stopped before its end.
  func holdsStoppedCell(among steps: some Sequence<Int>) -> Bool {
    cells.withLock { cells in steps.contains { cells[$0]?.state == .stopped } }
  }

  /// The value of a step that succeeded.
  func value(of step: Int) -> Value? {
    guard case .succeeded(let value, _) = self[step] else { return nil }
    return value
  }

  /// Whether all of some steps succeeded.
  func succeeded(_ steps: some Sequence<Int>) -> Bool {
    steps.allSatisfy { value(of: $0) != nil }
  }

  /// The value of what a name means, as far as it comes from some steps.
  func value(of meaning: NameTable.Meaning, from steps: Set<Int>) -> Value? {
    switch meaning {
    case .step(let step): value(of: step)
    case .fields(let fields):
      .record(
        Record(
          fields.entries(among: steps).compactMap { field in value(of: field.step).map { (field.name, $0) } })
      )
    }
  }
}
