import COpenBLAS

/// A matrix as the product of one with orthonormal columns and an upper triangle.
public struct QRFactorization: Sendable {
  /// The orthonormal columns: as many as the matrix has rows or columns, whichever are fewer.
  public let orthonormal: Tensor
  /// The upper triangle, whose diagonal is not negative.
  public let triangle: Tensor
}

extension Tensor {
  /// The thin QR factorisation by Householder reflections, LAPACK's dgeqrf; a constant for derivatives.
  ///
  /// The signs are those that make the diagonal of the triangle non-negative.
  public func qrFactorization() throws -> QRFactorization {
    var (work, reflections) = try reflected()
    var triangle = work.upperTriangle()
    var (rows, rank, step, info) = (work.rows, triangle.rows, work.step, blasint(0))
    withWorkspace { memory, size in
      var size = size
      dorgqr_(&rows, &rank, &rank, &work.numbers, &step, &reflections, memory, &size, &info)
    }
    var orthonormal = Matrix(
      rows: rows, columns: rank, numbers: Array(work.numbers.prefix(Int(rows) * Int(rank))))
    for row in 0..<Int(rank) where triangle.isNegative(onDiagonal: row) {
      orthonormal.negateColumn(row)
      triangle.negateRow(row)
    }
    return try QRFactorization(orthonormal: orthonormal.tensor(), triangle: triangle.tensor())
  }

  /// The triangle of the QR factorisation alone, which costs half as much; each row's sign is as it comes.
  func qrTriangle() throws -> Tensor { try reflected().matrix.upperTriangle().tensor() }

  /// The reflections that turn the matrix into a triangle, which lies above them.
  private func reflected() throws -> (matrix: Matrix, scales: [Double]) {
    var work = try Matrix(self, in: "QR factorisation")
    var (rows, columns, step, info) = (work.rows, work.columns, work.step, blasint(0))
    var scales = [Double](repeating: 0, count: max(1, Int(min(rows, columns))))
    withWorkspace { memory, size in
      var size = size
      dgeqrf_(&rows, &columns, &work.numbers, &step, &scales, memory, &size, &info)
    }
    return (work, scales)
  }
}

extension Matrix {
  /// What lies on the diagonal and above, as many rows as there are of it.
  fileprivate func upperTriangle() -> Matrix {
    let (height, rank) = (Int(rows), Int(min(rows, columns)))
    var triangle = Matrix(
      rows: blasint(rank), columns: columns, numbers: [Double](repeating: 0, count: rank * Int(columns)))
    for column in 0..<Int(columns) {
      for row in 0..<min(column + 1, rank) {
        triangle.numbers[column * rank + row] = numbers[column * height + row]
      }
    }
    return triangle
  }

  fileprivate func isNegative(onDiagonal row: Int) -> Bool { numbers[row * Int(rows) + row] < 0 }

  /// Turns a column round.
  mutating func negateColumn(_ column: Int) {
    for place in column * Int(rows)..<(column + 1) * Int(rows) { numbers[place].negate() }
  }

  /// Turns a row round.
  mutating func negateRow(_ row: Int) {
    for column in 0..<Int(columns) { numbers[column * Int(rows) + row].negate() }
  }

  /// Whether the largest entry of a column, by size and the first of equals, is negative.
  func isLargestNegative(inColumn column: Int) -> Bool {
    var largest = 0.0
    for entry in numbers[column * Int(rows)..<(column + 1) * Int(rows)] where abs(entry) > abs(largest) {
      largest = entry
    }
    return largest < 0
  }
}
