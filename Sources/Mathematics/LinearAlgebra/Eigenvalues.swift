import COpenBLAS

/// An eigenvalue, which may be complex.
public struct Eigenvalue: Hashable, Sendable {
  /// The real part.
  public let real: Double
  /// The imaginary part; 0 for a real eigenvalue.
  public let imaginary: Double
}

extension Tensor {
  /// The eigenvalues of a square matrix, by QR iteration (LAPACK's dgeev); constants for derivatives.
  ///
  /// Ordered by their real parts, then by their imaginary parts, the smallest first.
  public func eigenvalues() throws -> [Eigenvalue] {
    try requireSquare(in: "eigenvalues")
    var work = try Matrix(transposing: self, in: "eigenvalues")
    guard work.rows > 0 else { return [] }
    var (size, step, info, unused, one) = (work.rows, work.step, blasint(0), 0.0, blasint(1))
    var real = [Double](repeating: 0, count: Int(size))
    var imaginary = real
    withWorkspace { memory, length in
      var length = length
      var alsoUnused = 0.0
      dgeev_(
        "N", "N", &size, &work.numbers, &step, &real, &imaginary, &unused, &one, &alsoUnused, &one, memory,
        &length, &info)
    }
    guard info == 0 else { throw LinearAlgebraError.notConverged(operation: "eigenvalues", shape: shape) }
    return zip(real, imaginary).map(Eigenvalue.init(real:imaginary:))
      .sorted { ($0.real, $0.imaginary) < ($1.real, $1.imaginary) }
  }
}
