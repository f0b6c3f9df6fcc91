/// Keeps finished fragments from one run to the next.
///
/// Keys are texts of any length. They hold all that a fragment depends on, so an entry never goes stale.
public protocol FragmentStore: Sendable {
  /// The fragment that was stored for a key, if there is one.
  func fragment(for key: String) -> String?
  /// Keeps a fragment for a key.
  func store(_ html: String, for key: String)
}
