import COpenBLAS

extension Tensor {
  /// The lower triangle L with a positive diagonal for which L Lᵀ is this positive definite matrix.
  ///
  /// LAPACK's dpotrf; a constant for derivatives.
  public func choleskyFactor() throws -> Tensor {
    try requireSymmetric(in: "Cholesky factorisation")
    var factor = try Matrix(transposing: self, in: "Cholesky factorisation")
    var (size, step, info) = (factor.rows, factor.step, blasint(0))
    // The upper triangle of columns is the lower of rows.
    dpotrf_("U", &size, &factor.numbers, &step, &info)
    guard info == 0 else {
      throw LinearAlgebraError.notPositiveDefinite(shape: shape, order: Int(info))
    }
    for row in 0..<Int(size) {
      for column in row + 1..<max(row + 1, Int(size)) { factor.numbers[row * Int(size) + column] = 0 }
    }
    return try factor.transposedTensor()
  }
}
