/// Probabilities that draws are made from.
struct CumulativeTable: Sendable {
  private let sums: [Double]
  /// What is drawn where rounding leaves a gap at the end: the last of what can be drawn at all.
  private let last: Int

  init(_ probabilities: some Sequence<Double>) {
    var (sums, last, sum) = ([Double](), 0, 0.0)
    for (index, probability) in probabilities.enumerated() {
      sum += probability
      sums.append(sum)
      if probability > 0 { last = index }
    }
    self.sums = sums
    self.last = last
  }

  /// Draws an index, each with its probability.
  func draw<Generator: RandomNumberGenerator>(using generator: inout Generator) -> Int {
    let place = generator.uniform()
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > place { high = middle } else { low = middle + 1 }
    }
    return min(low, last)
  }
}
