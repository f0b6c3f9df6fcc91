/// The lengths of a tensor's axes, the outermost first; none for a single number.
///
/// ```swift
/// let shape: Shape = [2, 3]
/// print(shape, shape.count)  // 2×3 6
/// ```
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The length of each axis, the outermost first.
  public let dimensions: [Int]
  /// How many numbers a tensor of this shape has: the product of the dimensions.
  public let count: Int

  /// Makes a shape.
  ///
  /// - Precondition: No dimension is negative, and their product fits into an `Int`.
  public init(_ dimensions: [Int]) {
    var count = 1
    for dimension in dimensions {
      precondition(dimension >= 0, "a dimension is never negative")
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
      precondition(!overflow, "the count of a shape fits into an Int")
      count = product
    }
    self.dimensions = dimensions
    self.count = count
  }

  /// Makes a shape from a literal.
  public init(arrayLiteral dimensions: Int...) {
    self.init(dimensions)
  }

  /// The number of axes.
  public var rank: Int { dimensions.count }

  /// The length of an axis.
  public subscript(axis: Int) -> Int { dimensions[axis] }

  /// How far apart in memory two neighbours along each axis are: the last axis is contiguous.
  public var strides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * dimensions[axis + 1]
    }
    return strides
  }

  /// The dimensions with × between them, such as `2×3`; a vector and a single number are called so.
  public var description: String {
    switch rank {
    case 0: "a single number"
    case 1: "a vector of \(dimensions[0])"
    default: dimensions.map(String.init).joined(separator: "×")
    }
  }
}

extension Shape {
  /// The shape to which two operands are stretched: axes are matched from the last, and a length of 1 fits any.
  ///
  /// The rule of NumPy's broadcasting.
  func broadcast(with other: Shape, in operation: String) throws -> Shape {
    let rank = max(rank, other.rank)
    var dimensions = [Int](repeating: 1, count: rank)
    for fromEnd in 1..<(rank + 1) {
      let mine = fromEnd <= self.rank ? self.dimensions[self.rank - fromEnd] : 1
      let theirs = fromEnd <= other.rank ? other.dimensions[other.rank - fromEnd] : 1
      guard mine == theirs || mine == 1 || theirs == 1 else {
        throw ShapeError(operation, self, other, "axes of \(mine) and \(theirs) do not fit")
      }
      dimensions[rank - fromEnd] = mine == 1 ? theirs : mine
    }
    return Shape(dimensions)
  }

  /// This shape without some axes, or with length 1 there.
  func reducing(_ axes: [Int], keepingAxes: Bool) -> Shape {
    let reduced = Set(axes)
    return Shape(
      dimensions.indices.compactMap { axis in
        reduced.contains(axis) ? (keepingAxes ? 1 : nil) : dimensions[axis]
      })
  }
}
