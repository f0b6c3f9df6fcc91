import CLinux
import Glibc

/// A file in memory that a process writes and the command reads after its end, or the other way round.
///
/// Unlike a pipe it cannot be filled up, held open or left unread.
final class MemoryFile: Sendable {
  let descriptor: Int32

  init() throws(HostError) {
    descriptor = gradus_memory_file()
    guard descriptor >= 0 else { throw HostError("make a file in memory") }
  }

  /// Makes a file of bytes, to be read from its beginning.
  convenience init(_ bytes: [UInt8]) throws(HostError) {
    try self.init()
    try File.write(bytes, to: descriptor)
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  /// How many bytes it has.
  var count: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Its bytes, at most so many.
  func bytes(upTo limit: Int) -> [UInt8] {
    let wanted = min(count, limit)
    return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = pread(descriptor, buffer.baseAddress?.advanced(by: count), wanted - count, count)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
  }

  /// The last of its bytes as text.
  func text(last limit: Int) -> String {
    String(decoding: bytes(upTo: 1 << 26).suffix(limit), as: UTF8.self)
  }

  /// The first line that says something, for messages.
  var firstLine: String {
    let text = String(decoding: bytes(upTo: 10_000), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).first.map { String($0.prefix(500)) } ?? "it says nothing"
  }
}
