import CKernels
import COpenBLAS

/// The directions in which points vary most, and how much (Pearson 1901; Hotelling 1933).
public struct PrincipalComponents: Sendable {
  /// The mean of the points.
  public let centre: Tensor
  /// The directions, one a row, of length 1 and at right angles; that of the largest variance first.
  ///
  /// Each is turned so that its largest entry by size, the first of equals, is positive.
  public let components: Tensor
  /// The variance along each direction (divided by n − 1), in the square of the points' unit.
  public let explainedVariance: [Double]
  /// Each direction's share of the variance in all directions, kept or not; NaN if nothing varies.
  public let explainedVarianceRatio: [Double]

  /// Finds the directions, each variance to 10 digits or more.
  ///
  /// Of many points whose variances are alike the covariance is decomposed; otherwise the centred points themselves, by
  /// their singular values, so that small variances keep their digits.
  ///
  /// - Parameters:
  ///   - points: One point a row, at least two.
  ///   - count: How many directions to keep; by default all there are, the fewer of rows and columns.
  public init(of points: Tensor, count: Int? = nil) throws {
    let operation = "principal components"
    try points.requirePoints(in: operation)
    let (rows, columns) = (points.shape[0], points.shape[1])
    guard rows >= 2 else { throw GeometryError.tooFewPoints(operation: operation, found: rows, needed: 2) }
    guard max(rows, columns) <= Int(Int32.max), min(rows, columns) <= 30_000 else {
      throw ShapeError(operation, points.shape, "LAPACK counts in 32 bits: one axis may have 30000 at most")
    }
    let kept = count ?? min(rows, columns)
    guard kept >= 0 && kept <= min(rows, columns) else {
      throw ShapeError(
        operation, points.shape, "\(kept) directions were asked for, there are \(min(rows, columns))")
    }
    // In a unit in which no square overflows.
    let unit = points.distanceUnit()
    let scaled = points.scaled(by: unit)
    let means = scaled.columnMeans()
    let (variances, vectors) = try Self.decompose(scaled.subtracting(means))
    centre = Tensor(means.map { $0 * unit })
    components = try Tensor(Self.turned(vectors, count: kept), shape: [kept, columns])
    let total = compensatedSum(variances)
    explainedVariance = variances.prefix(kept).map { $0 * unit * unit }
    explainedVarianceRatio = variances.prefix(kept).map { $0 / total }
  }

  /// The variances, the largest first, and the directions in rows.
  private static func decompose(_ centred: Tensor) throws -> (variances: [Double], vectors: Tensor) {
    let (rows, columns) = (centred.shape[0], centred.shape[1])
    if columns > 0, rows >= 10 * columns {
      let parts = try centred.covarianceOfCentred().symmetricEigen()
      // Rounding is a part in 2⁵² of the largest variance; below a hundred-thousandth of it, too few digits would be left.
      if let least = parts.values.first, let most = parts.values.last, least >= 1e-5 * most {
        let vectors = try Tensor((0..<columns).reversed().map { try parts.vectors.row($0).values })
        return (parts.values.reversed(), vectors)
      }
    }
    let parts = try singularValues(of: centred)
    return (parts.values.map { $0 * $0 / Double(rows - 1) }, parts.right)
  }

  /// Of a tall matrix the triangle of its QR factorisation is decomposed, which has the same values and right vectors.
  private static func singularValues(of matrix: Tensor) throws -> SingularValueDecomposition {
    let isTall = matrix.shape[0] > matrix.shape[1]
    return try (isTall ? matrix.qrTriangle() : matrix).singularValueDecomposition()
  }

  private static func turned(_ vectors: Tensor, count: Int) throws -> [Double] {
    try (0..<count).flatMap { row in
      let vector = try vectors.row(row).values
      let largest = vector.reduce(0) { abs($1) > abs($0) ? $1 : $0 }
      return largest < 0 ? vector.map { -$0 } : vector
    }
  }

  /// The coordinates of points along the directions: a row for each point.
  public func project(_ points: Tensor) throws -> Tensor {
    try points.requirePoints(in: "projection")
    guard points.shape[1] == centre.count else {
      throw ShapeError(
        "projection", points.shape, components.shape, "points need \(centre.count) coordinates")
    }
    return product(points.subtracting(centre.values), components, transposed: true)
  }

  /// The points that lie at given coordinates along the directions.
  public func reconstruct(_ coordinates: Tensor) throws -> Tensor {
    try coordinates.requirePoints(in: "reconstruction")
    guard coordinates.shape[1] == components.shape[0] else {
      throw ShapeError(
        "reconstruction", coordinates.shape, components.shape, "there are \(components.shape[0]) directions")
    }
    return product(coordinates, components, transposed: false).subtracting(centre.values.map { -$0 })
  }
}

/// The product of two matrices as numbers, which no recording follows.
private func product(_ left: Tensor, _ right: Tensor, transposed: Bool) -> Tensor {
  let (rows, inner) = (left.shape[0], left.shape[1])
  let columns = right.shape[transposed ? 0 : 1]
  var result = Tensor.zeros([rows, columns])
  guard rows > 0 && inner > 0 && columns > 0 else { return result }
  result.withMutableNumbers { result in
    left.withNumbers { left in
      right.withNumbers { factor in
        cblas_dgemm(
          CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, blasint(rows),
          blasint(columns),
          blasint(inner), 1, left, blasint(inner), factor, blasint(right.shape[1]), 0, result,
          blasint(columns))
      }
    }
  }
  return result
}

extension Tensor {
  /// The mean of each column of a matrix.
  func columnMeans() -> [Double] {
    var means = [Double](repeating: 0, count: shape[1])
    withNumbers { vector_column_means($0, shape[0], shape[1], &means) }
    return means
  }

  /// A matrix with one number taken from each column, as a constant.
  func subtracting(_ shifts: [Double]) -> Tensor {
    var result = Tensor.zeros(shape)
    let (rows, columns) = (shape[0], shape[1])
    result.withMutableNumbers { result in
      withNumbers { numbers in
        for start in stride(from: 0, to: rows * columns, by: max(columns, 1)) {
          vector_subtract(numbers + start, 1, shifts, 1, result + start, columns)
        }
      }
    }
    return result
  }
}
