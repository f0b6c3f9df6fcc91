import CKernels

/// The mean along neighbouring axes.
struct AxisMean: Operation {
  let layout: AxisLayout
  var resultShape: Shape { layout.resultShape }
  var name: String { "mean" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    layout.reduce(operands[0], into: result, row: vector_mean, columns: vector_column_means)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let kept = try cotangent.reshaped(layout.keptShape) / Double(layout.reduced)
    return try kept.stretched(to: operands[0].shape)
  }

  func tex(_ operands: [String]) -> String { "\\operatorname{mean} \(operands[0])" }
}

extension Tensor {
  /// The mean of all numbers: compensated, and overflowing nowhere; NaN for none.
  public func mean() throws -> Tensor {
    try Tensor.applying(AxisMean(layout: AxisLayout(all: shape)), to: self)
  }

  /// The mean along an axis; `keepingAxis` leaves it with length 1.
  public func mean(along axis: Int, keepingAxis: Bool = false) throws -> Tensor {
    let layout = try AxisLayout(shape, along: axis, keepingAxis: keepingAxis, in: "mean")
    return try Tensor.applying(AxisMean(layout: layout), to: self)
  }
}
