import CKernels

extension FitSearch {
  /// Everything that is known where the search ended.
  func result(_ verdict: FitVerdict) -> FitResult {
    let (points, count) = (problem.points, problem.coefficients)
    let deviations = Array(UnsafeBufferPointer(start: residuals, count: points))
    let squares = dot(deviations, deviations)
    let freedom = points - count + local.held.count
    let covariance = covariance(deviations, freedom: freedom)
    return FitResult(
      coefficients: Array(UnsafeBufferPointer(start: point, count: count)),
      standardErrors: (0..<count).map { covariance[$0 * count + $0].squareRoot() }, covariance: covariance,
      residuals: deviations, objective: problem.loss.sum(over: deviations), residualSumOfSquares: squares,
      residualStandardDeviation: freedom > 0 ? (squares / Double(freedom)).squareRoot() : .nan,
      degreesOfFreedom: freedom, heldByBounds: local.held, verdict: verdict, iterations: iterations,
      evaluations: evaluations)
  }

  /// What is known where there was no search.
  func emptyResult(_ verdict: FitVerdict, start: [Double]) -> FitResult {
    let count = problem.coefficients
    let unknown = [Double](repeating: .nan, count: count)
    return FitResult(
      coefficients: start, standardErrors: unknown,
      covariance: [Double](repeating: .nan, count: count * count), residuals: [], objective: .nan,
      residualSumOfSquares: .nan, residualStandardDeviation: .nan,
      degreesOfFreedom: problem.points - count, heldByBounds: [], verdict: verdict, iterations: iterations,
      evaluations: evaluations)
  }

  private func covariance(_ deviations: [Double], freedom: Int) -> [Double] {
    let count = problem.coefficients
    var covariance = [Double](repeating: .nan, count: count * count)
    local.factorizeDerivatives(self)
    let tolerance = Double(problem.points) * Double.ulpOfOne
    guard freedom > 0, local.factors.rank(tolerance: tolerance) == local.factors.count else {
      return covariance
    }
    let free = (0..<count).filter { !local.held.contains($0) }
    let inverse = local.factors.inverseOfProducts()
    let variance = errorVariance(deviations, freedom: freedom)
    for (row, left) in free.enumerated() {
      for (column, right) in free.enumerated() {
        covariance[left * count + right] =
          variance * inverse[row * free.count + column] / local.scales[left] / local.scales[right]
      }
    }
    return covariance
  }

  /// What (JᵀJ)⁻¹ is multiplied by.
  private func errorVariance(_ deviations: [Double], freedom: Int) -> Double {
    guard case .huber(let delta) = problem.loss else {
      return dot(deviations, deviations) / Double(freedom)
    }
    let influences = deviations.map { min(max($0, -delta), delta) }
    let inner = mean(deviations.map { $0.magnitude <= delta ? 1.0 : 0 })
    let points = Double(deviations.count)
    // ψ′ is 0 or 1: its variance over the square of its mean is (1 − m) / m.
    let correction = 1 + (points - Double(freedom)) / points * (1 - inner) / inner
    return correction * correction * dot(influences, influences) / Double(freedom) / (inner * inner)
  }
}

extension LocalModel {
  /// Factorises the free columns of the derivatives as they are, each in units of its own length.
  func factorizeDerivatives(_ search: FitSearch) {
    let points = search.problem.points
    var place = 0
    for index in 0..<search.problem.coefficients where !held.contains(index) {
      let source = search.derivatives + index * points
      let length = vector_norm(source, points)
      scales[index] = length > 0 ? length : 1
      for row in 0..<points { factors.matrix[place * points + row] = source[row] / scales[index] }
      place += 1
    }
    factors.factorize(columns: place)
  }
}
