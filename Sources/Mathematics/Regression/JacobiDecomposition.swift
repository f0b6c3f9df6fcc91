/// The singular values of a small square matrix with their vectors, by one-sided Jacobi rotations.
///
/// Small values keep their relative accuracy where the columns differ in scale (Demmel and Veselić 1992).
struct JacobiDecomposition {
  let size: Int
  /// U Σ, column by column: its columns are orthogonal, and their lengths are the values.
  private(set) var scaledLeft: [Double]
  /// V, column by column.
  private(set) var right: [Double]
  private(set) var values: [Double]

  /// Decomposes a matrix stored column by column.
  init(of matrix: [Double], size: Int) {
    self.size = size
    scaledLeft = matrix
    right = Array(repeating: 0, count: size * size)
    values = Array(repeating: 0, count: size)
    for index in 0..<size { right[index * size + index] = 1 }
    for _ in 0..<60 where !sweep() { break }
    for index in 0..<size { values[index] = product(index, index).squareRoot() }
  }

  /// Rotates every pair of columns once; false where none needed it.
  private mutating func sweep() -> Bool {
    var hasRotated = false
    for first in 0..<size {
      for second in first + 1..<max(size, first + 1) {
        let (a, b, c) = (product(first, first), product(second, second), product(first, second))
        guard c.magnitude > 1e-16 * (a * b).squareRoot(), c != 0 else { continue }
        hasRotated = true
        let ratio = (b - a) / (2 * c)
        let tangent = (ratio >= 0 ? 1 : -1) / (ratio.magnitude + (1 + ratio * ratio).squareRoot())
        let cosine = 1 / (1 + tangent * tangent).squareRoot()
        rotate(&scaledLeft, first, second, cosine, cosine * tangent)
        rotate(&right, first, second, cosine, cosine * tangent)
      }
    }
    return hasRotated
  }

  private func product(_ first: Int, _ second: Int) -> Double {
    var sum = 0.0
    for row in 0..<size { sum += scaledLeft[first * size + row] * scaledLeft[second * size + row] }
    return sum
  }

  private func rotate(
    _ matrix: inout [Double], _ first: Int, _ second: Int, _ cosine: Double, _ sine: Double
  ) {
    for row in 0..<size {
      let (x, y) = (matrix[first * size + row], matrix[second * size + row])
      matrix[first * size + row] = cosine * x - sine * y
      matrix[second * size + row] = sine * x + cosine * y
    }
  }
}
