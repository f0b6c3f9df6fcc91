import Synchronization

/// The runs of a course that are done elsewhere, or that are done here for another process.
final class Errands: Sendable {
  private struct State {
    /// Runs that wait until nothing else can be done, by their step and part.
    var waiting: [(step: Int, part: Int, run: ElsewhereRun)] = []
    /// The keys of those that were elsewhere.
    var tried: Set<String> = []
    var lost: [String: LostRun] = [:]
    var endings: [String: RunEnding] = [:]
  }

  /// The keys of the runs that are done for another process; nil where all are done.
  let wanted: Set<String>?
  private let state = Mutex(State())

  init(wanted: Set<String>? = nil) { self.wanted = wanted }

  /// Lets a run wait that is to be done elsewhere; false where it was there already.
  func putOff(_ run: ElsewhereRun, step: Int, part: Int) -> Bool {
    state.withLock { state in
      guard !state.tried.contains(run.key) else { return false }
      state.waiting.append((step, part, run))
      return true
    }
  }

  /// Has everything done elsewhere that waits.
  func send(to executor: any RunExecutor) async {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    var keys: Set<String> = []
    let runs = waiting.sorted { ($0.step, $0.part) < ($1.step, $1.part) }.map(\.run)
      .filter { keys.insert($0.key).inserted }
    let lost = await executor.execute(runs)
    state.withLock { state in
      state.tried.formUnion(keys)
      state.lost.merge(lost) { $1 }
    }
  }

  /// Whether a run was done elsewhere, or tried.
  func wasAway(_ key: String) -> Bool { state.withLock { $0.tried.contains(key) } }

  /// Why a run was given up; nil where it was not.
  func loss(of key: String) -> LostRun? { state.withLock { $0.lost[key] } }

  /// Whether another process wants a run.
  func isWanted(_ key: String) -> Bool { wanted?.contains(key) == true }

  /// Notes how a run ended that another process wants.
  func note(_ ending: RunEnding, of key: String) {
    guard isWanted(key) else { return }
    state.withLock { $0.endings[key] = ending }
  }

  /// How the runs ended that another process wants; those that were not found are missing.
  var endings: [String: RunEnding] { state.withLock(\.endings) }
}
