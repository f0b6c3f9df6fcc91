import Engine
import Synchronization

/// Measures how long directives take, for reports that tell it.
final class RunWatch: Sendable {
  private struct State {
    var running: [Int: (place: DirectivePlace, since: ContinuousClock.Instant)] = [:]
    var times: [DirectivePlace: Duration] = [:]
    var reused: Set<DirectivePlace> = []
  }

  private let state = Mutex(State())

  /// Takes what the engine tells.
  func report(_ progress: Progress) {
    state.withLock { state in
      switch progress {
      case .planned: break
      case .began(let step, _, let place): state.running[step] = (place, .now)
      case .ended(let step, let isReused):
        guard let (place, start) = state.running.removeValue(forKey: step) else { return }
        state.times[place, default: .zero] += start.duration(to: .now)
        if isReused { state.reused.insert(place) }
      }
    }
  }

  /// What was measured since the last time, and which runs were reused.
  func take() -> (times: [DirectivePlace: Duration], reused: Set<DirectivePlace>) {
    state.withLock { state in
      defer { state = State() }
      return (state.times, state.reused)
    }
  }
}

extension Duration {
  /// The seconds, as a number.
  var inSeconds: Double { self / .seconds(1) }
}
