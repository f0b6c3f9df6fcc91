import COpenBLAS

/// The eigenvalues of a symmetric matrix and an orthonormal eigenvector for each.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, the smallest first.
  public let values: [Double]
  /// The eigenvectors in the same order, one in each row.
  ///
  /// Each is turned so that its largest entry by size, the first of equals, is positive.
  public let vectors: Tensor
}

extension Tensor {
  /// All eigenvalues and eigenvectors of a symmetric matrix, by divide and conquer (LAPACK's dsyevd).
  ///
  /// Constants for derivatives.
  public func symmetricEigen() throws -> SymmetricEigen {
    var (work, values) = try symmetricProblem()
    guard work.rows > 0 else { return SymmetricEigen(values: [], vectors: Tensor.zeros([0, 0])) }
    var (size, step, info) = (work.rows, work.step, blasint(0))
    withWorkspaces { memory, length, integers, integerLength in
      var (length, integerLength) = (length, integerLength)
      dsyevd_(
        "V", "L", &size, &work.numbers, &step, &values, memory, &length, integers, &integerLength, &info)
    }
    guard info == 0 else {
      throw LinearAlgebraError.notConverged(operation: "symmetric eigenvalues", shape: shape)
    }
    return try SymmetricEigen(values: values, vectors: work.withColumnsTurned().transposedTensor())
  }

  /// The largest eigenvalues of a symmetric matrix and their eigenvectors, still the smallest first.
  ///
  /// By relatively robust representations (LAPACK's dsyevr), which costs less than all eigenvectors do.
  public func symmetricEigen(largest count: Int) throws -> SymmetricEigen {
    var (work, values) = try symmetricProblem()
    guard count >= 0 && count <= Int(work.rows) else {
      throw ShapeError("symmetric eigenvalues", shape, "\(count) of \(work.rows) were asked for")
    }
    guard count > 0 else { return SymmetricEigen(values: [], vectors: Tensor.zeros([0, Int(work.rows)])) }
    var (size, step, info, found, limit) = (work.rows, work.step, blasint(0), blasint(0), 0.0)
    var (first, last) = (size - blasint(count) + 1, size)
    var vectors = Matrix(
      rows: size, columns: blasint(count), numbers: [Double](repeating: 0, count: Int(size) * count))
    var supports = [blasint](repeating: 0, count: 2 * Int(size))
    withWorkspaces { memory, length, integers, integerLength in
      var (length, integerLength) = (length, integerLength)
      dsyevr_(
        "V", "I", "L", &size, &work.numbers, &step, &limit, &limit, &first, &last, &limit, &found, &values,
        &vectors.numbers, &step, &supports, memory, &length, integers, &integerLength, &info)
    }
    guard info == 0 && found == blasint(count) else {
      throw LinearAlgebraError.notConverged(operation: "symmetric eigenvalues", shape: shape)
    }
    return try SymmetricEigen(
      values: Array(values.prefix(count)), vectors: vectors.withColumnsTurned().transposedTensor())
  }

  private func symmetricProblem() throws -> (matrix: Matrix, values: [Double]) {
    try requireSymmetric(in: "symmetric eigenvalues")
    let matrix = try Matrix(transposing: self, in: "symmetric eigenvalues")
    return (matrix, [Double](repeating: 0, count: Int(matrix.rows)))
  }
}

extension Matrix {
  /// The same columns, each with its largest entry positive.
  func withColumnsTurned() -> Matrix {
    var turned = self
    for column in 0..<Int(columns) where isLargestNegative(inColumn: column) { turned.negateColumn(column) }
    return turned
  }
}
