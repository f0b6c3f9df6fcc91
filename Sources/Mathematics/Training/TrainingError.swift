/// What a training run cannot do.
public enum TrainingError: Error, Hashable, CustomStringConvertible {
  /// A step was asked for before there was a batch.
  case noBatch
  /// Batches of a size that the data cannot fill.
  case batchSize(Int, dataCount: Int)
  /// Tensors with different numbers of samples.
  case sampleCounts([Int])

  /// Says what is missing and what would be right.
  public var description: String {
    switch self {
    case .noBatch: "there is no batch yet: the first step needs one, as in step([inputs, labels])"
    case .batchSize(let size, let count):
      "batches of \(size) cannot be drawn from \(count) samples: a size from 1 to \(count) is needed"
    case .sampleCounts(let counts):
      "the tensors of a data set need equally many samples along their first axis, not "
        + counts.map(String.init).joined(separator: ", ")
    }
  }
}
