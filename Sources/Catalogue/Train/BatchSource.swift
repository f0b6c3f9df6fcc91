import Mathematics

/// What a training gets its rows from, step by step.
protocol BatchSource {
  /// The inputs and targets of the next step.
  mutating func next() throws -> [Tensor]
}

/// The rows of each batch: in a given order round and round, or shuffled anew for every round.
struct RowWalk<Generator: RandomNumberGenerator>: BatchSource {
  private let data: TrainingSet
  private let size: Int
  private let order: [Int]?
  private var shuffle: Shuffle<Generator>
  private var place = 0
  private var whole: [Tensor]?

  init(_ data: TrainingSet, _ settings: TrainingSettings, using generator: Generator) {
    self.data = data
    size = settings.batch
    order = settings.order
    shuffle = Shuffle(count: data.rows, using: generator)
    // The order within a batch of all rows does not matter.
    whole = size == data.rows && order == nil ? [data.inputs, data.targets] : nil
  }

  mutating func next() throws -> [Tensor] {
    if let whole { return whole }
    var rows: [Int] = []
    for _ in 0..<size {
      if let order {
        rows.append(order[place % order.count])
        place += 1
      } else if let row = shuffle.next() {
        rows.append(row)
      }
    }
    return try data.batch(rows)
  }
}
