import Engine
import Synchronization

/// Notes which runs of directives there are, and which were reused.
final class RunWatch: Sendable {
  private struct State {
    var runs: Set<RunPlace> = []
    var reused: Set<RunPlace> = []
  }

  private let state = Mutex(State())

  /// Takes what the engine tells.
  func report(_ progress: Progress) {
    state.withLock { state in
      switch progress {
      case .planned, .began: break
      case .ended(let place, let isReused):
        state.runs.insert(place)
        if isReused { state.reused.insert(place) }
      }
    }
  }

  /// What was noted since the last time.
  func take() -> (runs: Set<RunPlace>, reused: Set<RunPlace>) {
    state.withLock { state in
      defer { state = State() }
      return (state.runs, state.reused)
    }
  }
}
