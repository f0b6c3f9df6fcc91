import Engine
import Glibc
import SourceText
import Synchronization

/// A bar on standard error with counts and the directive that has run longest.
///
/// Silent where nobody watches, and for runs that end before anyone could look.
final class ProgressBar: Sendable {
  private struct State {
    var total = 0
    var done = 0
    var reused = 0
    var running: [RunPlace: (title: String, since: ContinuousClock.Instant)] = [:]
    var isShown = false
  }

  private let state = Mutex(State())
  private let start = ContinuousClock.now
  private let isActive: Bool

  init(isActive: Bool) {
    self.isActive = isActive
  }

  /// Takes what the engine tells.
  func report(_ progress: Progress) {
    guard isActive else { return }
    state.withLock { state in
      switch progress {
      case .planned(let count): state.total += count
      case .began(let place, let title): state.running[place] = (title, ContinuousClock.now)
      case .ended(let place, let isReused):
        state.running[place] = nil
        state.done += 1
        if isReused { state.reused += 1 }
      }
    }
  }

  /// Draws the bar again and again until the work is done, then wipes it away.
  func show<Result: Sendable>(while work: @Sendable () async -> Result) async -> Result {
    guard isActive else { return await work() }
    return await withTaskGroup(of: Void.self) { group in
      group.addTask {
        while (try? await Task.sleep(for: .milliseconds(120))) != nil { self.draw() }
      }
      let result = await work()
      group.cancelAll()
      // What is drawn last is wiped away, not drawn after the wiping.
      await group.waitForAll()
      wipe()
      return result
    }
  }

  private func draw() {
    let elapsed = start.duration(to: .now)
    guard elapsed > .milliseconds(400) else { return }
    let line = state.withLock { state -> String? in
      guard state.total > 0 else { return nil }
      state.isShown = true
      return text(of: state)
    }
    if let line { Terminal.printError("\r\u{1B}[2K\(line)") }
  }

  private func wipe() {
    if state.withLock(\.isShown) { Terminal.printError("\r\u{1B}[2K") }
  }

  private func text(of state: State) -> String {
    let cells = 24
    let filled = min(cells, state.total == 0 ? 0 : cells * state.done / state.total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    var line = "\(bar) \(state.done)/\(state.total)"
    if state.reused > 0 { line += ", \(state.reused) reused" }
    if let slowest = state.running.values.min(by: { $0.since < $1.since }) {
      let seconds = slowest.since.duration(to: .now).components.seconds
      line += "  \(slowest.title)" + (seconds > 0 ? " (\(seconds) s)" : "")
    }
    return fitting(line, in: Terminal.width(of: STDERR_FILENO) - 1)
  }

  /// As much of a line as fits: one that is longer would leave its beginning behind when it is wiped away.
  private func fitting(_ line: String, in width: Int) -> String {
    guard terminalWidth(line) > width else { return line }
    var text = ""
    var used = 1
    for character in line {
      used += terminalWidth(String(character))
      guard used <= width else { break }
      text.append(character)
    }
    return text + "…"
  }
}
