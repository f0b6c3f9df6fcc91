import CKernels

/// x − log Σ e^x along the last axis.
struct AxisLogSoftmax: Operation {
  private let rows: Rows
  var resultShape: Shape { rows.shape }
  var name: String { "log softmax" }

  init(_ shape: Shape) throws {
    rows = try Rows(shape, in: "log softmax")
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_log_softmax(operands[0], rows.count, rows.length, result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let total = try cotangent.sum(along: rows.shape.rank - 1, keepingAxis: true)
    return try cotangent - result.exp() * total
  }

  func tex(_ operands: [String]) -> String {
    "\\log\\operatorname{softmax}{\\left(\(operands[0])\\right)}"
  }
}

extension Tensor {
  /// The logarithms of the probabilities that softmax gives along the last axis.
  ///
  /// log p_k = x_k − log Σ_j exp(x_j), which stays finite where p_k itself would round to 0.
  public func logSoftmax() throws -> Tensor {
    try Tensor.applying(AxisLogSoftmax(shape), to: self)
  }
}
