import Engine
import Mathematics

/// The best of the minima that a fit's starts have led to, with what it says about the coefficients.
struct FitSolution {
  let minimum: LeastSquaresMinimum
  let isDirect: Bool
  /// How many starts were tried, and how many of them led to this minimum.
  let starts: Int
  let agreeing: Int
  /// Rows less free coefficients.
  let degreesOfFreedom: Int
  /// The sum of the squared deviations, each in units of its standard deviation.
  let residualSumOfSquares: Double
  /// The covariances of the coefficients, row by row; nil where the data leave nothing to judge them by, and for a
  /// loss that is not of squares.
  let covariances: [Double]?

  var point: [Double] { minimum.point }

  /// What all starts together may compute: deviations with their derivatives.
  private static let mostDerivatives = 10_000_000_000
  /// The same where the evaluator does it, row by row.
  private static let mostEvaluations = 5_000_000

  init(_ problem: FitProblem, starts: [[Double]], bounds: [ClosedRange<Double>], huber: Double?) throws {
    var workspace = problem.model.makeWorkspace()
    let squares = LeastSquaresProblem(count: problem.rows, bounds: bounds, huberThreshold: huber) {
      point, deviations, derivatives in
      if let derivatives {
        problem.residuals(at: point, in: &workspace, into: deviations, jacobian: derivatives)
      } else {
        problem.residuals(at: point, in: &workspace, into: deviations)
      }
    }
    let isFree = bounds.allSatisfy { $0.lowerBound.isInfinite && $0.upperBound.isInfinite }
    isDirect = problem.model.isLinear && huber == nil && isFree
    let tried = isDirect ? Array(starts.prefix(1)) : starts
    let minima = try Self.minima(of: squares, problem, from: tried, isLinear: isDirect)
    guard
      let best = minima.filter({ $0.verdict != .impossibleStart }).min(by: { $0.objective < $1.objective })
    else { throw FitDiagnosis(problem).impossibleStarts(starts) }
    minimum = best
    self.starts = tried.count
    agreeing = minima.count { $0.objective <= best.objective * (1 + 1e-6) && $0.verdict == .converged }
    degreesOfFreedom = problem.rows - problem.coefficients.count + best.bounded.count
    residualSumOfSquares = dot(best.deviations, best.deviations)
    if huber == nil, degreesOfFreedom > 0 {
      let variance = residualSumOfSquares / Double(degreesOfFreedom)
      covariances = best.inverseCurvature?.map { $0 * variance }
    } else {
      covariances = nil
    }
  }

  private static func minima(
    of squares: LeastSquaresProblem, _ problem: FitProblem, from starts: [[Double]], isLinear: Bool
  ) throws -> [LeastSquaresMinimum] {
    var left = problem.model.isCompiled ? mostDerivatives : mostEvaluations
    let cost = max(problem.rows * problem.coefficients.count, 1)
    var minima: [LeastSquaresMinimum] = []
    for start in starts {
      let steps = min(LeastSquaresProblem.mostSteps, left / cost)
      guard steps > 0 else {
        throw LessonError.experiment(
          "after \(minima.count) of \(starts.count) starts, the fit has taken as many steps as it may",
          help: "give fewer starts or fewer rows")
      }
      let minimum = squares.minimum(from: start, isLinear: isLinear, stepLimit: steps)
      left -= (minimum.steps + 1) * cost
      minima.append(minimum)
    }
    return minima
  }

  /// The standard error of a coefficient; nil where there is none.
  func standardError(of index: Int) -> Double? {
    guard let covariances, !minimum.bounded.contains(index) else { return nil }
    return covariances[index * point.count + index].squareRoot()
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
