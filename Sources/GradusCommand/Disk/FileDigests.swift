import Engine
import Glibc

/// Digests of large files, remembered by everything that changes when a file does.
struct FileDigests {
  let store: any ResultStore

  /// A digest of a file's bytes; of its path alone where it cannot be read.
  func digest(of path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "missing \(path)" }
    var identity = Digest()
    identity.append("file digest")
    identity.append(Disk.resolvedPath(path) ?? path)
    for number in [
      Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec),
      Int(status.st_ctim.tv_sec),
      Int(status.st_ctim.tv_nsec), Int(bitPattern: UInt(status.st_ino)), Int(bitPattern: UInt(status.st_dev)),
    ] { identity.append(String(number)) }
    if let known = store.load(identity.key) { return String(decoding: known, as: UTF8.self) }
    guard let bytes = try? Disk.read(path) else { return "unreadable \(path)" }
    var digest = Digest()
    digest.append(bytes: bytes)
    store.save(Array(digest.key.utf8), for: identity.key)
    return digest.key
  }
}
