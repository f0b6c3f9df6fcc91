extension MarkovChain {
  /// Draws a chain in which letters further back matter less.
  ///
  /// Each letter has a score after each context, and the row is the softmax of the scores. A score is a sum of normally
  /// distributed parts: one that belongs to the letter alone, one that depends on the letter before it too, one that
  /// depends on the last two, and so on. The first has the deviation `strength`, and each further one `decay` times the
  /// deviation of the part before it.
  ///
  /// - Throws: ``MarkovChainError`` for too many contexts, or for parts so large that some letters never come.
  public static func random<Generator: RandomNumberGenerator>(
    letterCount: Int, order: Int, strength: Double, decay: Double, using generator: inout Generator
  ) throws(MarkovChainError) -> MarkovChain {
    let contexts = try contextCount(letterCount: letterCount, order: order)
    var scores = [Double](repeating: 0, count: contexts * letterCount)
    var (known, deviation) = (1, strength)
    for _ in 0...order {
      let parts = (0..<known * letterCount).map { _ in deviation * generator.normal() }
      // The contexts that agree in their last letters are those whose numbers leave the same remainder.
      for index in scores.indices { scores[index] += parts[index % parts.count] }
      known *= letterCount
      deviation *= decay
    }
    let rows = (0..<contexts).flatMap { softmax(Array(scores[$0 * letterCount..<($0 + 1) * letterCount])) }
    return try MarkovChain(letterCount: letterCount, order: order, table: rows)
  }
}
