import COpenBLAS

/// The covariances between the columns of a matrix, divided by n − 1: the unit of one times that of the other.
///
/// The columns are centred first, so that nothing cancels when their numbers are large and close together.
///
/// - Parameter observations: One observation a row, at least two; one variable a column.
public func covarianceMatrix(_ observations: Tensor) throws -> Tensor {
  try observations.requireObservations(in: "covariance")
  return observations.subtracting(observations.columnMeans()).covarianceOfCentred()
}

/// Pearson's correlations between the columns of a matrix: from −1 to 1, NaN for a column that does not vary.
///
/// - Parameter observations: One observation a row, at least two; one variable a column.
public func correlationMatrix(_ observations: Tensor) throws -> Tensor {
  try observations.requireObservations(in: "correlation")
  // Each column in its own unit, so that no square overflows or vanishes.
  var result = try covarianceMatrix(observations.withColumnsOfUnitSize())
  let columns = result.shape[0]
  result.withMutableNumbers { numbers in
    let deviations = (0..<columns).map { numbers[$0 * (columns + 1)].squareRoot() }
    for row in 0..<columns {
      for column in 0..<columns {
        let correlation = numbers[row * columns + column] / deviations[row] / deviations[column]
        // Rounding must not lead beyond 1; NaN stays.
        numbers[row * columns + column] = correlation > 1 ? 1 : correlation < -1 ? -1 : correlation
      }
      if deviations[row] > 0 { numbers[row * (columns + 1)] = 1 }
    }
  }
  return result
}

extension Tensor {
  /// The covariances between columns whose means are 0, of two rows at least.
  func covarianceOfCentred() -> Tensor {
    let (rows, columns) = (shape[0], shape[1])
    var result = Tensor.zeros([columns, columns])
    guard columns > 0 else { return result }
    result.withMutableNumbers { result in
      withNumbers { numbers in
        cblas_dsyrk(
          CblasRowMajor, CblasUpper, CblasTrans, blasint(columns), blasint(rows), 1 / Double(rows - 1),
          numbers, blasint(columns), 0, result, blasint(columns))
      }
      for row in 0..<columns {
        for column in 0..<row { result[row * columns + column] = result[column * columns + row] }
      }
    }
    return result
  }

  fileprivate func requireObservations(in operation: String) throws {
    try requirePoints(in: operation)
    guard shape[0] >= 2 else {
      throw StatisticsError.tooFew(operation: operation, found: shape[0], needed: 2)
    }
    guard shape.dimensions.allSatisfy({ $0 <= Int(Int32.max) }) else {
      throw ShapeError(operation, shape, "an axis may have \(Int32.max) at most")
    }
  }

  /// Each column centred and divided by its largest size; before that by a power of two, so that no sum overflows.
  fileprivate func withColumnsOfUnitSize() -> Tensor {
    var result = detached
    result.divideColumns { Double(sign: .plus, exponent: $0.exponent, significand: 1) }
    result = result.subtracting(result.columnMeans())
    result.divideColumns { $0 }
    return result
  }

  /// Divides each column that is not 0 by what its largest entry's size says.
  private mutating func divideColumns(_ divisor: (Double) -> Double) {
    let (rows, columns) = (shape[0], shape[1])
    withMutableNumbers { numbers in
      for column in 0..<columns {
        let largest = (0..<rows).reduce(0.0) { max($0, numbers[$1 * columns + column].magnitude) }
        guard largest > 0 else { continue }
        for row in 0..<rows { numbers[row * columns + column] /= divisor(largest) }
      }
    }
  }
}
