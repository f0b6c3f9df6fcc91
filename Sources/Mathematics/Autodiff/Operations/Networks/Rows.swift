/// A tensor as the rows along its last axis.
struct Rows: Sendable {
  let shape: Shape
  /// How many rows there are.
  let count: Int
  /// How long each is.
  let length: Int

  init(_ shape: Shape, in operation: String) throws {
    guard let length = shape.dimensions.last else {
      throw ShapeError(operation, shape, "a single number has no last axis")
    }
    guard length > 0 else { throw ShapeError(operation, shape, "the last axis is empty") }
    self.shape = shape
    self.length = length
    count = shape.count / length
  }

  /// The shape with one number for each row, along a last axis of length 1.
  var kept: Shape { Shape(shape.dimensions.dropLast() + [1]) }
  /// The shape with one number for each row.
  var reduced: Shape { Shape(Array(shape.dimensions.dropLast())) }
  /// The rows as one matrix.
  var matrix: Shape { [count, length] }
}
