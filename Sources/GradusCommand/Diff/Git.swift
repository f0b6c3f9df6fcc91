import Glibc

/// Runs git, which only reads the author's repository.
///
/// Variables that a hook sets for git do not reach it: they would lead it to another index.
struct Git {
  /// The top of the repository's work tree.
  let top: String
  /// A folder for what git writes.
  let scratch: String
  let environment: [String: String]

  /// How a command of git ended.
  struct Ending {
    var status: Int32
    var output: [UInt8]
    /// What it said is wrong, without its line breaks.
    var message: String
    var text: String { String(decoding: output, as: UTF8.self).trimmingLineBreaks }
  }

  /// Runs a command to its end.
  ///
  /// - Parameters:
  ///   - folder: where it runs; the top of the work tree unless given.
  ///   - input: the file that it reads as its standard input.
  ///   - variables: more variables of its environment.
  func run(
    _ arguments: [String], in folder: String? = nil, input: String = "/dev/null",
    variables: [String: String] = [:]
  ) throws(DiskError) -> Ending {
    // Neither what hooks nor what watchers do is part of reading.
    let words =
      ["git", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-C", folder ?? top] + arguments
    var variables = variables
    for name in ["HOME", "PATH", "XDG_CONFIG_HOME", "TMPDIR"] { variables[name] = environment[name] }
    variables.merge(["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"]) { $1 }
    let (output, errors) = ("\(scratch)/output", "\(scratch)/errors")
    let process = try spawn(words, input: input, output: output, errors: errors, variables)
    let status = Self.wait(for: process)
    let message = String(decoding: (try? Disk.read(errors, limit: 1_000_000)) ?? [], as: UTF8.self)
    return Ending(status: status, output: try Disk.read(output), message: message.trimmingLineBreaks)
  }

  private func spawn(
    _ words: [String], input: String, output: String, errors: String, _ variables: [String: String]
  ) throws(DiskError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    for (descriptor, path) in [(STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) } + [nil]
    let environment = variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    var process: pid_t = 0
    let status = posix_spawnp(&process, "git", &actions, &attributes, arguments, environment)
    guard status == 0 else {
      throw DiskError("run", "git", reason: String(cString: strerror(status)))
    }
    Interruption.endWhenInterrupted(process)
    return process
  }

  /// The status of a process; one that a signal ended counts as failed.
  private static func wait(for process: pid_t) -> Int32 {
    // It is forgotten while its number is still its own.
    var information = siginfo_t()
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    Interruption.forget(process)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
  }
}

extension String {
  fileprivate var trimmingLineBreaks: String {
    var lines = Substring(self)
    while lines.last?.isNewline == true { lines.removeLast() }
    return String(lines)
  }
}
