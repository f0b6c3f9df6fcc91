/// Batches drawn from a data set in a shuffled order, every sample once before any comes again.
///
/// ```swift
/// var batches = try Batches([inputs, labels], size: 32, using: generator)
/// for _ in 0..<1000 { try trainer.step(batches.next()) }
/// ```
public struct Batches<Generator: RandomNumberGenerator> {
  private let data: [Tensor]
  private var batch: [Tensor]
  private let size: Int
  private var shuffle: Shuffle<Generator>

  /// Prepares batches of a size.
  ///
  /// - Parameter data: Tensors whose first axis counts the samples.
  /// - Throws: ``TrainingError`` where the counts differ, or the size is not from 1 to the count.
  public init(_ data: [Tensor], size: Int, using generator: Generator) throws {
    let counts = data.map { $0.shape.dimensions.first ?? 0 }
    let count = counts.first ?? 0
    guard counts.allSatisfy({ $0 == count }) else { throw TrainingError.sampleCounts(counts) }
    guard size >= 1 && size <= count else { throw TrainingError.batchSize(size, dataCount: count) }
    self.data = data
    self.size = size
    batch = data.map { Tensor.zeros(Shape([size] + $0.shape.dimensions.dropFirst())) }
    shuffle = Shuffle(count: count, using: generator)
  }

  /// The next batch; it takes the place of the last one, which is copied only where it is still held.
  public mutating func next() -> [Tensor] {
    for row in 0..<size {
      guard let sample = shuffle.next() else { break }
      for index in batch.indices {
        let width = batch[index].count / size
        data[index].withNumbers { source in
          batch[index].withMutableNumbers { target in
            (target + row * width).update(from: source + sample * width, count: width)
          }
        }
      }
    }
    return batch
  }
}
