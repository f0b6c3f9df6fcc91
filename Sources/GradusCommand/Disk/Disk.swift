import Glibc

/// What the command needs of the file system, with the system's own reasons where it refuses.
enum Disk {
  /// The bytes of a regular file.
  static func read(_ path: String, limit: Int = .max) throws(DiskError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw DiskError("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DiskError("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw DiskError("read", path, reason: "it is not a file")
    }
    guard status.st_size <= limit else { throw DiskError("read", path, reason: "it is too large") }
    return try read(descriptor, path, expected: Int(status.st_size))
  }

  private static func read(
    _ descriptor: Int32, _ path: String, expected: Int
  ) throws(DiskError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: expected)
    var count = 0
    while count < expected {
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), expected - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw DiskError("read", path) }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(expected - count)
    return bytes
  }

  /// Writes a new file, or replaces one; nothing is left behind where it fails.
  static func write(_ bytes: [UInt8], to path: String, permissions: mode_t = 0o644) throws(DiskError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw DiskError("write", path) }
    do throws(DiskError) {
      try write(bytes, to: descriptor, path)
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
    // Some file systems tell only now that there was no space.
    guard close(descriptor) == 0 else {
      let error = DiskError("write", path)
      unlink(path)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(DiskError) {
    var count = 0
    while count < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: count), bytes.count - count)
      }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { throw DiskError("write", path) }
      count += put
    }
  }

  /// Replaces a file in one step: whoever reads it sees the old bytes or the new ones, never a part.
  ///
  /// Permissions and owner stay, and a link to the file stays a link.
  static func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
    let target = resolvedPath(path) ?? path
    var status = stat()
    guard stat(target, &status) == 0, access(target, W_OK) == 0 else { throw DiskError("rewrite", path) }
    let temporary = "\(target).\(UInt32.random(in: .min ... .max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw DiskError("rewrite", path) }
    do throws(DiskError) {
      try write(bytes, to: descriptor, path)
      // Only root can give a file away: for others it is theirs already, or becomes theirs.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      fchmod(descriptor, status.st_mode & 0o7777)
      // The new bytes reach the disk before the name does, so that a power cut leaves the old file or the new one.
      guard fsync(descriptor) == 0, rename(temporary, target) == 0 else { throw DiskError("rewrite", path) }
      close(descriptor)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String, permissions: mode_t = 0o755) throws(DiskError) {
    guard !isFolder(path) else { return }
    let parent = parentFolder(of: path)
    if parent != path { try makeFolder(parent, permissions: permissions) }
    guard mkdir(path, permissions) == 0 || errno == EEXIST && isFolder(path) else {
      throw DiskError("make the folder", path)
    }
  }

  /// Removes a file or a folder with all that is in it; what does not exist is removed already.
  static func remove(_ path: String) throws(DiskError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in names(in: path) { try remove("\(path)/\(name)") }
      guard rmdir(path) == 0 || errno == ENOENT else { throw DiskError("remove", path) }
    } else {
      guard unlink(path) == 0 || errno == ENOENT else { throw DiskError("remove", path) }
    }
  }

  /// The names in a folder, in order; none where it is no folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether there is anything, be it a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether there is a folder, links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is a regular file, links followed.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The path without links, `.` and `..`; nil where nothing is there.
  static func resolvedPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The current folder.
  static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
