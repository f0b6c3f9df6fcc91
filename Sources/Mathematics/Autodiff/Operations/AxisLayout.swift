/// A shape as outer × reduced × inner numbers, for a reduction along neighbouring axes.
struct AxisLayout: Sendable {
  let resultShape: Shape
  /// The shape of the result with a length of 1 where an axis was reduced.
  let keptShape: Shape
  let outer: Int
  let reduced: Int
  let inner: Int

  init(_ shape: Shape, axes: Range<Int>, keepingAxes: Bool) {
    keptShape = shape.reducing(Array(axes), keepingAxes: true)
    resultShape = keepingAxes ? keptShape : shape.reducing(Array(axes), keepingAxes: false)
    outer = shape.dimensions[..<axes.lowerBound].reduce(1, *)
    reduced = shape.dimensions[axes].reduce(1, *)
    inner = shape.dimensions[axes.upperBound...].reduce(1, *)
  }

  /// A reduction of all numbers to one.
  init(all shape: Shape) {
    self.init(shape, axes: 0..<shape.rank, keepingAxes: false)
  }

  /// A reduction along one axis; `operation` is named in the error where there is no such axis.
  init(_ shape: Shape, along axis: Int, keepingAxis: Bool, in operation: String) throws {
    guard axis >= 0 && axis < shape.rank else {
      throw ShapeError(operation, shape, "there is no axis \(axis)")
    }
    self.init(shape, axes: axis..<axis + 1, keepingAxes: keepingAxis)
  }

  /// Reduces numbers: rows that lie together by one kernel, columns side by side by another.
  func reduce(
    _ numbers: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>,
    row: (UnsafePointer<Double>?, Int) -> Double,
    columns: (UnsafePointer<Double>?, Int, Int, UnsafeMutablePointer<Double>?) -> Void
  ) {
    for block in 0..<outer {
      if inner == 1 {
        result[block] = row(numbers + block * reduced, reduced)
      } else {
        columns(numbers + block * reduced * inner, reduced, inner, result + block * inner)
      }
    }
  }
}
