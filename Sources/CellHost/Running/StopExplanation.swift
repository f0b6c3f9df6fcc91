import CellChannel
import Engine
import Glibc

/// Why a program stopped before its end, and where.
struct StopExplanation {
  let outcome: ProgramRunner.Outcome
  let limits: CellLimits
  let symbolizer: Symbolizer

  /// The diagnostic; nil where the program ran to its end.
  ///
  /// - Parameter cell: the cell that was running; nil where none had begun.
  func diagnostic(in cell: Int?) -> CellDiagnostic? {
    guard let words else { return nil }
    let found = symbolizer.place(of: offsets)
    let place = found?.place ?? CellPlace(cell: cell ?? 0, start: 0, end: 0)
    let message = found?.failure.map { words.replacing(Self.unknown, with: $0) } ?? words
    return CellDiagnostic(message, at: place, help: help)
  }

  /// What stands for what only the code at the place can tell.
  private static let unknown = "it stopped at an illegal instruction"

  private var messages: [CellMessage] { outcome.report.messages }

  /// The calls that led to the stop, the innermost first.
  private var offsets: [UInt64] {
    let thrown = messages.compactMap { if case .thrown(let offsets) = $0 { offsets } else { nil } }.last
    if error.hasPrefix(Self.uncaught), let thrown, !thrown.isEmpty { return thrown }
    for message in messages.reversed() {
      switch message {
      case .signal(_, let offsets) where !offsets.isEmpty: return offsets
      case .exit(let offsets), .refusal(let offsets, _): return offsets
      default: continue
      }
    }
    return []
  }

  private var words: String? {
    if let stop = outcome.job.stop { return limit(stop) }
    if outcome.published > limits.published { return limit(.published) }
    for message in messages.reversed() {
      switch message {
      case .refusal(_, let reason): return reason
      case .signal(let number, _): return words(for: number)
      case .exit: return "the program ended here, before the end of its cells"
      case .end where outcome.job.ending == .status(0) && !outcome.report.isDamaged: return nil
      default: continue
      }
    }
    if outcome.report.isDamaged { return "what the program reports cannot be read from here on" }
    return wordsForSilence
  }

  /// A program that ended without a word, or did not begin.
  private var wordsForSilence: String {
    let sandbox = "bwrap: "
    let first = outcome.job.messages.firstLine
    guard messages.isEmpty, first.hasPrefix(sandbox) else {
      switch outcome.job.ending {
      case .status(128 + SIGKILL), .signal(SIGKILL): return limit(.processor)
      case .status, .signal: return "the program ended before the end of its cells"
      }
    }
    return "the sandbox cannot be made: \(first.dropFirst(sandbox.count))"
  }

  private func words(for signal: Int32) -> String {
    switch signal {
    case SIGXCPU: limit(.processor)
    case SIGXFSZ: limit(outcome.job.output.count >= limits.printedInAll ? .printed : .scratch)
    case CellMessage.stackOverflow: "the stack is full: functions call each other without end"
    case SIGSEGV, SIGBUS: "it reads or writes memory that is not its own"
    case SIGABRT where error.hasPrefix("failed to allocate"): limit(.memory)
    default: message(after: Self.uncaught) ?? (error.isEmpty ? Self.unknown : error)
    }
  }

  private static let uncaught = "Error raised at top level: "

  private func message(after prefix: String) -> String? {
    guard error.hasPrefix(prefix) else { return nil }
    return "an error is thrown here and caught nowhere: \(error.dropFirst(prefix.count))"
  }

  /// What Swift's runtime says of the failure, without the place, which may be one in the standard library.
  private var error: String {
    let text = outcome.job.messages.text(last: 20_000)
    let account = text.ranges(of: "\nCurrent stack trace:").last?.lowerBound ?? text.endIndex
    for kind in [
      "Fatal error: ", "Precondition failed: ", "Assertion failed: ", "Fatal error", "Precondition failed",
    ] {
      guard let range = text[..<account].ranges(of: kind).last else { continue }
      let words = text[range.upperBound..<account].split(whereSeparator: \.isNewline).joined(separator: " ")
      return words.isEmpty ? kind.lowercased() : String(words.prefix(1000))
    }
    return ""
  }
}

extension StopExplanation {
  /// A limit that a program can pass.
  private enum Limit {
    case processor, scratch, printed
  }

  private func limit(_ limit: Limit) -> String {
    switch limit {
    case .processor: "the program computes for more than \(limits.processorSeconds) s, the limit"
    case .scratch: "a file grows beyond \(limits.scratch >> 20) MiB, the limit"
    case .printed: self.limit(StopReason.printed)
    }
  }

  private func limit(_ reason: StopReason) -> String {
    switch reason {
    case .time: "the program runs for more than \(limits.seconds) s, the limit"
    case .memory: "the program takes more than \(limits.memory >> 20) MiB of memory, the limit"
    case .threads: "the program runs more than \(limits.threads) threads, the limit"
    case .printed: "the program prints more than \(limits.printedInAll >> 20) MiB, the limit"
    case .published: "the program publishes more than \(limits.published >> 20) MiB, the limit"
    }
  }

  private var help: String? {
    error.contains("No space left on device")
      ? "the scratch folder has \(limits.scratch >> 20) MiB, the limit" : nil
  }
}
