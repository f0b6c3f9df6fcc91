import Expressions
import Mathematics

/// How well a transformer continues sentences.
struct TransformerScore {
  /// The mean loss over all words asked for, in nats.
  private(set) var loss = 0.0
  /// The mean loss over the last words, in nats.
  private(set) var lastWordLoss = 0.0
  /// The share of sentences whose last word is the likeliest.
  private(set) var accuracy = 0.0
  /// The share of the words asked for that are the likeliest in their place.
  private(set) var wordAccuracy = 0.0
  /// The share of sentences in which every word asked for is.
  ///
  /// A model that goes on with its own likeliest words writes the same answer: its first mistake ends both.
  private(set) var exactMatch = 0.0
  /// The share that is right at the first place asked for, at the second, and so on, of the sentences that have it.
  private(set) var places: [Double] = []
  private let count: Int

  /// Scores a model on sentences, some at a time.
  init(of model: Transformer, on corpus: Corpus, batch: Int) throws {
    count = corpus.sentences.count
    let longest = corpus.sentences.indices.map { corpus.asked($0).count }.max() ?? 0
    places = [Double](repeating: 0, count: longest)
    for start in stride(from: 0, to: count, by: batch) {
      try add(start..<min(start + batch, count), of: model, on: corpus)
    }
    loss /= Double(corpus.wordCount)
    lastWordLoss /= Double(count)
    accuracy /= Double(count)
    wordAccuracy /= Double(corpus.wordCount)
    exactMatch /= Double(count)
    let lengths = corpus.sentences.indices.map { corpus.asked($0).count }
    for place in places.indices { places[place] /= Double(lengths.count { $0 > place }) }
  }

  private mutating func add(_ rows: Range<Int>, of model: Transformer, on corpus: Corpus) throws {
    let logits = try model(corpus.inputs(rows))
    let best = try logits.argmax(along: 2)
    let logarithms = try logits.logSoftmax().values
    for (place, row) in rows.enumerated() {
      let sentence = corpus.sentences[row]
      var mistakes = 0
      for position in corpus.asked(row) {
        let (index, token) = (place * corpus.context + position, sentence[position])
        let surprise = -logarithms[index * corpus.vocabulary + token]
        loss += surprise
        let isRight = best[index] == token
        places[position - corpus.asked(row).lowerBound] += isRight ? 1 : 0
        if isRight { wordAccuracy += 1 } else { mistakes += 1 }
        guard position == sentence.count - 1 else { continue }
        lastWordLoss += surprise
        accuracy += isRight ? 1 : 0
      }
      exactMatch += mistakes == 0 ? 1 : 0
    }
  }

  /// The named values.
  var record: Record {
    Record([
      ("count", .number(Double(count))), ("loss", .number(loss)),
      ("last_word_loss", .number(lastWordLoss)), ("accuracy", .number(accuracy)),
      ("word_accuracy", .number(wordAccuracy)), ("exact_match", .number(exactMatch)),
      ("place_accuracy", .vector(places)),
    ])
  }
}
