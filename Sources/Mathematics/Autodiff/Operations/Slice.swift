/// A rectangular part.
struct Slice: Operation {
  let resultShape: Shape
  private let ranges: [Range<Int>]
  private let start: Int
  private let copy: StridedCopy
  private let isContiguous: Bool
  var name: String { "slice" }

  init(_ shape: Shape, _ given: [Range<Int>]) throws {
    guard given.count <= shape.rank else {
      throw ShapeError("slice", shape, "\(given.count) ranges were given for \(shape.rank) axes")
    }
    for (axis, range) in given.enumerated() where range.lowerBound < 0 || range.upperBound > shape[axis] {
      throw ShapeError(
        "slice", shape, "\(range) is not within axis \(axis), which has \(shape[axis]) entries")
    }
    let ranges = given + shape.dimensions[given.count...].map { 0..<$0 }
    self.ranges = ranges
    resultShape = Shape(ranges.map(\.count))
    let steps = shape.strides
    start = zip(ranges, steps).reduce(0) { $0 + $1.0.lowerBound * $1.1 }
    copy = StridedCopy(
      lengths: resultShape.dimensions, sourceSteps: steps, targetSteps: resultShape.strides)
    // Whole rows, one after another, or part of a single row.
    let firstLong = ranges.firstIndex { $0.count != 1 } ?? shape.rank
    isContiguous = ranges.indices.dropFirst(firstLong + 1).allSatisfy { ranges[$0].count == shape[$0] }
  }

  var viewOffset: Int? { isContiguous ? start : nil }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    copy.run(from: operands[0] + start, to: result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent.padded(to: operands[0].shape, from: ranges.map(\.lowerBound))
  }

  func tex(_ operands: [String]) -> String {
    let subscripts = ranges.map { "\($0.lowerBound)..\($0.upperBound)" }.joined(separator: ", ")
    return "{\\left(\(operands[0])\\right)}_{\(subscripts)}"
  }
}

extension Tensor {
  /// The part within a range of each axis; axes for which no range is given are taken whole.
  ///
  /// A part whose numbers follow one another, such as some of the rows, shares them with the whole until written to.
  public func slice(_ ranges: Range<Int>...) throws -> Tensor {
    try slice(ranges)
  }

  /// The part within a range of each axis; axes for which no range is given are taken whole.
  public func slice(_ ranges: [Range<Int>]) throws -> Tensor {
    try Tensor.applying(Slice(shape, ranges), to: self)
  }

  /// The tensor at one place of the first axis, which it loses: a row of a matrix.
  public func row(_ index: Int) throws -> Tensor {
    guard rank > 0 && index >= 0 && index < shape[0] else {
      throw ShapeError("row", shape, "there is no row \(index)")
    }
    return try slice(index..<index + 1).reshaped(Shape(Array(shape.dimensions.dropFirst())))
  }
}
