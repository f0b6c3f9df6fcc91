/// What of a value is shown: of many entries the first six and the last, and of all that lies within them a page full.
///
/// Lists may lie within lists a thousand deep, or hold each other twice at each of twenty levels: what is left is
/// counted over the whole value.
struct Elision {
  /// Entries up to which vectors, lists and records are shown whole.
  static let wholeEntries = 20

  private var left = 1_000

  /// Whether so much can still be shown, which then is spent.
  mutating func spend(_ entries: Int) -> Bool {
    guard entries <= left else { return false }
    left -= entries
    return true
  }

  /// The texts of entries, with a mark in place of those that are left out.
  mutating func texts(_ count: Int, mark: String, _ text: (Int, inout Elision) -> String) -> [String] {
    let isWhole = count <= Self.wholeEntries
    var texts: [String] = []
    for index in 0..<(isWhole ? count : 6) {
      guard spend(1) else { return texts + [mark] }
      texts.append(text(index, &self))
    }
    return isWhole ? texts : texts + [mark, text(count - 1, &self)]
  }
}
