import CKernels

/// c (softmax(x) − one-hot(label)) / n along the last axis, for n rows and a number c.
struct CrossEntropySlope: Operation {
  let rows: Rows
  let labels: IndexList
  var resultShape: Shape { rows.shape }
  var name: String { "softmax − one-hot" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) throws {
    try labels.check(operands[1])
    let scale = operands[2][0] / Double(rows.count)
    vector_cross_entropy_slope(scale, operands[0], operands[1], rows.count, rows.length, result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let (logits, labels, factor) = (operands[0], operands[1], operands[2])
    switch index {
    case 0:
      let slope = try Tensor.applying(SoftmaxSlope(rows: rows), to: logits.softmax(), cotangent)
      return try slope * factor * (1 / Double(rows.count))
    case 2: return try (cotangent * Tensor.applying(self, to: logits, labels, Tensor(1))).sum()
    default: return nil
    }
  }

  func tex(_ operands: [String]) -> String {
    "\\frac{\(operands[2])}{n} \\left(\\operatorname{softmax}{\\left(\(operands[0])\\right)} "
      + "- \\operatorname{onehot}{\\left(\(operands[1])\\right)}\\right)"
  }
}
