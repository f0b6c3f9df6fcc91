import CKernels

/// p (g − Σ g p) along the last axis: what softmax, whose result is p, makes of a cotangent g.
struct SoftmaxSlope: Operation {
  let rows: Rows
  var resultShape: Shape { rows.shape }
  var name: String { "softmax′" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_softmax_slope(operands[0], operands[1], rows.count, rows.length, result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let (probability, slope) = (operands[0], operands[1])
    // The Jacobian diag(p) − p pᵀ is symmetric.
    if index == 1 { return try Tensor.applying(self, to: probability, cotangent) }
    let last = rows.shape.rank - 1
    let meanSlope = try (slope * probability).sum(along: last, keepingAxis: true)
    let meanCotangent = try (cotangent * probability).sum(along: last, keepingAxis: true)
    return try cotangent * (slope - meanSlope) - slope * meanCotangent
  }

  func tex(_ operands: [String]) -> String {
    "\(operands[0]) \\odot \\left(\(operands[1]) - \\sum \(operands[1]) \\odot \(operands[0])\\right)"
  }
}
