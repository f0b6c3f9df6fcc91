import CKernels

/// The largest along neighbouring axes.
struct AxisMaximum: Operation {
  let layout: AxisLayout
  var resultShape: Shape { layout.resultShape }
  var name: String { "max" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    layout.reduce(operands[0], into: result, row: vector_largest, columns: vector_column_largest)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let shape = operands[0].shape
    let broadcast = try Broadcast(shape, layout.keptShape, in: name)
    let top = try result.reshaped(layout.keptShape)
    let isTop = try Tensor.applying(Equality(broadcast: broadcast), to: operands[0], top)
    // As many as are largest share the derivative.
    let ties = try Tensor.applying(AxisSum(layout: layout), to: isTop)
    return try isTop * (cotangent / ties).reshaped(layout.keptShape)
  }

  func tex(_ operands: [String]) -> String { "\\max \(operands[0])" }
}

extension Tensor {
  /// The largest of all numbers: NaN if one is NaN, −infinity for none.
  ///
  /// Where several are the largest there is a kink, and they share the derivative equally.
  public func maximum() throws -> Tensor {
    try Tensor.applying(AxisMaximum(layout: AxisLayout(all: shape)), to: self)
  }

  /// The largest along an axis; `keepingAxis` leaves it with length 1.
  public func maximum(along axis: Int, keepingAxis: Bool = false) throws -> Tensor {
    let layout = try AxisLayout(shape, along: axis, keepingAxis: keepingAxis, in: "maximum")
    return try Tensor.applying(AxisMaximum(layout: layout), to: self)
  }
}

extension Tensor {
  /// The smallest of all numbers, by the rules of ``maximum()``.
  public func minimum() throws -> Tensor { try -(-self).maximum() }

  /// The smallest along an axis; `keepingAxis` leaves it with length 1.
  public func minimum(along axis: Int, keepingAxis: Bool = false) throws -> Tensor {
    try -(-self).maximum(along: axis, keepingAxis: keepingAxis)
  }
}
