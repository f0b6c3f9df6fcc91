/// A table with a vector for each word of a vocabulary.
public struct Embedding: Model {
  /// A row for each entry.
  public var table: Tensor

  /// Makes an embedding of a given table.
  public init(table: Tensor) throws {
    guard table.rank == 2 else { throw ShapeError("embedding", table.shape, "the table is a matrix") }
    self.table = table
  }

  /// Draws a table of normally distributed numbers.
  public init<Generator: RandomNumberGenerator>(
    count: Int, width: Int, deviation: Double = 1, using generator: inout Generator
  ) {
    table = .normal([count, width], deviation: deviation, using: &generator)
  }

  /// Looks up the vectors at indices of any shape.
  public func callAsFunction(_ indices: Tensor) throws -> Tensor {
    try table.rows(at: indices)
  }

  /// Hands on every parameter with its name.
  public mutating func updateNamedParameters(
    _ update: (String, inout Tensor) throws -> Void
  ) rethrows {
    try update("table", &table)
  }
}
