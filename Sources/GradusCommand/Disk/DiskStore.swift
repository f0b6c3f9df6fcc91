import Engine
import Glibc

/// Results on disk, one file a key.
///
/// Files appear whole or not at all, and each carries a digest of its bytes, so that neither an interrupted
/// run, a full disk nor another run at the same time can leave a wrong one.
struct DiskStore: ResultStore {
  let folder: String

  func load(_ key: String) -> [UInt8]? {
    guard let bytes = try? Disk.read(path(of: key)), bytes.count >= 64 else { return nil }
    let payload = Array(bytes[64...])
    return Array(digest(of: payload, for: key).utf8) == Array(bytes[..<64]) ? payload : nil
  }

  func save(_ bytes: [UInt8], for key: String) {
    let path = path(of: key)
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
    do {
      try Disk.makeFolder(parentFolder(of: path), permissions: 0o700)
      try Disk.write(Array(digest(of: bytes, for: key).utf8) + bytes, to: temporary, permissions: 0o600)
      if rename(temporary, path) != 0 { unlink(temporary) }
    } catch {
      // Nothing is kept: the next run computes it again.
      unlink(temporary)
    }
  }

  private func path(of key: String) -> String {
    "\(folder)/\(key.prefix(2))/\(key)"
  }

  private func digest(of bytes: [UInt8], for key: String) -> String {
    var digest = Digest()
    digest.append(key)
    digest.append(bytes: bytes)
    return digest.key
  }
}
