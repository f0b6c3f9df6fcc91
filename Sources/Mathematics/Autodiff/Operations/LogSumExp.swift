import CKernels

/// log Σ eˣ along neighbouring axes.
struct LogSumExp: Operation {
  let layout: AxisLayout
  var resultShape: Shape { layout.resultShape }
  var name: String { "log-sum-exp" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    layout.reduce(operands[0], into: result, row: vector_log_sum_exp, columns: vector_column_log_sum_exp)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // The derivative is the softmax.
    let shares = try (operands[0] - result.reshaped(layout.keptShape)).exp()
    return try shares * cotangent.reshaped(layout.keptShape)
  }

  func tex(_ operands: [String]) -> String { "\\log \\sum e^{\(operands[0])}" }
}

extension Tensor {
  /// The logarithm of the sum of all exponentials, which do not overflow; −infinity for none.
  ///
  /// Shifted by the largest, whose term is left out of the sum (Blanchard, Higham and Higham 2021).
  public func logSumExp() throws -> Tensor {
    try Tensor.applying(LogSumExp(layout: AxisLayout(all: shape)), to: self)
  }

  /// The logarithm of the sum of the exponentials along an axis; `keepingAxis` leaves it with length 1.
  public func logSumExp(along axis: Int, keepingAxis: Bool = false) throws -> Tensor {
    let layout = try AxisLayout(shape, along: axis, keepingAxis: keepingAxis, in: "log-sum-exp")
    return try Tensor.applying(LogSumExp(layout: layout), to: self)
  }
}
