import Mathematics

/// The best of the minima that a fit's starts have led to, with what it says about the coefficients.
struct FitSolution {
  let coefficients: [Double]
  /// What was minimised.
  let objective: Double
  /// The sum of the squared deviations, each in units of its standard deviation.
  let residualSumOfSquares: Double
  /// Rows less free coefficients.
  let degreesOfFreedom: Int
  /// The coefficients, counted from 0, that rest on a bound.
  let bounded: [Int]
  /// Whether the model is linear in its coefficients, so that nothing was searched for.
  let isDirect: Bool
  /// Whether rounding ended the search while the slope was not quite flat.
  let isLimitedByRounding: Bool
  /// How many steps the search took from the best start.
  let steps: Int
  /// How many starts were tried, and how many of them led to this minimum.
  let starts: Int
  let agreeing: Int
  /// Where a quasi-Newton search ended: why, and how steep the objective still is there; nil for other searches.
  let stop: (verdict: Minimum.Verdict, slope: Double)?
  /// The covariances of the coefficients, row by row, 0 for those on a bound; nil where the data leave nothing to judge
  /// them by.
  private let covariances: [Double]?

  /// A model that is linear in its coefficients, solved directly.
  init(_ fit: LinearFit, divisor: Double) {
    coefficients = fit.coefficients
    objective = fit.residualSumOfSquares / divisor
    residualSumOfSquares = fit.residualSumOfSquares
    degreesOfFreedom = fit.degreesOfFreedom
    bounded = []
    isDirect = true
    isLimitedByRounding = false
    (steps, starts, agreeing) = (0, 1, 1)
    stop = nil
    covariances = fit.covariance.allSatisfy(\.isFinite) ? fit.covariance : nil
  }

  /// The end of a search from many starts.
  init(_ fit: FitResult, divisor: Double, starts: Int, agreeing: Int) {
    coefficients = fit.coefficients
    objective = fit.objective / divisor
    residualSumOfSquares = fit.residualSumOfSquares
    degreesOfFreedom = fit.degreesOfFreedom
    bounded = fit.heldByBounds
    isDirect = false
    isLimitedByRounding = fit.verdict == .limitOfArithmetic
    steps = fit.iterations
    self.starts = starts
    self.agreeing = agreeing
    stop = nil
    covariances = Self.known(fit.covariance, bounded: fit.heldByBounds, count: fit.coefficients.count)
  }

  /// The end of a quasi-Newton search, which need not be a minimum: nothing is said of errors.
  init(_ minimum: Minimum, residuals: [Double], starts: Int, agreeing: Int) {
    coefficients = minimum.point
    objective = minimum.value
    residualSumOfSquares = dot(residuals, residuals)
    degreesOfFreedom = residuals.count - minimum.point.count
    bounded = []
    isDirect = false
    isLimitedByRounding = minimum.verdict == .limitOfArithmetic
    steps = minimum.steps
    self.starts = starts
    self.agreeing = agreeing
    stop = (minimum.verdict, minimum.slope)
    covariances = nil
  }

  /// The covariances with 0 for coefficients on a bound; nil where another is not known.
  private static func known(_ covariance: [Double], bounded: [Int], count: Int) -> [Double]? {
    var known = covariance
    for index in bounded {
      for other in 0..<count {
        known[index * count + other] = 0
        known[other * count + index] = 0
      }
    }
    return known.allSatisfy(\.isFinite) ? known : nil
  }

  /// Whether there are standard errors.
  var hasErrors: Bool { covariances != nil }

  /// The standard error of a coefficient; nil where there is none.
  func standardError(of index: Int) -> Double? {
    guard let covariances, !bounded.contains(index) else { return nil }
    return covariances[index * coefficients.count + index].squareRoot()
  }

  /// The standard error of what changes with the coefficients by the given slopes (the delta method).
  func standardError(along slopes: [Double]) -> Double? {
    guard let covariances else { return nil }
    var variance = 0.0
    for (row, slope) in slopes.enumerated() {
      for (column, other) in slopes.enumerated() {
        variance += slope * covariances[row * slopes.count + column] * other
      }
    }
    return max(variance, 0).squareRoot()
  }

  /// How many standard errors an interval of a confidence reaches to each side.
  func reach(of confidence: Double) -> Double? {
    StudentT(degreesOfFreedom: Double(degreesOfFreedom))?.upperQuantile((1 - confidence) / 2)
  }
}
