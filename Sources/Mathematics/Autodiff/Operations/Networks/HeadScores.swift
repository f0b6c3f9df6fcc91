/// scale · a_i · b_j for each head: how well each vector of one sequence fits each of another.
struct HeadScores: Operation {
  let resultShape: Shape
  private let heads: Heads
  private let scale: Double
  private let product: DenseProduct
  var name: String { "scores" }

  init(_ left: Shape, _ right: Shape, heads count: Int, scale: Double) throws {
    heads = try Heads(left, count: count, in: "attention scores")
    guard right.rank == 3, right[0] == left[0], right[2] == left[2] else {
      throw ShapeError("attention scores", left, right, "samples and widths must be equal")
    }
    self.scale = scale
    resultShape = [left[0], count, left[1], right[1]]
    product = DenseProduct(
      rows: left[1], columns: right[1], inner: heads.part, left: MatrixLayout(stride: heads.width),
      right: MatrixLayout(stride: heads.width, isTransposed: true), resultStride: right[1], scale: scale)
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    let (rows, columns) = (resultShape[2], resultShape[3])
    for sample in 0..<heads.samples {
      for head in 0..<heads.count {
        product(
          operands[0] + heads.start(of: head, in: sample, length: rows),
          operands[1] + heads.start(of: head, in: sample, length: columns),
          into: result + (sample * heads.count + head) * rows * columns)
      }
    }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let other = operands[1 - index]
    let mixture = try HeadMixture(
      cotangent.shape, transposed: index == 1, other.shape, heads: heads.count, scale: scale)
    return try Tensor.applying(mixture, to: cotangent, other)
  }

  func tex(_ operands: [String]) -> String { "\(scale) \\cdot \(operands[0]) {\(operands[1])}^\\top" }
}

extension Tensor {
  /// The scaled products of each query with each key, head by head: samples × heads × queries × keys.
  ///
  /// Q Kᵀ / √d with d numbers to a head (Vaswani et al. 2017, "Attention Is All You Need", equation 1).
  /// - Parameter keys: Like the queries, which this tensor holds, samples × positions × width.
  public func attentionScores(keys: Tensor, heads: Int) throws -> Tensor {
    let part = rank == 3 && heads > 0 ? shape[2] / heads : 1
    let operation = try HeadScores(
      shape, keys.shape, heads: heads, scale: 1 / Double(max(1, part)).squareRoot())
    return try Tensor.applying(operation, to: self, keys)
  }
}
