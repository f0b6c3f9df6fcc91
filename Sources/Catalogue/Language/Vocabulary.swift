import Engine
import SourceText

/// The words that a model knows, each a token; token 0 begins every sentence.
struct Vocabulary {
  /// The words of the tokens from 1 on.
  let words: [String]
  private let tokens: [String: Int]

  /// What stands for the beginning where positions are labelled; no word has a space in it.
  static let beginning = "(begin)"

  init(_ words: [String]) {
    self.words = words
    tokens = Dictionary(words.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The words of some sentences in order of appearance.
  init(of sentences: [[Word]]) {
    var seen: Set<String> = []
    self.init(sentences.joined().map(\.text).filter { seen.insert($0).inserted })
  }

  /// How many tokens there are.
  var count: Int { words.count + 1 }

  /// The token of a word.
  func token(of word: String) -> Int? { tokens[word] }

  /// A word for each token.
  func word(of token: Int) -> String { token == 0 ? Self.beginning : words[token - 1] }

  /// The tokens of words, or the first word that is unknown.
  func tokens(of text: [Word]) throws(UnknownWord) -> [Int] {
    var result: [Int] = []
    for word in text {
      guard let token = tokens[word.text] else { throw UnknownWord(word: word, known: words) }
      result.append(token)
    }
    return result
  }
}

/// A word that a model has never seen.
struct UnknownWord: Error {
  let word: Word
  let known: [String]

  var message: String { "the model does not know the word “\(word.text.prefix(40))”" }

  var help: String {
    if let nearest = nearestName(to: word.text, among: known) { return "did you mean \(nearest)?" }
    let some = known.prefix(12).joined(separator: ", ")
    return "it knows \(known.count) words: \(some)\(known.count > 12 ? " …" : "")"
  }
}
