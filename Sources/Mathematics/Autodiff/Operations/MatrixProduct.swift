import COpenBLAS

/// The product of two matrices, either of which may be transposed first.
struct MatrixProduct: Operation {
  let resultShape: Shape
  private let isLeftTransposed: Bool
  private let isRightTransposed: Bool
  private let inner: Int

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
    inner = leftInner
    resultShape = [isLeftTransposed ? left[1] : left[0], isRightTransposed ? right[0] : right[1]]
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    let rows = resultShape[0]
    let columns = resultShape[1]
    guard resultShape.count > 0 else { return }
    cblas_dgemm(
      CblasRowMajor, isLeftTransposed ? CblasTrans : CblasNoTrans,
      isRightTransposed ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns), blasint(inner), 1,
      operands[0], blasint(max(1, isLeftTransposed ? rows : inner)), operands[1],
      blasint(max(1, isRightTransposed ? inner : columns)), 0, result, blasint(columns))
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
