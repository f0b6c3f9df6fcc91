/// Numbers in a rectangular arrangement of any rank, stored row after row.
///
/// A tensor is a value: changing a copy leaves the original as it is, and copies share their numbers until one is
/// changed. Operands of different shapes are stretched to fit as in NumPy; where they cannot, the operation throws
/// a ``ShapeError`` that names both shapes.
///
/// ```swift
/// let weights = try Tensor([[1, 2], [3, 4]])
/// let doubled = try weights + weights
/// print(doubled[1, 0])  // 6.0
/// ```
public struct Tensor: Sendable {
  var storage: TensorStorage
  /// Where this tensor's numbers begin in the storage; a row of a matrix shares the matrix's storage.
  let offset: Int
  /// The lengths of the axes.
  public let shape: Shape
  /// Where this tensor was computed, if a recording follows it.
  var origin: Origin?

  /// Makes a tensor whose numbers are not yet set.
  init(uninitialized shape: Shape) {
    self.init(storage: TensorStorage(count: shape.count), offset: 0, shape: shape)
  }

  init(storage: TensorStorage, offset: Int, shape: Shape, origin: Origin? = nil) {
    self.storage = storage
    self.offset = offset
    self.shape = shape
    self.origin = origin
  }

  /// How many numbers there are.
  public var count: Int { shape.count }
  /// The number of axes.
  public var rank: Int { shape.rank }

  /// The numbers, row after row.
  public var values: [Double] {
    withNumbers { Array(UnsafeBufferPointer(start: $0, count: count)) }
  }

  /// Reads the numbers in place, row after row.
  public func withNumbers<Result, Failure: Error>(
    _ body: (UnsafePointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(storage) {} }
    return try body(UnsafePointer(storage.numbers + offset))
  }

  /// Changes the numbers in place; they are copied first where another tensor shares them.
  ///
  /// What is written by hand is unknown to a recording, for which the tensor becomes a constant.
  public mutating func withMutableNumbers<Result, Failure: Error>(
    _ body: (UnsafeMutablePointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if !isKnownUniquelyReferenced(&storage) { self = copied() }
    origin = nil
    defer { withExtendedLifetime(storage) {} }
    return try body(storage.numbers + offset)
  }

  private func copied() -> Tensor {
    let copy = Tensor(uninitialized: shape)
    copy.storage.numbers.update(from: storage.numbers + offset, count: count)
    return copy
  }

  /// The same numbers as a constant, which no recording follows.
  public var detached: Tensor {
    Tensor(storage: storage, offset: offset, shape: shape)
  }
}

extension Tensor: Equatable {
  /// Whether shapes and numbers are equal; NaN equals nothing.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    guard left.shape == right.shape else { return false }
    return left.withNumbers { first in
      right.withNumbers { second in (0..<left.count).allSatisfy { first[$0] == second[$0] } }
    }
  }
}
