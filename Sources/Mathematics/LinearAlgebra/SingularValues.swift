import COpenBLAS

/// A matrix as U Σ Vᵀ: orthonormal columns, a diagonal and orthonormal rows.
public struct SingularValueDecomposition: Sendable {
  /// The orthonormal columns U: as many as the matrix has rows or columns, whichever are fewer.
  ///
  /// Each is turned so that its largest entry by size, the first of equals, is positive.
  public let left: Tensor
  /// The singular values, the largest first.
  public let values: [Double]
  /// The orthonormal rows Vᵀ, turned along with the columns.
  public let right: Tensor

  /// Below this a singular value is rounding: the largest, times the larger dimension, times 2⁻⁵² (as MATLAB and NumPy).
  public var threshold: Double {
    (values.first ?? 0) * Double(max(left.shape[0], right.shape[1])) * 0x1p-52
  }

  /// The number of singular values above the threshold.
  public var rank: Int { values.count { $0 > threshold } }
}

extension Tensor {
  /// The thin singular value decomposition, by divide and conquer (LAPACK's dgesdd); constants for derivatives.
  public func singularValueDecomposition() throws -> SingularValueDecomposition {
    // LAPACK sees the transpose, V Σ Uᵀ, so that nothing is turned round but the signs.
    var work = try Matrix(transposing: self, in: "singular values")
    var (rows, columns, step, info) = (work.rows, work.columns, work.step, blasint(0))
    let rank = min(rows, columns)
    guard rank > 0 else {
      return SingularValueDecomposition(
        left: Tensor.zeros([shape[0], 0]), values: [], right: Tensor.zeros([0, shape[1]]))
    }
    var values = [Double](repeating: 0, count: Int(rank))
    var right = Matrix(
      rows: rows, columns: rank, numbers: [Double](repeating: 0, count: Int(rows) * Int(rank)))
    var left = Matrix(
      rows: rank, columns: columns, numbers: [Double](repeating: 0, count: Int(columns) * Int(rank)))
    var (rightStep, leftStep) = (right.step, left.step)
    var integers = [blasint](repeating: 0, count: 8 * Int(rank))
    withWorkspace { memory, length in
      var length = length
      dgesdd_(
        "S", &rows, &columns, &work.numbers, &step, &values, &right.numbers, &rightStep, &left.numbers,
        &leftStep,
        memory, &length, &integers, &info)
    }
    guard info == 0 else { throw LinearAlgebraError.notConverged(operation: "singular values", shape: shape) }
    for index in 0..<Int(rank) where left.isLargestNegative(inRow: index) {
      left.negateRow(index)
      right.negateColumn(index)
    }
    return try SingularValueDecomposition(
      left: left.transposedTensor(), values: values, right: right.transposedTensor())
  }

  /// The number of linearly independent rows, to the precision of the machine.
  public func matrixRank() throws -> Int { try singularValueDecomposition().rank }

  /// The largest singular value divided by the smallest; infinity for a matrix without full rank, 1 for an empty one.
  public func conditionNumber() throws -> Double {
    let values = try singularValueDecomposition().values
    guard let largest = values.first, let smallest = values.last else { return 1 }
    return smallest == 0 ? .infinity : largest / smallest
  }

  /// The pseudo-inverse of Moore and Penrose; singular values that are rounding count as 0.
  public func pseudoInverse() throws -> Tensor {
    let parts = try singularValueDecomposition()
    let inverses = Tensor(parts.values.map { $0 > parts.threshold ? 1 / $0 : 0 })
    let scaled = try parts.left * inverses
    return try parts.right.matrixProduct(scaled, transposingFirst: true, transposingSecond: true)
  }

  /// The x for which ‖A x − b‖ is smallest; of several, the shortest.
  ///
  /// By the singular value decomposition, so that dependent columns do no harm; a constant for derivatives.
  public func leastSquares(_ right: Tensor) throws -> Tensor {
    guard rank == 2 && (right.rank == 1 || right.rank == 2) && right.shape[0] == shape[0] else {
      throw ShapeError("least squares", shape, right.shape, "a matrix and as many rows are needed")
    }
    try right.requireFinite(in: "least squares")
    let parts = try singularValueDecomposition()
    let columns = right.rank == 1 ? try right.detached.reshaped([right.count, 1]) : right.detached
    let inverses = try Tensor(
      parts.values.map { $0 > parts.threshold ? 1 / $0 : 0 }, shape: [parts.values.count, 1])
    let coordinates = try parts.left.matrixProduct(columns, transposingFirst: true) * inverses
    let solution = try parts.right.matrixProduct(coordinates, transposingFirst: true)
    return right.rank == 1 ? try solution.reshaped([shape[1]]) : solution
  }
}

extension Matrix {
  /// Whether the largest entry of a row, by size and the first of equals, is negative.
  func isLargestNegative(inRow row: Int) -> Bool {
    var largest = 0.0
    for column in 0..<Int(columns) {
      let entry = numbers[column * Int(rows) + row]
      if abs(entry) > abs(largest) { largest = entry }
    }
    return largest < 0
  }
}
