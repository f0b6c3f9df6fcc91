import COpenBLAS

/// The singular values of a matrix of n rows and its right singular vectors, the largest first, one vector a row.
///
/// Of a tall matrix the triangle of its QR factorisation is decomposed, which has the same ones: as accurate as the
/// decomposition of the whole, and many times faster.
func rightSingularVectors(of matrix: Tensor) throws -> (values: [Double], vectors: Tensor) {
  let (rows, columns) = (matrix.shape[0], matrix.shape[1])
  let tall = rows > columns
  // Column after column: of a wide matrix its transpose, whose left vectors are the right ones.
  let work = tall ? triangle(of: matrix) : matrix.values
  return try leftSingularVectors(
    columnMajor: work, rows: columns, columns: tall ? columns : rows)
}

/// The transpose of the triangular factor, column after column.
private func triangle(of matrix: Tensor) -> [Double] {
  let (rows, columns) = (matrix.shape[0], matrix.shape[1])
  var work = [Double](repeating: 0, count: rows * columns)
  matrix.withNumbers { numbers in
    work.withUnsafeMutableBufferPointer { work in
      for row in 0..<rows {
        for column in 0..<columns { work[column * rows + row] = numbers[row * columns + column] }
      }
    }
  }
  var (height, width, info) = (blasint(rows), blasint(columns), blasint(0))
  var scales = [Double](repeating: 0, count: columns)
  withWorkingMemory { memory, length in
    var length = length
    dgeqrf_(&height, &width, &work, &height, &scales, memory, &length, &info)
  }
  var transposed = [Double](repeating: 0, count: columns * columns)
  for column in 0..<columns {
    for row in 0...column { transposed[row * columns + column] = work[column * rows + row] }
  }
  return transposed
}

private func leftSingularVectors(
  columnMajor numbers: [Double], rows: Int, columns: Int
) throws -> (values: [Double], vectors: Tensor) {
  let rank = min(rows, columns)
  guard rank > 0 else { return ([], Tensor.zeros([0, rows])) }
  var work = numbers
  var (height, width, step, info) = (blasint(rows), blasint(columns), blasint(rank), blasint(0))
  var values = [Double](repeating: 0, count: rank)
  var left = [Double](repeating: 0, count: rows * rank)
  var right = [Double](repeating: 0, count: rank * columns)
  var integers = [blasint](repeating: 0, count: 8 * rank)
  withWorkingMemory { memory, length in
    var length = length
    dgesdd_(
      "S", &height, &width, &work, &height, &values, &left, &height, &right, &step, memory, &length,
      &integers,
      &info)
  }
  guard info == 0 else { throw GeometryError.notConverged(operation: "singular values") }
  return (values, try Tensor(left, shape: [rank, rows]))
}

/// The eigenvalues of a symmetric matrix of n² numbers, the smallest first, and its eigenvectors, one after the other.
func eigenvectors(ofSymmetric matrix: [Double], size: Int) throws -> (values: [Double], vectors: [Double]) {
  guard size > 0 else { return ([], []) }
  var vectors = matrix
  var values = [Double](repeating: 0, count: size)
  var (order, info) = (blasint(size), blasint(0))
  var (wanted, wantedIntegers, query) = (0.0, blasint(0), blasint(-1))
  dsyevd_("V", "L", &order, &vectors, &order, &values, &wanted, &query, &wantedIntegers, &query, &info)
  var memory = [Double](repeating: 0, count: max(1, Int(wanted)))
  var integers = [blasint](repeating: 0, count: max(1, Int(wantedIntegers)))
  var (length, integerLength) = (blasint(memory.count), blasint(integers.count))
  dsyevd_("V", "L", &order, &vectors, &order, &values, &memory, &length, &integers, &integerLength, &info)
  guard info == 0 else { throw GeometryError.notConverged(operation: "eigenvectors") }
  return (values, vectors)
}

/// Calls a routine of LAPACK twice: to ask how much working memory it wants, and with it.
private func withWorkingMemory(_ routine: (UnsafeMutablePointer<Double>, blasint) -> Void) {
  var wanted = 0.0
  routine(&wanted, -1)
  var memory = [Double](repeating: 0, count: max(1, Int(wanted)))
  routine(&memory, blasint(memory.count))
}
