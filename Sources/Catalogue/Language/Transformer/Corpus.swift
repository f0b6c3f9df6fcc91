import Mathematics

/// Sentences as tokens, ready for a transformer: at each position the model sees what came before.
struct Corpus {
  /// The tokens of each sentence, without the one that begins it.
  let sentences: [[Int]]
  /// How many positions a batch has; shorter sentences end earlier.
  let context: Int
  /// How many tokens there are.
  let vocabulary: Int
  /// Where in each sentence the words begin that are asked for, counted from 0.
  let starts: [Int]

  /// How many words are asked for together.
  var wordCount: Int { zip(sentences, starts).reduce(0) { $0 + $1.0.count - $1.1 } }

  /// The places of the words of a sentence that are asked for.
  func asked(_ row: Int) -> Range<Int> { starts[row]..<sentences[row].count }

  /// What the model sees: sentences × positions, first the beginning, then all words but the last.
  func inputs(_ rows: some Collection<Int>) throws -> Tensor {
    var inputs = [Double](repeating: 0, count: rows.count * context)
    for (place, row) in rows.enumerated() {
      for (position, token) in sentences[row].dropLast().enumerated() {
        inputs[place * context + position + 1] = Double(token)
      }
    }
    return try Tensor(inputs, shape: [rows.count, context])
  }

  /// The weight of each token's logarithm in the mean over all words asked for: sentences × positions × vocabulary.
  ///
  /// Positions before those words, and behind the end of a sentence, have no weight.
  func weights(_ rows: some Collection<Int>) throws -> Tensor {
    var weights = [Double](repeating: 0, count: rows.count * context * vocabulary)
    let share = 1 / Double(rows.reduce(0) { $0 + asked($1).count })
    for (place, row) in rows.enumerated() {
      for position in asked(row) {
        weights[(place * context + position) * vocabulary + sentences[row][position]] = share
      }
    }
    return try Tensor(weights, shape: [rows.count, context, vocabulary])
  }

  /// The loss of a guess among all words, in nats; the beginning is never asked for.
  var uniformLoss: Double { Double.log(Double(vocabulary - 1)) }

  /// The least mean loss that any model can have on these sentences, in nats a word.
  ///
  /// What precedes a word leaves the next open; nothing beats the shares with which words follow it in the sentences
  /// themselves (Gibbs' inequality).
  var leastLoss: Double {
    // How often sentences go on after a beginning, and how often they go on with a word.
    var all: [ArraySlice<Int>: Double] = [:]
    var alike: [ArraySlice<Int>: Double] = [:]
    for sentence in sentences {
      for position in sentence.indices {
        all[sentence[..<position], default: 0] += 1
        alike[sentence[...position], default: 0] += 1
      }
    }
    var sum = 0.0
    for (row, sentence) in sentences.enumerated() {
      for position in asked(row) {
        sum += Double.log((all[sentence[..<position]] ?? 1) / (alike[sentence[...position]] ?? 1))
      }
    }
    return sum / Double(max(1, wordCount))
  }
}
