/// Sentences about a picture, of which as many are told as a listener can keep in mind.
struct Telling {
  /// Something to tell, in two lengths.
  struct Sentence {
    /// All of it.
    var full: String
    /// The shorter form, where there is not room for all.
    var brief: String
    /// What comes first when there is not room for everything.
    var rank: Rank

    init(_ full: String, brief: String? = nil, _ rank: Rank) {
      self.full = full
      self.brief = brief ?? full
      self.rank = rank
    }
  }

  /// How much a sentence matters.
  enum Rank: Int {
    /// What the picture is, told in any case.
    case subject
    /// The first thing in it, told in any case.
    case first
    /// What frames it: its axes.
    case frame
    /// A further thing in it, which is counted where it is not told.
    case further
    /// The same, if there is room after the others.
    case last

    /// Whether the sentence is told in any case.
    var isCertain: Bool { self == .subject || self == .first }
  }

  /// The sentences in the order in which they are told.
  var sentences: [Sentence] = []
  /// What a sentence that is not told is about, such as “mark”.
  var noun: String

  /// A screen reader reads all of it out, and cannot skip a part.
  static let mostWords = 60

  /// The sentences in at most so many words, but for those that are told in any case.
  ///
  /// - Parameter isPart: whether the picture is a part of another one, for which it is short where that is too long.
  func text(mostWords: Int = Telling.mostWords, isPart: Bool = false) -> String {
    let full = sentences.map(\.full)
    if Self.words(full) <= mostWords { return full.joined(separator: " ") }
    let brief = sentences.map(\.brief)
    if Self.words(brief) <= mostWords { return brief.joined(separator: " ") }
    return shortened(brief, mostWords: mostWords, isPart: isPart)
  }

  /// What matters most, and how much else there is.
  private func shortened(_ brief: [String], mostWords: Int, isPart: Bool) -> String {
    var told: Set<Int> = []
    // Where some may be missing, the last sentence says in three words how many.
    var room = mostWords - (sentences.count { $0.rank.rawValue >= Rank.further.rawValue } > 0 ? 3 : 0)
    let order = sentences.indices.sorted {
      (sentences[$0].rank.rawValue, $0) < (sentences[$1].rank.rawValue, $1)
    }
    for place in order {
      let words = Self.words([brief[place]])
      guard sentences[place].rank.isCertain || words <= room else { continue }
      told.insert(place)
      room -= words
    }
    // The frame goes without saying.
    let missing = sentences.indices.count { sentences[$0].rank != .frame && !told.contains($0) }
    let rest = missing > 0 && (room >= 0 || !isPart) ? ["\(Words.count(missing, "more \(noun)"))."] : []
    return (sentences.indices.filter(told.contains).map { brief[$0] } + rest).joined(separator: " ")
  }

  private static func words(_ sentences: [String]) -> Int {
    sentences.reduce(0) { $0 + $1.split(separator: " ").count }
  }
}
