/// scale · Σ_j w_ij v_j for each head: sums of vectors with given weights, or with the weights transposed.
struct HeadMixture: Operation {
  let resultShape: Shape
  private let heads: Heads
  private let isTransposed: Bool
  private let scale: Double
  private let product: DenseProduct
  var name: String { "mixture" }

  init(
    _ weights: Shape, transposed isTransposed: Bool, _ vectors: Shape, heads count: Int, scale: Double
  ) throws {
    heads = try Heads(vectors, count: count, in: "attention mixture")
    guard weights.rank == 4, weights[0] == vectors[0], weights[1] == count,
      weights[isTransposed ? 2 : 3] == vectors[1]
    else {
      throw ShapeError(
        "attention mixture", weights, vectors,
        "the weights must be samples × \(count) heads × queries × keys, with a key for each vector")
    }
    self.isTransposed = isTransposed
    self.scale = scale
    let rows = weights[isTransposed ? 3 : 2]
    resultShape = [vectors[0], rows, vectors[2]]
    product = DenseProduct(
      rows: rows, columns: heads.part, inner: vectors[1],
      left: MatrixLayout(stride: weights[3], isTransposed: isTransposed),
      right: MatrixLayout(stride: heads.width), resultStride: heads.width, scale: scale)
    length = vectors[1]
  }

  // Of the sequence of vectors.
  private let length: Int

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    let rows = resultShape[1]
    for sample in 0..<heads.samples {
      for head in 0..<heads.count {
        product(
          operands[0] + (sample * heads.count + head) * rows * length,
          operands[1] + heads.start(of: head, in: sample, length: length),
          into: result + heads.start(of: head, in: sample, length: rows))
      }
    }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let (weights, vectors) = (operands[0], operands[1])
    if index == 1 {
      let mixture = try HeadMixture(
        weights.shape, transposed: !isTransposed, cotangent.shape, heads: heads.count, scale: scale)
      return try Tensor.applying(mixture, to: weights, cotangent)
    }
    let (first, second) = isTransposed ? (vectors, cotangent) : (cotangent, vectors)
    let scores = try HeadScores(first.shape, second.shape, heads: heads.count, scale: scale)
    return try Tensor.applying(scores, to: first, second)
  }

  func tex(_ operands: [String]) -> String {
    "\(scale == 1 ? "" : "\(scale) \\cdot ")\(operands[0])\(isTransposed ? "^\\top" : "") \(operands[1])"
  }
}

extension Tensor {
  /// The sums of vectors with these weights, head by head: samples × queries × width.
  ///
  /// - Parameter values: Samples × positions × width; this tensor holds samples × heads × queries × positions.
  public func attentionMixture(of values: Tensor) throws -> Tensor {
    let operation = try HeadMixture(
      shape, transposed: false, values.shape, heads: rank == 4 ? shape[1] : 1, scale: 1)
    return try Tensor.applying(operation, to: self, values)
  }
}
