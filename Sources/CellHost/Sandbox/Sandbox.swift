import Glibc

/// How programs are kept from everything but what they are given: bubblewrap's name spaces, and a filter of calls.
struct Sandbox: Sendable {
  /// What a program inside sees, besides the system's libraries.
  struct Room: Sendable {
    /// Paths that can be read, each where it is outside.
    var readable: [String] = []
    /// What can be read under another name: the path outside, and the path inside.
    var mapped: [(outside: String, inside: String)] = []
    /// A folder that can be written, where it is outside.
    var writable: String?
    /// Bytes of the folder for files that nobody keeps.
    var scratch: Int
    /// Variables of the environment.
    var environment: [(name: String, value: String)] = []
  }

  /// The folder for files that nobody keeps, which is also the current one.
  static let scratch = "/scratch"

  let bubblewrap: String

  /// The arguments for bubblewrap, before the program's own path.
  ///
  /// - Parameter filter: the descriptor from which it reads the filter of calls.
  func arguments(_ room: Room, filter: Int32) -> [String] {
    var arguments = [
      "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--hostname", "lesson",
      "--new-session", "--die-with-parent", "--cap-drop", "ALL", "--clearenv", "--seccomp", "\(filter)",
    ]
    arguments += Self.system
    for device in ["null", "zero", "random", "urandom"] {
      arguments += ["--dev-bind", "/dev/\(device)", "/dev/\(device)"]
    }
    for path in room.readable { arguments += ["--ro-bind", path, path] }
    for (outside, inside) in room.mapped { arguments += ["--ro-bind", outside, inside] }
    if let writable = room.writable { arguments += ["--bind", writable, writable] }
    arguments += ["--size", "\(room.scratch)", "--tmpfs", Self.scratch, "--chdir", Self.scratch]
    for (name, value) in room.environment { arguments += ["--setenv", name, value] }
    // The folder of all these is in memory too, and has no limit of its own.
    return arguments + ["--remount-ro", "/"]
  }

  /// The system's libraries, where Debian and its relatives have them: some of these are links.
  private static let system: [String] = {
    var arguments = ["--ro-bind", "/usr/lib", "/usr/lib"]
    for path in ["/lib", "/lib64", "/usr/lib64"] where File.isFolder(path) {
      if let target = File.link(at: path) {
        arguments += ["--symlink", target, path]
      } else {
        arguments += ["--ro-bind", path, path]
      }
    }
    for path in ["/etc/ld.so.cache", "/etc/alternatives"] { arguments += ["--ro-bind-try", path, path] }
    return arguments
  }()
}
