/// Sentences about a picture, of which as many are told as a listener can keep in mind.
struct Telling {
  /// Something to tell, in two lengths.
  struct Sentence {
    /// All of it.
    var full: String
    /// The shorter form, where there is not room for all.
    var brief: String
    /// What comes first when there is not room for everything; 0 is told in any case.
    var rank: Int

    init(_ full: String, brief: String? = nil, rank: Int) {
      self.full = full
      self.brief = brief ?? full
      self.rank = rank
    }
  }

  /// The sentences in the order in which they are told.
  var sentences: [Sentence] = []
  /// What a sentence that is not told is about, such as “mark”.
  var noun: String

  /// A screen reader reads all of it out, and cannot skip a part.
  static let mostWords = 60

  /// The sentences in at most so many words, but for those that are told in any case.
  func text(mostWords: Int = Telling.mostWords) -> String {
    let full = sentences.map(\.full)
    if Self.words(full) <= mostWords { return full.joined(separator: " ") }
    let brief = sentences.map(\.brief)
    if Self.words(brief) <= mostWords { return brief.joined(separator: " ") }
    return shortened(brief, mostWords: mostWords)
  }

  /// What matters most, and how much else there is.
  private func shortened(_ brief: [String], mostWords: Int) -> String {
    var told: Set<Int> = []
    // The last sentence says in three words how many are missing.
    var room = mostWords - 3
    let order = sentences.indices.sorted { (sentences[$0].rank, $0) < (sentences[$1].rank, $1) }
    for place in order {
      let words = Self.words([brief[place]])
      guard sentences[place].rank == 0 || words <= room else { continue }
      told.insert(place)
      room -= words
    }
    // What goes without saying is not counted.
    let missing = sentences.indices.count { sentences[$0].rank >= Self.countedRank && !told.contains($0) }
    let rest = missing > 0 ? ["\(Words.count(missing, "more \(noun)"))."] : []
    return (sentences.indices.filter(told.contains).map { brief[$0] } + rest).joined(separator: " ")
  }

  /// From this rank on, sentences are about one thing each of what is shown.
  static let countedRank = 2

  private static func words(_ sentences: [String]) -> Int {
    sentences.reduce(0) { $0 + $1.split(separator: " ").count }
  }
}
