/// The solution x of A x = b, or of Aᵀ x = b.
struct Solution: Operation {
  let resultShape: Shape
  private let matrixShape: Shape
  private let isTransposed: Bool
  var name: String { "solve" }

  init(_ matrix: Shape, transposed isTransposed: Bool, _ right: Shape) throws {
    guard matrix.rank == 2 && matrix[0] == matrix[1] else {
      throw ShapeError("solve", matrix, right, "the first must be a square matrix")
    }
    guard (right.rank == 1 || right.rank == 2) && right[0] == matrix[0] else {
      throw ShapeError("solve", matrix, right, "the second must have \(matrix[0]) rows")
    }
    matrixShape = matrix
    resultShape = right
    self.isTransposed = isTransposed
  }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) throws {
    let matrix = Tensor(copying: operands[0], shape: matrixShape)
    let right = Tensor(copying: operands[1], shape: resultShape)
    let solution = try LUFactorization(matrix).solve(right, transposing: isTransposed)
    solution.withNumbers { result.update(from: $0, count: resultShape.count) }
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    // With A x = b: db = A⁻ᵀ dx and dA = −db xᵀ; the transpose of that for Aᵀ.
    let right = try operands[0].solve(cotangent, transposing: !isTransposed)
    if index == 1 { return right }
    let columns: Shape = [resultShape[0], resultShape.rank == 2 ? resultShape[1] : 1]
    let (first, second) = (try right.reshaped(columns), try result.reshaped(columns))
    return isTransposed
      ? try -(second.matrixProduct(first, transposingSecond: true))
      : try -(first.matrixProduct(second, transposingSecond: true))
  }

  func tex(_ operands: [String]) -> String {
    "{\(operands[0])}^{\(isTransposed ? "-\\top" : "-1")} \(operands[1])"
  }
}

extension Tensor {
  /// The solution x of A x = b where A is this square matrix: a vector for a vector, a column for each column.
  ///
  /// By LU factorisation with partial pivoting. It can be differentiated.
  /// - Throws: ``LinearAlgebraError`` where the matrix is singular to the precision of the machine.
  public func solve(_ right: Tensor, transposing: Bool = false) throws -> Tensor {
    try Tensor.applying(Solution(shape, transposed: transposing, right.shape), to: self, right)
  }

  /// The inverse of a square matrix; to solve a system, ``solve(_:transposing:)`` is faster and more accurate.
  public func inverse() throws -> Tensor {
    try requireSquare(in: "inverse")
    return try solve(Tensor.identity(shape[0]))
  }

  /// The determinant of a square matrix, by LU factorisation; a constant for derivatives.
  ///
  /// Where it overflows or vanishes, ``LUFactorization/logarithmicDeterminant`` does not.
  public func determinant() throws -> Double { try LUFactorization(self).determinant }
}
