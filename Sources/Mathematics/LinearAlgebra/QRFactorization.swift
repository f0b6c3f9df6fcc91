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
    var work = try Matrix(self, in: "QR factorisation")
    var (rows, columns, step, info) = (work.rows, work.columns, work.step, blasint(0))
    var rank = min(rows, columns)
    var reflections = [Double](repeating: 0, count: max(1, Int(rank)))
    withWorkspace { memory, size in
      var size = size
      dgeqrf_(&rows, &columns, &work.numbers, &step, &reflections, memory, &size, &info)
    }
    let height = Int(rows)
    var triangle = Matrix(
      rows: rank, columns: columns, numbers: [Double](repeating: 0, count: Int(rank) * Int(columns)))
    for column in 0..<Int(columns) {
      for row in 0..<min(column + 1, Int(rank)) {
        triangle.numbers[column * Int(rank) + row] = work.numbers[column * height + row]
      }
    }
    withWorkspace { memory, size in
      var size = size
      dorgqr_(&rows, &rank, &rank, &work.numbers, &step, reflections, memory, &size, &info)
    }
    var orthonormal = Matrix(
      rows: rows, columns: rank, numbers: Array(work.numbers.prefix(height * Int(rank))))
    for row in 0..<Int(rank) where triangle.numbers[row * Int(rank) + row] < 0 {
      orthonormal.negateColumn(row)
      triangle.negateRow(row)
    }
    return try QRFactorization(orthonormal: orthonormal.tensor(), triangle: triangle.tensor())
  }
}

extension Matrix {
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
