/// Keys of fragments.
enum FragmentKey {
  /// Joins parts so that two different lists never give the same key.
  static func text(_ parts: String...) -> String {
    parts.map { "\($0.utf8.count):\($0)" }.joined()
  }
}
