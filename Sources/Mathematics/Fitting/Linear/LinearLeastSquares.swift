/// Fits coefficients b that minimise the squares of y − X b, by a QR factorisation with column pivoting.
///
/// The columns are scaled to length 1, so that dependence does not turn on their units, and the solution is refined
/// with residuals computed in twice the precision (Björck 1967, "Iterative refinement of linear least squares
/// solutions", in its simple form). The covariance is s² (XᵀX)⁻¹ with s² the residual sum of squares over the degrees
/// of freedom.
///
/// ```swift
/// let line = try linearLeastSquares([[1, 0], [1, 1], [1, 2], [1, 3]], [1, 3, 4, 4])
/// print(line.coefficients)  // 1.5 and 1, but for rounding
/// ```
/// - Parameters:
///   - design: A row for each point, with an entry for each coefficient.
///   - response: The value at each point.
///   - weights: How much the square of each point counts; all alike unless given.
/// - Throws: ``LeastSquaresError`` for data of unequal lengths, numbers that are not finite, fewer points than
///   coefficients, and columns that depend on each other.
public func linearLeastSquares(_ design: [[Double]], _ response: [Double], weights: [Double]? = nil) throws
  -> LinearFit
{
  let system = try LinearSystem(design, response, weights: weights)
  return try system.solved()
}

/// A design whose rows are multiplied by the roots of their weights, and its right side.
private struct LinearSystem {
  let rows: [[Double]]
  let response: [Double]
  let scales: [Double]
  var count: Int { scales.count }

  init(_ design: [[Double]], _ response: [Double], weights: [Double]?) throws {
    let count = design.first?.count ?? 0
    try Self.check(design, response, weights, count)
    let roots = weights?.map { $0.squareRoot() } ?? Array(repeating: 1, count: response.count)
    rows = zip(design, roots).map { row, root in row.map { $0 * root } }
    self.response = zip(response, roots).map { $0 * $1 }
    scales = (0..<count).map { [rows] column in
      let length = norm(rows.map { $0[column] })
      return length > 0 ? length : 1
    }
  }

  private static func check(_ design: [[Double]], _ response: [Double], _ weights: [Double]?, _ count: Int)
    throws
  {
    guard design.count == response.count else {
      throw LeastSquaresError.unequalLengths(
        what: "the response", found: response.count, expected: design.count)
    }
    if let weights, weights.count != response.count {
      throw LeastSquaresError.unequalLengths(
        what: "the list of weights", found: weights.count, expected: response.count)
    }
    guard response.count >= count, count > 0 else {
      throw LeastSquaresError.tooFewPoints(points: response.count, coefficients: count)
    }
    for (place, row) in design.enumerated() {
      guard row.count == count else {
        throw LeastSquaresError.unequalLengths(
          what: "row \(place) of the design", found: row.count, expected: count)
      }
      guard row.allSatisfy(\.isFinite) else {
        throw LeastSquaresError.notFinite(what: "an entry of row", at: place)
      }
      guard response[place].isFinite else { throw LeastSquaresError.notFinite(what: "value", at: place) }
      guard let weight = weights?[place] else { continue }
      guard weight.isFinite else { throw LeastSquaresError.notFinite(what: "weight", at: place) }
      guard weight >= 0 else { throw LeastSquaresError.negativeWeight(at: place) }
    }
  }

  func solved() throws -> LinearFit {
    let factors = PivotedQR(rows: rows.count, columns: count)
    var scaled = [Double](repeating: 0, count: count)
    // The first round solves, the next two refine: each gives the correction that the residuals call for.
    for _ in 0..<3 {
      fill(factors, residuals(scaled))
      factors.factorize(columns: count)
      let rank = factors.rank(tolerance: Double(rows.count) * Double.ulpOfOne)
      guard rank == count else {
        throw LeastSquaresError.dependentColumns(factors.dependentColumns(rank: rank), rank: rank)
      }
      for (column, change) in factors.solution().enumerated() { scaled[column] += change }
    }
    return fit(scaled, factors)
  }

  private func fill(_ factors: PivotedQR, _ side: [Double]) {
    for (place, row) in rows.enumerated() {
      factors.side[place] = side[place]
      for column in 0..<count { factors.matrix[column * rows.count + place] = row[column] / scales[column] }
    }
  }

  private func residuals(_ scaled: [Double]) -> [Double] {
    let negative = zip(scaled, scales).map { -$0 / $1 }
    return zip(rows, response).map { row, value in dot(row + [value], negative + [1]) }
  }

  private func fit(_ scaled: [Double], _ factors: PivotedQR) -> LinearFit {
    let deviations = residuals(scaled)
    let squares = dot(deviations, deviations)
    let freedom = rows.count - count
    let variance = freedom > 0 ? squares / Double(freedom) : .nan
    var covariance = factors.inverseOfProducts()
    for row in 0..<count {
      for column in 0..<count { covariance[row * count + column] *= variance / scales[row] / scales[column] }
    }
    return LinearFit(
      coefficients: zip(scaled, scales).map { $0 / $1 },
      standardErrors: (0..<count).map { covariance[$0 * count + $0].squareRoot() }, covariance: covariance,
      residuals: deviations, residualSumOfSquares: squares,
      residualStandardDeviation: variance.squareRoot(), degreesOfFreedom: freedom)
  }
}
