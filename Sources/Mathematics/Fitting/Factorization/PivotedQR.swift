import CKernels

/// The triangle of a tall matrix by Householder reflections, the longest remaining column first (Businger and Golub
/// 1965, "Linear least squares solutions by Householder transformations").
///
/// Its memory is used again for each matrix: nothing is allocated between one factorisation and the next. Columns are
/// expected to have lengths near 1, so that what counts as dependent does not turn on their units.
final class PivotedQR {
  let rows: Int
  let capacity: Int
  /// The columns to factorise, one after the other; overwritten by the reflections.
  let matrix: UnsafeMutablePointer<Double>
  /// The right side, which the reflections are applied to.
  let side: UnsafeMutablePointer<Double>
  /// The upper triangle, by columns, each of `capacity` entries.
  let triangle: UnsafeMutablePointer<Double>
  /// Which column of the matrix each column of the triangle was.
  let order: UnsafeMutablePointer<Int>
  private(set) var count = 0
  private let squares: UnsafeMutablePointer<Double>
  private let reference: UnsafeMutablePointer<Double>
  private let block: TensorStorage

  init(rows: Int, columns: Int) {
    self.rows = rows
    capacity = columns
    block = TensorStorage(count: rows * (columns + 1) + columns * (columns + 2))
    matrix = block.numbers
    side = matrix + rows * columns
    triangle = side + rows
    squares = triangle + columns * columns
    reference = squares + columns
    order = .allocate(capacity: max(columns, 1))
    order.initialize(repeating: 0, count: max(columns, 1))
  }

  deinit { order.deallocate() }

  /// Factorises the first columns of the matrix.
  ///
  /// There are at least as many rows.
  func factorize(columns: Int) {
    count = columns
    for column in 0..<columns {
      order[column] = column
      squares[column] = vector_dot(start(of: column), start(of: column), rows)
      reference[column] = squares[column]
    }
    for pivot in 0..<columns {
      exchange(pivot, longest(from: pivot))
      let diagonal = reflect(pivot)
      for row in 0..<pivot { triangle[pivot * capacity + row] = start(of: pivot)[row] }
      triangle[pivot * capacity + pivot] = diagonal
    }
  }

  private func start(of column: Int) -> UnsafeMutablePointer<Double> { matrix + column * rows }

  private func longest(from pivot: Int) -> Int {
    var best = pivot
    for column in pivot..<count where squares[column] > squares[best] { best = column }
    return best
  }

  private func exchange(_ left: Int, _ right: Int) {
    guard left != right else { return }
    for row in 0..<rows { swap(&start(of: left)[row], &start(of: right)[row]) }
    swap(&order[left], &order[right])
    swap(&squares[left], &squares[right])
    swap(&reference[left], &reference[right])
  }

  /// Turns a column onto its diagonal entry, which it returns, and everything to its right along with it.
  private func reflect(_ pivot: Int) -> Double {
    let mirror = start(of: pivot) + pivot
    let length = rows - pivot
    let norm = vector_dot(mirror, mirror, length).squareRoot()
    guard norm > 0 else { return 0 }
    let diagonal = mirror[0] > 0 ? -norm : norm
    let factor = 1 / (diagonal * (diagonal - mirror[0]))
    mirror[0] -= diagonal
    for column in pivot + 1..<max(count, pivot + 1) {
      let target = start(of: column) + pivot
      vector_accumulate(-factor * vector_dot(mirror, target, length), mirror, target, length)
      shorten(column, by: target[0], to: length - 1)
    }
    vector_accumulate(-factor * vector_dot(mirror, side + pivot, length), mirror, side + pivot, length)
    return diagonal
  }

  /// Takes an entry off the rest of a column's length, computed anew where the difference has lost its digits.
  private func shorten(_ column: Int, by entry: Double, to length: Int) {
    squares[column] -= entry * entry
    guard squares[column] < 1e-3 * reference[column] else { return }
    let rest = start(of: column) + (rows - length)
    squares[column] = vector_dot(rest, rest, length)
    reference[column] = squares[column]
  }
}
