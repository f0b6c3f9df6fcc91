/// In which sections each word stands that the sections' own text does not show.
struct WordIndex {
  fileprivate struct Places {
    var codes: [UInt8] = []
    var last = -1
    var count = 0
  }

  private var places: [String: Places] = [:]
  private var sections = 0

  /// Adds the next section: what it shows of its text, and the rest.
  mutating func add(_ rest: Substring, besides shown: Substring) {
    var counts: [String: Int] = [:]
    forEachWord(in: rest) { counts[$0, default: 0] += 1 }
    if !counts.isEmpty { forEachWord(in: shown) { counts[$0] = nil } }
    // Each word has its own list, so that the order of the dictionary does not show.
    for (word, count) in counts where word.utf8.count > 1 {
      places[word, default: Places()].add(sections, isFrequent: count > 1)
    }
    sections += 1
  }

  /// One line a word, its places behind it; and the words that are in so many sections that they tell nothing.
  ///
  /// Words of as many places stand together, which compresses best.
  func finish() -> (places: String, common: String) {
    let mostSections = max(sections / 8, 20)
    let words = places.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    let telling = words.prefix { $0.value.count <= mostSections }
    let lines = telling.map { "\($0.key) \(String(decoding: $0.value.codes, as: UTF8.self))" }
    let common = words.dropFirst(telling.count).map(\.key).sorted()
    return (lines.joined(separator: "\n"), common.joined(separator: " "))
  }
}

extension WordIndex.Places {
  private static let base = 28

  /// Adds a section: how far it is behind the one before it, and whether the word is there more than once, as a number
  /// of digits to base 28.
  ///
  /// The last digit is one of `@` to `[`, those before it are `$` to `?`: none of them needs an escape.
  fileprivate mutating func add(_ section: Int, isFrequent: Bool) {
    var number = (section - last - 1) * 2 + (isFrequent ? 1 : 0)
    var digits = [UInt8(ascii: "@") + UInt8(number % Self.base)]
    number /= Self.base
    while number > 0 {
      digits.append(UInt8(ascii: "$") + UInt8(number % Self.base))
      number /= Self.base
    }
    codes += digits.reversed()
    last = section
    count += 1
  }
}
