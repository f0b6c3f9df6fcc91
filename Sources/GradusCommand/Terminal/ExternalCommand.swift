import Glibc

/// A program of the system that runs to its end, with the variables that it is given and no others.
struct ExternalCommand {
  /// The program's name or path, and its arguments.
  var words: [String]
  /// The file that it reads as its standard input.
  var input = "/dev/null"
  var variables: [String: String]
  /// After how many seconds it is ended; nil for never.
  var limit: Double?

  /// How it ended.
  struct Ending {
    /// Its exit status; 128 where a signal ended it.
    var status: Int32
    var output: [UInt8]
    /// What it wrote to its standard error, without the line breaks at its end.
    var message: String
  }

  /// Runs it.
  ///
  /// - Parameter scratch: a folder for what it writes; nothing else runs there at the same time.
  func run(writingTo scratch: String) throws(DiskError) -> Ending {
    let (output, errors) = ("\(scratch)/output", "\(scratch)/errors")
    let process = try spawn(output: output, errors: errors)
    let status = wait(for: process)
    let message = String(decoding: (try? Disk.read(errors, limit: 1_000_000)) ?? [], as: UTF8.self)
    return Ending(status: status, output: try Disk.read(output), message: message.withoutLastLineBreaks)
  }

  private func spawn(output: String, errors: String) throws(DiskError) -> pid_t {
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
    let status = posix_spawnp(&process, words[0], &actions, &attributes, arguments, environment)
    guard status == 0 else {
      throw DiskError("run", words[0], reason: String(cString: strerror(status)))
    }
    Interruption.endWhenInterrupted(process)
    return process
  }

  /// The status of a process; one that a signal ended counts as failed.
  private func wait(for process: pid_t) -> Int32 {
    let deadline = limit.map { ContinuousClock.now + .seconds($0) }
    // It is forgotten while its number is still its own.
    var information = siginfo_t()
    let options = WEXITED | WNOWAIT | (limit == nil ? 0 : WNOHANG)
    while true {
      information.si_signo = 0
      let answer = waitid(P_PID, id_t(process), &information, options)
      if answer == 0, limit == nil || information.si_signo == SIGCHLD { break }
      if answer < 0, errno != EINTR { break }
      guard let deadline else { continue }
      if ContinuousClock.now > deadline { kill(process, SIGKILL) }
      usleep(5_000)
    }
    Interruption.forget(process)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
  }
}

extension String {
  /// The text without the line breaks at its end.
  var withoutLastLineBreaks: String {
    var lines = Substring(self)
    while lines.last?.isNewline == true { lines.removeLast() }
    return String(lines)
  }
}
