import Glibc

/// Something that the system refused, in words.
struct HostError: Error {
  let message: String

  /// Takes the reason from `errno`.
  init(_ action: String) {
    message = "cannot \(action): \(String(cString: strerror(errno)))"
  }

  init(message: String) {
    self.message = message
  }
}
