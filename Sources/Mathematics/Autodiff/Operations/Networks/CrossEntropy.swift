import CKernels

/// The mean over the rows of log Σ e^x − x[label].
struct CrossEntropy: Operation {
  private let rows: Rows
  private let labels: IndexList
  var resultShape: Shape { [] }
  var name: String { "cross-entropy" }

  init(_ logits: Shape, labels: Shape) throws {
    rows = try Rows(logits, in: "cross-entropy")
    guard labels == rows.reduced, labels.count > 0 else {
      throw ShapeError("cross-entropy", logits, labels, "one label for each row of logits is needed")
    }
    self.labels = IndexList(
      count: labels.count, name: "label", table: "the classes of \(logits) logits",
      tableCount: rows.length)
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) throws {
    try labels.check(operands[1])
    result[0] = vector_cross_entropy(operands[0], operands[1], rows.count, rows.length)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    guard index == 0 else { return nil }
    return try Tensor.applying(
      CrossEntropySlope(rows: rows, labels: labels), to: operands[0], operands[1], cotangent)
  }

  func tex(_ operands: [String]) -> String {
    "-\\frac{1}{n} \\sum_i \\log \\operatorname{softmax}{\\left(\(operands[0])\\right)}_{i, \(operands[1])_i}"
  }
}

extension Tensor {
  /// The mean negative logarithm of the probability that softmax gives each row's label, in nats.
  ///
  /// Computed from the logits, −log p = log Σ_j exp(x_j) − x_label, so that no probability rounds to 0.
  /// - Parameter labels: The class of each row, a whole number from 0; shaped as the logits without their last axis.
  /// - Throws: ``IndexError`` for a label that is no class, and ``ShapeError``.
  public func crossEntropy(labels: Tensor) throws -> Tensor {
    try Tensor.applying(CrossEntropy(shape, labels: labels.shape), to: self, labels)
  }
}
