/// x Wᵀ + b along the last axis of x.
struct LinearMap: Operation {
  let resultShape: Shape
  private let rows: Rows
  private let outputs: Int
  private let product: DenseProduct
  private let hasBias: Bool
  var name: String { "linear" }

  init(_ shape: Shape, weights: Shape, bias: Shape?) throws {
    rows = try Rows(shape, in: "linear")
    guard weights.rank == 2, weights[1] == rows.length else {
      throw ShapeError(
        "linear", shape, weights, "the weights need a column for each of \(rows.length) inputs")
    }
    outputs = weights[0]
    if let bias, bias != [outputs] {
      throw ShapeError("linear", weights, bias, "the bias needs one number for each of \(outputs) outputs")
    }
    hasBias = bias != nil
    resultShape = Shape(shape.dimensions.dropLast() + [outputs])
    product = DenseProduct(
      rows: rows.count, columns: outputs, inner: rows.length, left: MatrixLayout(stride: rows.length),
      right: MatrixLayout(stride: rows.length, isTransposed: true), resultStride: outputs)
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    product(operands[0], operands[1], into: result, addingRow: hasBias ? operands[2] : nil)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let slope = try cotangent.reshaped([rows.count, outputs])
    switch index {
    case 0: return try slope.matrixProduct(operands[1]).reshaped(rows.shape)
    case 1: return try slope.matrixProduct(operands[0].reshaped(rows.matrix), transposingFirst: true)
    default: return try slope.sum(along: 0)
    }
  }

  func tex(_ operands: [String]) -> String {
    "\(operands[0]) {\(operands[1])}^\\top\(hasBias ? " + \(operands[2])" : "")"
  }
}

extension Tensor {
  /// Each row along the last axis times the transposed weights, plus a bias: y = W x + b.
  ///
  /// - Parameters:
  ///   - weights: A row for each output, a column for each input.
  ///   - bias: A number for each output, if any.
  public func linear(weights: Tensor, bias: Tensor? = nil) throws -> Tensor {
    let operation = try LinearMap(shape, weights: weights.shape, bias: bias?.shape)
    return try Tensor.applying(operation, to: [self, weights] + (bias.map { [$0] } ?? []))
  }
}
