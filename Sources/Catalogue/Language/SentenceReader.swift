import Engine

/// Takes texts apart into words, and refuses those that are no sentences.
struct SentenceReader {
  /// How many texts there may be.
  let limit: Int
  /// How many words a text may have.
  let mostWords: Int
  /// The fewest words a text must have.
  var leastWords = 1

  /// The words of each text.
  func callAsFunction(_ texts: WrittenTexts) throws -> [[Word]] {
    guard !texts.texts.isEmpty else { throw texts.mistake("there are no sentences in it") }
    guard texts.texts.count <= limit else {
      throw texts.mistake("these are \(texts.texts.count) texts; at most \(limit) are allowed")
    }
    return try collectingFirstErrors(texts.texts.enumerated()) { index, text in
      let found = words(of: text)
      if found.count < leastWords { throw texts.mistake(inText: index, nil, "there are no words") }
      guard found.count <= mostWords else {
        throw texts.mistake(
          inText: index, nil, "there are \(found.count) words; at most \(mostWords) are allowed")
      }
      return found
    }
  }
}
