import Expressions

extension Matrix {
  /// A smaller matrix, each of whose cells holds the largest entry of a block.
  ///
  /// - Parameter most: The most rows, and the most columns; blocks differ by at most one row or column in size.
  func maximumPooled(to most: Int) -> Matrix {
    let (height, width) = (Swift.min(rows, most), Swift.min(columns, most))
    var pooled = [Double](repeating: -.infinity, count: height * width)
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = row * height / rows * width + column * width / columns
        pooled[cell] = Swift.max(pooled[cell], self[row, column])
      }
    }
    return Matrix(rows: height, columns: width, entries: pooled) ?? self
  }
}
