import Expressions
import Mathematics

/// How well a transformer continues sentences.
struct TransformerScore {
  /// The mean loss over all words, in nats.
  private(set) var loss = 0.0
  /// The mean loss over the last words, in nats.
  private(set) var lastWordLoss = 0.0
  /// The share of sentences whose last word is the likeliest.
  private(set) var accuracy = 0.0
  private let count: Int

  /// Scores a model on sentences, some at a time.
  init(of model: Transformer, on corpus: Corpus, batch: Int) throws {
    count = corpus.sentences.count
    for start in stride(from: 0, to: count, by: batch) {
      try add(start..<min(start + batch, count), of: model, on: corpus)
    }
    loss /= Double(corpus.wordCount)
    lastWordLoss /= Double(count)
    accuracy /= Double(count)
  }

  private mutating func add(_ rows: Range<Int>, of model: Transformer, on corpus: Corpus) throws {
    let logits = try model(corpus.inputs(rows))
    let best = try logits.argmax(along: 2)
    let logarithms = try logits.logSoftmax().values
    for (place, row) in rows.enumerated() {
      let sentence = corpus.sentences[row]
      for (position, token) in sentence.enumerated() {
        let index = place * corpus.context + position
        let surprise = -logarithms[index * corpus.vocabulary + token]
        loss += surprise
        guard position == sentence.count - 1 else { continue }
        lastWordLoss += surprise
        accuracy += best[index] == token ? 1 : 0
      }
    }
  }

  /// The named values.
  var record: Record {
    Record([
      ("count", .number(Double(count))), ("loss", .number(loss)),
      ("last_word_loss", .number(lastWordLoss)), ("accuracy", .number(accuracy)),
    ])
  }
}
