import CLinux
import Dispatch
import Glibc

/// Tells when anything in a folder or below changes, by inotify.
///
/// Hidden files are left alone: editors keep their own there.
final class FolderWatcher: Sendable {
  private let descriptor: Int32
  private let root: String
  private let excluded: Set<String>
  /// Waiting blocks a thread, which must be none of those that serve pages.
  private let queue = DispatchQueue(label: "folder watcher")

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF)

  /// Watches a folder.
  ///
  /// - Parameter excluded: folders below it that are left alone, such as the site.
  init(root: String, excluded: Set<String>) throws(DiskError) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    self.root = root
    self.excluded = excluded
    guard descriptor >= 0 else { throw DiskError("watch", root) }
    try watch(root)
  }

  deinit { close(descriptor) }

  /// An element after every change; changes while nobody listens are one.
  var changes: AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      queue.async {
        while case .enqueued = self.waitForChange(then: continuation) {}
      }
    }
  }

  private enum Step { case enqueued, ended }

  private func waitForChange(then continuation: AsyncStream<Void>.Continuation) -> Step {
    var isRelevant = false
    while !isRelevant {
      waitForEvents(timeout: -1)
      // Editors write in several steps: the change is over when nothing has happened for a moment.
      repeat { isRelevant = readEvents() || isRelevant } while waitForEvents(timeout: 2)
    }
    if case .terminated = continuation.yield() { return .ended }
    return .enqueued
  }

  @discardableResult
  private func waitForEvents(timeout: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, timeout) > 0
  }

  /// Takes the events that have come.
  ///
  /// - Returns: whether any is about a file that a course could have.
  private func readEvents() -> Bool {
    let headerSize = MemoryLayout<inotify_event>.size
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &buffer, buffer.count)
    var offset = 0
    var isRelevant = false
    var hasNewFolders = false
    while offset + headerSize <= count {
      let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
      let end = min(offset + headerSize + Int(event.len), count)
      let name = buffer[offset + headerSize..<end].prefix { $0 != 0 }
      if name.first != UInt8(ascii: ".") { isRelevant = true }
      if event.mask & UInt32(IN_ISDIR | IN_Q_OVERFLOW) != 0 { hasNewFolders = true }
      offset = end
    }
    // Watching a folder again changes nothing.
    if hasNewFolders { try? watch(root) }
    return isRelevant
  }

  private func watch(_ folder: String) throws(DiskError) {
    guard !excluded.contains(folder) else { return }
    if inotify_add_watch(descriptor, folder, Self.events) < 0, errno == ENOSPC {
      throw DiskError(
        "watch", folder, reason: "there are too many folders; raise fs.inotify.max_user_watches with sysctl")
    }
    for name in Disk.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      var status = stat()
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { try watch(path) }
    }
  }
}
