import Dispatch
import Glibc
import Synchronization

/// What is to be cleaned up when the user interrupts the command.
enum Interruption {
  private static let folders = Mutex<Set<String>>([])
  private static let processes = Mutex<Set<pid_t>>([])
  private static let actions = Mutex<[String: @Sendable () -> Void]>([:])
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// Makes a folder that is removed when the command is interrupted; an interruption comes before it or after it.
  ///
  /// - Parameter path: where the path is in what stands for the folder.
  static func making<Folder: Sendable, E: Error>(
    _ path: (Folder) -> String, _ make: () throws(E) -> Folder
  ) throws(E) -> Folder {
    install()
    return try folders.withLock { folders throws(E) in
      let folder = try make()
      folders.insert(path(folder))
      return folder
    }
  }

  /// Leaves a folder alone from now on.
  static func forget(_ folder: String) {
    folders.withLock { _ = $0.remove(folder) }
  }

  /// Ends a process when the command is interrupted, before folders are removed that it may write to.
  static func endWhenInterrupted(_ process: pid_t) {
    install()
    processes.withLock { _ = $0.insert(process) }
  }

  /// Leaves a process alone from now on.
  static func forget(_ process: pid_t) {
    processes.withLock { _ = $0.remove(process) }
  }

  /// Does something when the command is interrupted, before processes are ended.
  static func whenInterrupted(_ name: String, _ action: @escaping @Sendable () -> Void) {
    install()
    actions.withLock { $0[name] = action }
  }

  /// Does nothing of a name from now on.
  static func forgetAction(_ name: String) {
    actions.withLock { $0[name] = nil }
  }

  /// Puts a folder to its use in one step, which an interruption waits for or comes before, and leaves it alone
  /// from then on.
  static func withoutInterruption<E: Error>(of folder: String, _ work: () throws(E) -> Void) throws(E) {
    try folders.withLock { folders throws(E) in
      try work()
      folders.remove(folder)
    }
  }

  private static func install() {
    sources.withLock { sources in
      guard sources.isEmpty else { return }
      for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(
          signal: number, queue: .global(qos: .userInteractive))
        source.setEventHandler { end(by: number) }
        source.resume()
        sources.append(source)
      }
    }
  }

  /// Whether whoever started the command wants a signal ignored, as nohup does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Ends as the signal would have ended the command, so that a shell knows.
  ///
  /// The folders are held to the end: what is half removed must not be put to use.
  private static func end(by number: Int32) {
    let actions = actions.withLock { actions in
      defer { actions = [:] }
      return actions
    }
    for name in actions.keys.sorted() { actions[name]?() }
    processes.withLock { processes in
      for process in processes where kill(process, SIGKILL) == 0 { waitpid(process, nil, 0) }
    }
    folders.withLock { folders in
      for folder in folders { remove(folder) }
      signal(number, SIG_DFL)
      // Dispatch blocks signals in its threads; sent to the process, this one could wait for ever.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, number)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      raise(number)
      _exit(128 + number)
    }
  }

  /// Removes a folder to which other threads may still write.
  private static func remove(_ folder: String) {
    for _ in 0..<100 where Disk.exists(folder) { try? Disk.remove(folder) }
  }
}
