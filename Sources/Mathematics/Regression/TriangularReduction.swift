import CKernels

/// A least-squares problem ‖J δ + r‖ → min reduced to as many rows as there are coefficients: R and Qᵀr.
///
/// Householder's reflections (Golub and Van Loan 2013, algorithm 5.2.1), which never square the condition as the
/// normal equations would.
struct TriangularReduction {
  /// The upper triangle, column by column; zero below.
  private(set) var triangle: [Double]
  /// The first entries of Qᵀr.
  private(set) var target: [Double]

  /// Reduces a matrix stored column by column; both arrays are used up as scratch space.
  init(matrix: inout [Double], residuals: inout [Double], columns: Int) {
    let rows = residuals.count
    triangle = Array(repeating: 0, count: columns * columns)
    target = Array(repeating: 0, count: columns)
    matrix.withUnsafeMutableBufferPointer { matrix in
      residuals.withUnsafeMutableBufferPointer { residuals in
        guard let matrix = matrix.baseAddress, let residuals = residuals.baseAddress else { return }
        for column in 0..<min(columns, rows) {
          let pivot = matrix + column * rows + column
          let length = rows - column
          for row in 0..<column { triangle[column * columns + row] = matrix[column * rows + row] }
          // A column of zeros needs no reflection; its row still belongs to the columns behind it.
          if let diagonal = reflector(pivot, length) {
            for other in column + 1..<max(columns, column + 1) {
              reflect(matrix + other * rows + column, by: pivot, length)
            }
            reflect(residuals + column, by: pivot, length)
            triangle[column * columns + column] = diagonal
          }
          target[column] = residuals[column]
        }
      }
    }
  }
}

/// Turns a column into the vector of the reflection that zeroes it below its first entry; gives that entry.
///
/// Nil for a column of zeros. The vector is scaled so that I − v vᵀ reflects.
private func reflector(_ column: UnsafeMutablePointer<Double>, _ length: Int) -> Double? {
  var largest = 0.0
  for row in 0..<length { largest = max(largest, column[row].magnitude) }
  guard largest > 0, largest.isFinite else { return nil }
  var sum = 0.0
  for row in 0..<length {
    let scaled = column[row] / largest
    sum += scaled * scaled
  }
  let norm = largest * sum.squareRoot()
  let diagonal = column[0] > 0 ? -norm : norm
  let scale = (norm * (norm + column[0].magnitude)).squareRoot()
  column[0] -= diagonal
  for row in 0..<length { column[row] /= scale }
  return diagonal
}

private func reflect(
  _ column: UnsafeMutablePointer<Double>, by vector: UnsafeMutablePointer<Double>, _ length: Int
) {
  let product = vector_dot(vector, column, length)
  vector_accumulate(-product, vector, column, length)
}
