import CKernels

/// The sum along neighbouring axes.
struct AxisSum: Operation {
  let layout: AxisLayout
  var resultShape: Shape { layout.resultShape }
  var name: String { "Σ" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    layout.reduce(operands[0], into: result, row: vector_sum, columns: vector_column_sums)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try cotangent.reshaped(layout.keptShape).stretched(to: operands[0].shape)
  }

  func tex(_ operands: [String]) -> String { "\\sum \(operands[0])" }
}

extension Tensor {
  /// The sum of all numbers, compensated: its error does not grow with their count.
  public func sum() throws -> Tensor {
    try Tensor.applying(AxisSum(layout: AxisLayout(all: shape)), to: self)
  }

  /// The sum along an axis; `keepingAxis` leaves it with length 1.
  public func sum(along axis: Int, keepingAxis: Bool = false) throws -> Tensor {
    let layout = try AxisLayout(shape, along: axis, keepingAxis: keepingAxis, in: "sum")
    return try Tensor.applying(AxisSum(layout: layout), to: self)
  }

  /// The sums over those axes along which a tensor of the given shape would be stretched to this one's.
  func summed(to target: Shape) throws -> Tensor {
    if shape == target { return self }
    let missing = rank - target.rank
    var sums = self
    if missing > 0 {
      let layout = AxisLayout(shape, axes: 0..<missing, keepingAxes: false)
      sums = try Tensor.applying(AxisSum(layout: layout), to: sums)
    }
    for axis in 0..<target.rank where target[axis] == 1 && sums.shape[axis] != 1 {
      sums = try sums.sum(along: axis, keepingAxis: true)
    }
    return sums
  }
}
