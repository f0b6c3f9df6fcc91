import Glibc

/// A file operation that the system refused.
struct DiskError: Error {
  /// What was tried, as in "cannot write".
  let action: String
  let path: String
  /// The system's reason.
  let reason: String

  /// Takes the reason from `errno`.
  init(_ action: String, _ path: String) {
    self.action = action
    self.path = path
    self.reason = String(cString: strerror(errno))
  }

  init(_ action: String, _ path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  var message: String { "cannot \(action) \(path): \(reason)" }
}
