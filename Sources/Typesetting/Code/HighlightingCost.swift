/// Decides which code is cheap enough to highlight.
///
/// The regular expressions of several languages look ahead over words and spaces for a parenthesis, from each
/// letter anew: 4,000 letters in a row keep C's busy for seven seconds, and Duktape cannot be stopped within a
/// match. The cost of a stretch without punctuation therefore counts with the square of its length.
enum HighlightingCost {
  /// The greatest number of bytes, some 250 lines; so many parentheses keep TypeScript's busy for five seconds.
  static let longest = 10_000
  /// The greatest sum of the squares of all stretches, far beyond that of code which people write.
  static let greatest = 2_000_000

  /// Whether a text keeps within the limits.
  static func allows(_ source: String) -> Bool {
    guard source.utf8.count <= longest else { return false }
    var cost = 0
    var stretch = 0
    for byte in source.utf8 {
      if isPunctuation(byte) {
        cost += stretch * stretch
        stretch = 0
      } else {
        stretch += 1
      }
    }
    return cost + stretch * stretch <= greatest
  }

  /// Whether a byte ends what a regular expression takes for words, spaces and the marks of pointers and escapes.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x23, 0x25, 0x27...0x29, 0x2B...0x2F, 0x3A...0x40, 0x5B, 0x5D, 0x5E, 0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
