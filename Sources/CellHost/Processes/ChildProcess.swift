import CLinux
import Glibc

/// A process that was started, until its end.
///
/// It dies with the thread that started it, so whoever starts one waits for it in the same thread.
struct ChildProcess: ~Copyable {
  /// How a process ended.
  enum Ending: Sendable, Hashable {
    case status(Int32)
    case signal(Int32)
  }

  /// What is started, with which descriptors as 0, 1, 2 … and within which limits.
  struct Command: Sendable {
    var path: String
    var arguments: [String] = []
    var environment: [String] = []
    var descriptors: [Int32] = []
    var limits: gradus_limits
  }

  let identifier: Int32
  private let watch: Int32
  private var ending: Ending?

  init(_ command: Command) throws(HostError) {
    let arguments = CStrings([command.path] + command.arguments)
    let environment = CStrings(command.environment)
    var limits = command.limits
    let process = gradus_spawn(
      command.path, arguments.pointers, environment.pointers, command.descriptors,
      Int32(command.descriptors.count), &limits)
    guard process > 0 else { throw HostError("start \(command.path)") }
    identifier = process
    watch = gradus_watch(process)
  }

  deinit { if watch >= 0 { close(watch) } }

  /// Waits for the end, at most so long; nil where the process goes on.
  mutating func wait(milliseconds: Int32) -> Ending? {
    if let ending { return ending }
    var entry = pollfd(fd: watch, events: Int16(POLLIN), revents: 0)
    if watch >= 0 { poll(&entry, 1, milliseconds) } else { usleep(useconds_t(milliseconds) * 1000) }
    var status: Int32 = 0
    guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
    let signal = status & 0x7F
    ending = signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
    return ending
  }

  /// Ends the process and all of its session at once.
  mutating func kill() -> Ending {
    _ = Glibc.kill(-identifier, SIGKILL)
    _ = Glibc.kill(identifier, SIGKILL)
    while true {
      if let ending = wait(milliseconds: 100) { return ending }
    }
  }
}

/// Strings as C has them, with a null pointer behind the last.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    pointers = strings.map { strdup($0) } + [nil]
  }

  deinit { for pointer in pointers { free(pointer) } }
}
