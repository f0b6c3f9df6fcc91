import CKernels

/// The sum along neighbouring axes.
struct AxisSum: Operation {
  let resultShape: Shape
  // The operand as outer × reduced × inner numbers.
  private let outer: Int
  private let reduced: Int
  private let inner: Int
  private let axes: Range<Int>

  var name: String { "Σ" }

  init(_ shape: Shape, axes: Range<Int>, keepingAxes: Bool) {
    self.axes = axes
    resultShape = shape.reducing(Array(axes), keepingAxes: keepingAxes)
    outer = shape.dimensions[..<axes.lowerBound].reduce(1, *)
    reduced = shape.dimensions[axes].reduce(1, *)
    inner = shape.dimensions[axes.upperBound...].reduce(1, *)
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    for block in 0..<outer {
      let start = operands[0] + block * reduced * inner
      if inner == 1 {
        result[block] = vector_sum(start, reduced)
        continue
      }
      let sums = result + block * inner
      sums.update(repeating: 0, count: inner)
      for row in 0..<reduced { vector_accumulate(1, start + row * inner, sums, inner) }
    }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let shape = operands[0].shape
    let kept = try cotangent.reshaped(shape.reducing(Array(axes), keepingAxes: true))
    return try kept.stretched(to: shape)
  }

  func tex(_ operands: [String]) -> String { "\\sum \(operands[0])" }
}

extension Tensor {
  /// The sum of all numbers.
  public func sum() throws -> Tensor {
    try Tensor.applying(AxisSum(shape, axes: 0..<rank, keepingAxes: false), to: self)
  }

  /// The sum along an axis; `keepingAxis` leaves it with length 1.
  public func sum(along axis: Int, keepingAxis: Bool = false) throws -> Tensor {
    try requireAxis(axis, in: "sum")
    return try Tensor.applying(
      AxisSum(shape, axes: axis..<axis + 1, keepingAxes: keepingAxis), to: self)
  }

  /// The sums over those axes along which a tensor of the given shape would be stretched to this one's.
  func summed(to target: Shape) throws -> Tensor {
    if shape == target { return self }
    let missing = rank - target.rank
    var sums = self
    if missing > 0 {
      sums = try Tensor.applying(AxisSum(shape, axes: 0..<missing, keepingAxes: false), to: sums)
    }
    for axis in 0..<target.rank where target[axis] == 1 && sums.shape[axis] != 1 {
      sums = try sums.sum(along: axis, keepingAxis: true)
    }
    return sums
  }

  func requireAxis(_ axis: Int, in operation: String) throws {
    guard axis >= 0 && axis < rank else {
      throw ShapeError(operation, shape, "there is no axis \(axis)")
    }
  }
}
