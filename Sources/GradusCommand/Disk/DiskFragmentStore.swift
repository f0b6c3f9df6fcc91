import Engine
import Synchronization
import Typesetting

/// Typeset formulas and code on disk, by a digest of what was set, and those met last in memory too: a formula is
/// asked for when it is verified and again for its page, and courses repeat themselves.
final class DiskFragmentStore: FragmentStore {
  private struct Recent {
    var fragments: [String: String] = [:]
    var bytes = 0
  }

  private let store: DiskStore
  private let recent = Mutex(Recent())

  /// More than this is not kept in memory.
  private static let mostBytes = 16_000_000

  init(folder: String) {
    store = DiskStore(folder: folder)
  }

  func fragment(for key: String) -> String? {
    if let known = recent.withLock({ $0.fragments[key] }) { return known }
    guard let fragment = store.load(digest(of: key)).map({ String(decoding: $0, as: UTF8.self) }) else {
      return nil
    }
    remember(fragment, for: key)
    return fragment
  }

  func store(_ html: String, for key: String) {
    store.save(Array(html.utf8), for: digest(of: key))
    remember(html, for: key)
  }

  private func remember(_ fragment: String, for key: String) {
    let size = fragment.utf8.count + key.utf8.count
    guard size < Self.mostBytes / 16 else { return }
    recent.withLock { recent in
      if recent.bytes + size > Self.mostBytes { recent = Recent() }
      recent.fragments[key] = fragment
      recent.bytes += size
    }
  }

  private func digest(of key: String) -> String {
    var digest = Digest()
    digest.append(key)
    return digest.key
  }
}
