/// The product of two matrices, either of which may be transposed first, or of as many pairs of them as the leading
/// axes have places.
struct MatrixProduct: Operation {
  let resultShape: Shape
  private let left: Factor
  private let right: Factor
  private let pairs: Int
  private let product: DenseProduct

  /// The last two axes of an operand.
  private struct Factor: Sendable {
    let rows: Int
    let columns: Int
    let isTransposed: Bool
    // The shape that enters the product.
    var height: Int { isTransposed ? columns : rows }
    var width: Int { isTransposed ? rows : columns }
    var layout: MatrixLayout { MatrixLayout(stride: columns, isTransposed: isTransposed) }

    var isWithinLimits: Bool { max(rows, columns) <= DenseProduct.longestAxis }

    init(_ shape: Shape, isTransposed: Bool) {
      rows = shape[shape.rank - 2]
      columns = shape[shape.rank - 1]
      self.isTransposed = isTransposed
    }
  }

  var name: String { "matrix product" }

  init(
    _ left: Shape, transposed isLeftTransposed: Bool, _ right: Shape, transposed isRightTransposed: Bool
  ) throws {
    let leading = left.dimensions.dropLast(2)
    guard left.rank >= 2 && right.rank >= 2 && leading == right.dimensions.dropLast(2) else {
      throw ShapeError(
        "matrix product", left, right, "both must be matrices, or equally many of them in equal leading axes")
    }
    self.left = Factor(left, isTransposed: isLeftTransposed)
    self.right = Factor(right, isTransposed: isRightTransposed)
    guard self.left.width == self.right.height else {
      throw ShapeError(
        "matrix product", left, right,
        "the first has \(self.left.width) columns\(isLeftTransposed ? " once transposed" : ""), "
          + "the second \(self.right.height) rows\(isRightTransposed ? " once transposed" : "")")
    }
    guard self.left.isWithinLimits && self.right.isWithinLimits else {
      throw ShapeError(
        "matrix product", left, right, "no axis may be longer than \(DenseProduct.longestAxis)")
    }
    pairs = leading.reduce(1, *)
    resultShape = Shape(leading + [self.left.height, self.right.width] as [Int])
    product = DenseProduct(
      rows: self.left.height, columns: self.right.width, inner: self.left.width, left: self.left.layout,
      right: self.right.layout, resultStride: self.right.width)
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    guard resultShape.count > 0 else { return }
    for pair in 0..<pairs {
      product(
        operands[0] + pair * left.rows * left.columns, operands[1] + pair * right.rows * right.columns,
        into: result + pair * left.height * right.width)
    }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // With C = A B: dA = dC Bᵀ, dB = Aᵀ dC; a transposed operand gets the transpose of that.
    let other = operands[1 - index]
    if index == 0 {
      return left.isTransposed
        ? try other.matrixProduct(cotangent, transposingFirst: right.isTransposed, transposingSecond: true)
        : try cotangent.matrixProduct(other, transposingSecond: !right.isTransposed)
    }
    return right.isTransposed
      ? try cotangent.matrixProduct(other, transposingFirst: true, transposingSecond: left.isTransposed)
      : try other.matrixProduct(cotangent, transposingFirst: !left.isTransposed)
  }

  func tex(_ operands: [String]) -> String {
    "\(operands[0])\(left.isTransposed ? "^\\top" : "") \(operands[1])\(right.isTransposed ? "^\\top" : "")"
  }
}

extension Tensor {
  /// The product of two matrices, either of which may be transposed first without being copied.
  ///
  /// Tensors of a higher rank hold a matrix in their last two axes for every place of the others, which must be
  /// equally long in both; each matrix of one is multiplied with its counterpart.
  public func matrixProduct(
    _ other: Tensor, transposingFirst: Bool = false, transposingSecond: Bool = false
  ) throws -> Tensor {
    let operation = try MatrixProduct(
      shape, transposed: transposingFirst, other.shape, transposed: transposingSecond)
    return try Tensor.applying(operation, to: self, other)
  }

  /// The product of this matrix, which may be transposed first, and a vector.
  public func vectorProduct(_ vector: Tensor, transposing: Bool = false) throws -> Tensor {
    guard rank == 2 && vector.rank == 1 else {
      throw ShapeError("matrix–vector product", shape, vector.shape, "a matrix and a vector are needed")
    }
    let column = try vector.reshaped([vector.count, 1])
    return try matrixProduct(column, transposingFirst: transposing).reshaped([shape[transposing ? 1 : 0]])
  }
}
