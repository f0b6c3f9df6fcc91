import Engine
import Mathematics

/// Rows that are drawn anew for every step, so that none is seen twice.
struct FreshRows: BatchSource {
  private let columns: SampleColumns
  private let task: TrainTask
  private let size: Int
  private let classes: [String]?
  private var generator: Xoshiro256StarStar
  private var block: TrainingSet?
  private var place = 0

  /// Rows that are drawn at once, so that formulas are compiled once for many batches.
  private static let rowsAtOnce = 8_192

  /// Prepares batches of a size.
  init(
    _ columns: SampleColumns, task: TrainTask, classes: [String]?, size: Int,
    using generator: Xoshiro256StarStar
  ) {
    self.columns = columns
    self.task = task
    self.classes = classes
    self.size = size
    self.generator = generator
  }

  mutating func next() throws -> [Tensor] {
    if let block, place + size <= block.rows {
      defer { place += size }
      return try block.batch(place..<place + size)
    }
    let count = max(Self.rowsAtOnce / size, 1) * size
    let drawn = try columns.draw(count, using: &generator)
    let fresh = try task.set(drawn, classes: classes)
    (block, place) = (fresh, size)
    return try fresh.batch(0..<size)
  }
}

extension SampleColumns {
  /// A table of so many rows.
  func draw(_ rows: Int, using generator: inout Xoshiro256StarStar) throws -> DataTable {
    var draft = SampleDraft(rows: rows, using: generator)
    for column in columns { try draft.add(column) }
    generator = draft.generator
    return draft.table
  }
}
