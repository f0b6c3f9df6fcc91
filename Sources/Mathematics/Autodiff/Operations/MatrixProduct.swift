/// The product of two matrices, either of which may be transposed first.
struct MatrixProduct: Operation {
  let resultShape: Shape
  private let isLeftTransposed: Bool
  private let isRightTransposed: Bool
  private let product: DenseProduct

  var name: String { "matrix product" }

  init(
    _ left: Shape, transposed isLeftTransposed: Bool, _ right: Shape, transposed isRightTransposed: Bool
  ) throws {
    guard left.rank == 2 && right.rank == 2 else {
      throw ShapeError("matrix product", left, right, "both must be matrices")
    }
    let leftInner = isLeftTransposed ? left[0] : left[1]
    let rightInner = isRightTransposed ? right[1] : right[0]
    guard leftInner == rightInner else {
      throw ShapeError(
        "matrix product", left, right,
        "the first has \(leftInner) columns\(isLeftTransposed ? " once transposed" : ""), "
          + "the second \(rightInner) rows\(isRightTransposed ? " once transposed" : "")")
    }
    self.isLeftTransposed = isLeftTransposed
    self.isRightTransposed = isRightTransposed
    resultShape = [isLeftTransposed ? left[1] : left[0], isRightTransposed ? right[0] : right[1]]
    product = DenseProduct(
      rows: resultShape[0], columns: resultShape[1], inner: leftInner,
      left: MatrixLayout(stride: left[1], isTransposed: isLeftTransposed),
      right: MatrixLayout(stride: right[1], isTransposed: isRightTransposed), resultStride: resultShape[1])
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    product(operands[0], operands[1], into: result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // With C = A B: dA = dC Bᵀ, dB = Aᵀ dC; a transposed operand gets the transpose of that.
    let other = operands[1 - index]
    if index == 0 {
      return isLeftTransposed
        ? try other.matrixProduct(cotangent, transposingFirst: isRightTransposed, transposingSecond: true)
        : try cotangent.matrixProduct(other, transposingSecond: !isRightTransposed)
    }
    return isRightTransposed
      ? try cotangent.matrixProduct(other, transposingFirst: true, transposingSecond: isLeftTransposed)
      : try other.matrixProduct(cotangent, transposingFirst: !isLeftTransposed)
  }

  func tex(_ operands: [String]) -> String {
    "\(operands[0])\(isLeftTransposed ? "^\\top" : "") \(operands[1])\(isRightTransposed ? "^\\top" : "")"
  }
}

extension Tensor {
  /// The product of two matrices, either of which may be transposed first without being copied.
  public func matrixProduct(
    _ other: Tensor, transposingFirst: Bool = false, transposingSecond: Bool = false
  ) throws -> Tensor {
    let operation = try MatrixProduct(
      shape, transposed: transposingFirst, other.shape, transposed: transposingSecond)
    return try Tensor.applying(operation, to: self, other)
  }
}
