import CCrashReports
import CellChannel
import Expressions
import Glibc
import Synchronization

/// The one program that runs: which cell it is in, and what the lesson gave it.
final class CellSession: Sendable {
  static let shared = CellSession()

  private struct State {
    var cell = -1
    /// How many figures and tables the cell has shown.
    var displays = 0
    var inputs: [CellInputs] = []
    var lesson = Record()
  }

  private let state = Mutex(State())

  /// What the lesson gave the cells that have begun.
  var lesson: Record { state.withLock(\.lesson) }

  /// The sizes of figures that the author of the running cell asked for.
  var figureSize: (width: Double?, height: Double?) {
    state.withLock { state in
      guard state.inputs.indices.contains(state.cell) else { return (nil, nil) }
      return (state.inputs[state.cell].figureWidth, state.inputs[state.cell].figureHeight)
    }
  }

  /// A prefix for the identifiers in the next figure or table that is unique in the lesson; the command expects it.
  func nextDisplayIdentifier() -> String {
    state.withLock { state in
      state.displays += 1
      return "cell-\(state.cell + 1)-\(state.displays)"
    }
  }

  /// Reads what the lesson gives and says from here on where the program stops.
  func start() {
    gradus_report_crashes()
    guard let inputs = try? CellInputs.decode(readAll(Self.inputDescriptor)) else {
      refuse("what the lesson gives its cells cannot be read")
    }
    state.withLock { $0.inputs = inputs }
  }

  func begin(_ cell: Int) {
    // What was printed before belongs to the cell before.
    fflush(nil)
    send(.begin(cell: cell, printed: max(0, Int(lseek(STDOUT_FILENO, 0, SEEK_CUR)))))
    state.withLock { state in
      state.cell = cell
      state.displays = 0
      guard state.inputs.indices.contains(cell) else { return }
      for (name, value) in state.inputs[cell].values.entries { state.lesson[name] = value }
    }
  }

  func end() {
    fflush(nil)
    gradus_expect_end()
    send(.end)
  }

  /// Where the inputs are read from.
  private static let inputDescriptor: Int32 = 4
}

/// Tells the command something.
func send(_ message: CellMessage) {
  guard let (kind, bytes) = message.encoded else { return }
  guard let length = UInt32(exactly: bytes.count) else { refuse("a result takes more than 4 GiB") }
  gradus_send(kind, bytes, length)
}

/// Ends the program: the message says why, and the command finds the line.
func refuse(_ message: String) -> Never {
  let bytes = Array(message.utf8.prefix(10_000))
  bytes.withUnsafeBytes { gradus_refuse($0.baseAddress, UInt32($0.count)) }
}

private func readAll(_ descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return bytes }
    bytes += buffer[..<count]
  }
}
