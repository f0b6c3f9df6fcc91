/// The rows of a table at given indices.
struct Gather: Operation {
  let table: Rows
  let indices: IndexList
  let resultShape: Shape
  var name: String { "embedding" }

  init(_ table: Shape, indices: Shape) throws {
    guard table.rank == 2 else { throw ShapeError("embedding", table, "the table must be a matrix") }
    self.table = try Rows(table, in: "embedding")
    self.indices = IndexList(
      count: indices.count, name: "index", table: "the table of \(table)", tableCount: table[0])
    resultShape = Shape(indices.dimensions + [table[1]])
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) throws {
    try indices.check(operands[1])
    for position in 0..<indices.count {
      let row = operands[0] + Int(operands[1][position]) * table.length
      (result + position * table.length).update(from: row, count: table.length)
    }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    index == 0 ? try Tensor.applying(Scatter(gather: self), to: cotangent, operands[1]) : nil
  }

  func tex(_ operands: [String]) -> String { "\(operands[0])_{\(operands[1])}" }
}

extension Tensor {
  /// The rows of this table at given indices, as an embedding looks up its vectors.
  ///
  /// - Parameter indices: Whole numbers from 0, in any shape; the result has a row for each.
  /// - Throws: ``IndexError`` for an index that is no row, and ``ShapeError``.
  public func rows(at indices: Tensor) throws -> Tensor {
    try Tensor.applying(Gather(shape, indices: indices.shape), to: self, indices)
  }
}
