import Glibc

/// A folder for a site that is being written, hidden beside the place where it is to stand.
///
/// It is locked for as long as its process lives, so that another run can tell it from one that was left behind.
struct StagingFolder {
  let path: String
  private let descriptor: Int32

  /// Makes a folder that nobody else uses.
  init(beside output: String) throws(DiskError) {
    try Disk.makeFolder(parentFolder(of: output))
    for _ in 0..<100 {
      let path = Self.prefix(of: output) + String(UInt32.random(in: .min ... .max), radix: 16)
      if mkdir(path, 0o755) != 0 {
        guard errno == EEXIST else { throw DiskError("write the site to", output) }
      } else if let descriptor = Self.lock(path) {
        self.path = path
        self.descriptor = descriptor
        return
      }
    }
    throw DiskError("write the site to", output, reason: "there is no name for its staging folder")
  }

  /// Removes what runs that were killed have left behind.
  static func removeAbandoned(beside output: String) {
    let parent = parentFolder(of: output)
    let prefix = lastPart(of: prefix(of: output))
    for name in Disk.names(in: parent) where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      guard let descriptor = lock(path) else { continue }
      try? Disk.remove(path)
      close(descriptor)
    }
  }

  /// Removes the folder.
  func remove() {
    try? Disk.remove(path)
    close(descriptor)
  }

  private static func prefix(of output: String) -> String {
    "\(parentFolder(of: output))/.\(lastPart(of: output)).gradus-"
  }

  /// Locks a folder; nil where another process has it or it is gone.
  private static func lock(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var locked = stat()
    var named = stat()
    // Between the two, another run may have taken it for abandoned and removed it.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &locked) == 0,
      lstat(path, &named) == 0, locked.st_ino == named.st_ino
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}
