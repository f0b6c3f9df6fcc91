import Engine
import Expressions
import LessonFormat
import Mathematics

/// A text that a model is to continue.
struct Prompt {
  /// The token of each position, first that of the beginning.
  let tokens: [Int]
  /// A label for each position: its word, and from the second time on how often it has come.
  let labels: [String]

  /// The model's input: one sample.
  var input: Tensor { get throws { try Tensor(tokens.map(Double.init), shape: [1, tokens.count]) } }

  fileprivate init(_ tokens: [Int], _ vocabulary: Vocabulary) {
    self.tokens = [0] + tokens
    var counts: [Int: Int] = [:]
    labels = self.tokens.map { token in
      counts[token, default: 0] += 1
      let count = counts[token] ?? 1
      return count == 1 ? vocabulary.word(of: token) : "\(vocabulary.word(of: token)) (\(count))"
    }
  }
}

extension LanguageModel {
  /// Reads a prompt: words that the model knows, and no more than it has positions for.
  func prompt(_ written: WrittenText) throws -> Prompt {
    try prompt(words(of: written.text)) { range, message, help in
      written.mistake(in: range, message, help: help)
    }
  }

  /// Reads several prompts and reports all mistakes in them.
  func prompts(_ written: WrittenTexts) throws -> [Prompt] {
    try collectingFirstErrors(written.texts.enumerated()) { index, text in
      try prompt(words(of: text)) { range, message, help in
        written.mistake(inText: index, range, message, help: help)
      }
    }
  }

  /// Reads a single word that the model knows.
  func token(_ written: WrittenText) throws -> Int {
    let found = words(of: written.text)
    guard found.count == 1 else {
      throw LessonError.parameter(
        written.datum, "expected one word, found \(found.count)", help: "a model predicts one word at a time")
    }
    do throws(UnknownWord) {
      return try vocabulary.tokens(of: found)[0]
    } catch {
      throw written.mistake(in: error.word.range, error.message, help: error.help)
    }
  }

  private func prompt(
    _ words: [Word], mistake: (Range<Int>?, String, String?) -> LessonError
  ) throws -> Prompt {
    let most = transformer.configuration.context - 1
    guard words.count <= most else {
      throw mistake(
        nil, "the prompt has \(counted(words.count)); the model has room for \(most)",
        "it was trained on sentences of at most \(counted(most + 1)), of which the last is never read")
    }
    do throws(UnknownWord) {
      return Prompt(try vocabulary.tokens(of: words), vocabulary)
    } catch {
      throw mistake(error.word.range, error.message, error.help)
    }
  }

  /// What the model makes of a prompt; nil where its numbers grow beyond all bounds.
  func prediction(after prompt: Prompt) throws -> Prediction? {
    let last = prompt.tokens.count - 1
    let logits = try transformer(prompt.input).slice(0..<1, last..<last + 1)
    guard logits.values.allSatisfy(\.isFinite) else { return nil }
    return Prediction(
      probabilities: try logits.softmax().values, logarithms: try logits.logSoftmax().values)
  }
}

/// What a model expects next.
struct Prediction {
  /// The probability of each token.
  let probabilities: [Double]
  /// Their logarithms, which do not vanish.
  let logarithms: [Double]

  /// The tokens of the likeliest words, the likeliest first, of equals the one that was seen first.
  func likeliest(_ count: Int) -> [Int] {
    let tokens = probabilities.indices.dropFirst().sorted {
      (probabilities[$1], $0) < (probabilities[$0], $1)
    }
    return Array(tokens.prefix(count))
  }

  /// The probabilities by word.
  func byWord(_ vocabulary: Vocabulary) -> Value {
    .record(Record(zip(vocabulary.words, probabilities.dropFirst()).map { ($0, .number($1)) }))
  }
}

extension LessonError {
  /// A model whose weights are so large that nothing can be computed with them.
  static var boundlessModel: LessonError {
    .experiment("the model's numbers grow beyond all bounds", help: "train it with a smaller learning-rate")
  }
}

private func counted(_ words: Int) -> String { words == 1 ? "1 word" : "\(words) words" }
