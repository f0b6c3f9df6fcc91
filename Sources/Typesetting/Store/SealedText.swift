/// A text with its digest in front, so that a damaged entry of a store is taken for none.
///
/// Duktape runs bytecode unchecked: half a file would crash it.
enum SealedText {
  /// Puts the digest in front.
  static func seal(_ text: String) -> String {
    ContentDigest.text(of: text) + " " + text
  }

  /// The text without its digest, if it is whole.
  static func open(_ sealed: String) -> String? {
    guard let space = sealed.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    let text = String(sealed[sealed.utf8.index(after: space)...])
    return ContentDigest.text(of: text) == sealed[..<space] ? text : nil
  }
}
