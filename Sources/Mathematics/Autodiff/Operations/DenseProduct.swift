import CKernels
import COpenBLAS

/// How a matrix lies in memory: `stride` numbers from one row to the next, or of its transpose's.
struct MatrixLayout: Sendable {
  let stride: Int
  let isTransposed: Bool

  init(stride: Int, isTransposed: Bool = false) {
    self.stride = max(1, stride)
    self.isTransposed = isTransposed
  }

  fileprivate var rowStep: Int { isTransposed ? 1 : stride }
  fileprivate var columnStep: Int { isTransposed ? stride : 1 }
  fileprivate var flag: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
}

/// A product of matrices of known sizes, by the kernel that is faster for them.
///
/// OpenBLAS copies both matrices into an order of its own, which pays only from a few hundred rows and columns on.
struct DenseProduct: Sendable {
  private let layout: ProductLayout
  private let left: MatrixLayout
  private let right: MatrixLayout
  private let isSmall: Bool

  /// Prepares result = scale · left right.
  init(
    rows: Int, columns: Int, inner: Int, left: MatrixLayout, right: MatrixLayout, resultStride: Int,
    scale: Double = 1
  ) {
    self.left = left
    self.right = right
    layout = ProductLayout(
      rows: rows, columns: columns, inner: inner, a_row: left.rowStep, a_column: left.columnStep,
      b_row: right.rowStep, b_column: right.columnStep, start_row: 0, c_row: resultStride,
      scale: scale)
    let limit = columns == 1 ? Self.smallVector : Self.smallMatrix
    isSmall = Double(rows) * Double(columns) * Double(inner) <= limit
  }

  /// The longest axis that a product can have.
  static let longestAxis = Int(blasint.max)
  // Where the two were measured to be equally fast.
  private static let smallMatrix = 3e7
  private static let smallVector = 4096.0

  /// Computes the product, and adds a row to each of its rows if one is given.
  func callAsFunction(
    _ first: UnsafePointer<Double>, _ second: UnsafePointer<Double>,
    into result: UnsafeMutablePointer<Double>, addingRow row: UnsafePointer<Double>? = nil
  ) {
    guard layout.rows > 0 && layout.columns > 0 else { return }
    if isSmall || layout.inner == 0 {
      withUnsafePointer(to: layout) { vector_matrix_product($0, first, second, row, result) }
      return
    }
    if let row {
      for index in 0..<layout.rows {
        (result + index * layout.c_row).update(from: row, count: layout.columns)
      }
    }
    let kept: Double = row == nil ? 0 : 1
    if layout.columns == 1 {
      multiplyVector(first, second, result, keeping: kept)
    } else {
      cblas_dgemm(
        CblasRowMajor, left.flag, right.flag, blasint(layout.rows), blasint(layout.columns),
        blasint(layout.inner), layout.scale, first, blasint(left.stride), second, blasint(right.stride),
        kept, result, blasint(layout.c_row))
    }
  }

  private func multiplyVector(
    _ matrix: UnsafePointer<Double>, _ vector: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>,
    keeping kept: Double
  ) {
    let (rows, columns) =
      left.isTransposed ? (layout.inner, layout.rows) : (layout.rows, layout.inner)
    cblas_dgemv(
      CblasRowMajor, left.flag, blasint(rows), blasint(columns), layout.scale, matrix, blasint(left.stride),
      vector, blasint(right.rowStep), kept, result, blasint(layout.c_row))
  }
}
