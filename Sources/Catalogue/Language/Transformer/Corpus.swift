import Mathematics

/// Sentences as tokens, ready for a transformer: at each position the model sees what came before.
struct Corpus {
  /// The tokens of each sentence, without the one that begins it.
  let sentences: [[Int]]
  /// How many positions a batch has; shorter sentences end earlier.
  let context: Int
  /// How many tokens there are.
  let vocabulary: Int

  /// How many words the sentences have together.
  var wordCount: Int { sentences.reduce(0) { $0 + $1.count } }

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

  /// The weight of each token's logarithm in the mean over all words: sentences × positions × vocabulary.
  ///
  /// Positions behind the end of a sentence have no weight.
  func weights(_ rows: some Collection<Int>) throws -> Tensor {
    var weights = [Double](repeating: 0, count: rows.count * context * vocabulary)
    let share = 1 / Double(rows.reduce(0) { $0 + sentences[$1].count })
    for (place, row) in rows.enumerated() {
      for (position, token) in sentences[row].enumerated() {
        weights[(place * context + position) * vocabulary + token] = share
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
    for sentence in sentences {
      for position in sentence.indices {
        sum += Double.log((all[sentence[..<position]] ?? 1) / (alike[sentence[...position]] ?? 1))
      }
    }
    return sum / Double(max(1, wordCount))
  }
}
