import CKernels

/// e^x / Σ e^x along the last axis.
struct AxisSoftmax: Operation {
  private let rows: Rows
  private let isCausal: Bool
  var resultShape: Shape { rows.shape }
  var name: String { "softmax" }

  init(_ shape: Shape, isCausal: Bool) throws {
    rows = try Rows(shape, in: "softmax")
    if isCausal && shape.rank < 2 {
      throw ShapeError("causal softmax", shape, "a matrix of scores is needed")
    }
    self.isCausal = isCausal
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    let period = isCausal ? rows.shape[rows.shape.rank - 2] : 0
    vector_softmax(operands[0], rows.count, rows.length, period, result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // A masked entry is 0 whatever its score, and so is p (g − Σ g p) there.
    try Tensor.applying(SoftmaxSlope(rows: rows), to: result, cotangent)
  }

  func tex(_ operands: [String]) -> String {
    "\\operatorname{softmax}{\\left(\(operands[0])\(isCausal ? " + M" : "")\\right)}"
  }
}

extension Tensor {
  /// Turns the scores along the last axis into probabilities that add up to 1.
  ///
  /// p_k = exp(x_k − max x) / Σ_j exp(x_j − max x).
  /// - Parameter isCausal: Whether row i of each matrix of scores, which is position i of a sequence, sees only the
  ///   columns 0 to i: later ones get probability 0.
  public func softmax(isCausal: Bool = false) throws -> Tensor {
    try Tensor.applying(AxisSoftmax(shape, isCausal: isCausal), to: self)
  }
}
