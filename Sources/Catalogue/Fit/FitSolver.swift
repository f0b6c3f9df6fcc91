import Engine
import Mathematics

/// Finds the coefficients of a fit: directly where the model is linear in them, by a search from every start otherwise.
struct FitSolver {
  let task: FitTask
  let starts: [[Double]]
  let bounds: [ClosedRange<Double>]
  let loss: Mathematics.FitLoss
  /// What the sum of losses is divided by: 1, or the number of rows for a mean.
  let divisor: Double

  /// What all starts together may compute: deviations with their derivatives.
  private static let mostDerivatives = 10_000_000_000
  /// The same where the evaluator does it, row by row.
  private static let mostEvaluations = 5_000_000
  /// More steps than any search that ends well takes.
  private static let mostSteps = 2_000
  /// With fewer steps a search says nothing.
  private static let fewestSteps = 50

  func solution() throws -> FitSolution {
    if let direct = try directSolution() { return direct }
    let options = FitOptions(iterationLimit: try stepLimit(runs: starts.count, of: "starts"))
    let (best, survey) = try leastSquares(from: starts, options: options, tolerance: 1e-6, problem: problem)
    guard survey != nil else { throw FitDiagnosis(task).impossibleStarts(starts) }
    if let mistake = FitDiagnosis(task).mistake(in: best) { throw mistake }
    return FitSolution(best, divisor: divisor, starts: starts.count, agreeing: survey?.reached ?? 0)
  }

  /// Where a quasi-Newton search with tolerances ends, from the start that leads lowest.
  func stoppedSolution(_ stop: FitStop) throws -> FitSolution {
    let (problem, bounds, divisor) = (problem, bounds, divisor)
    let limit = try stepLimit(runs: starts.count, of: "starts")
    let (best, survey) = try minimum(from: starts, tolerance: 1e-6) {
      let search = QuasiNewtonSearch(dimension: bounds.count, bounds: bounds)
      (search.slopeTolerance, search.decreaseTolerance) = (stop.slopeTolerance, stop.decreaseTolerance)
      search.stepLimit = limit
      return (search, problem().objective(dividedBy: divisor))
    }
    guard survey != nil else { throw FitDiagnosis(task).impossibleStarts(starts) }
    guard best.verdict.isSuccess else { throw FitDiagnosis(task).unfinished(best) }
    return FitSolution(
      best, residuals: problem().residuals(at: best.point), starts: starts.count,
      agreeing: survey?.reached ?? 0)
  }

  /// How far the coefficients would have moved with other data of the same kind.
  func bootstrap(_ samples: Int, around solution: FitSolution, confidence: Double, seed: Seed) throws
    -> BootstrapIntervals
  {
    bootstrapIntervals(
      around: solution.coefficients, samples: samples, level: confidence, seed: seed.value,
      options: FitOptions(iterationLimit: try stepLimit(runs: samples, of: "samples")), problem: problem)
  }

  /// The deviations at some coefficients, with memory of their own.
  private var problem: @Sendable () -> FitProblem {
    let (task, bounds, loss) = (task, bounds, loss)
    return {
      var workspace = task.model.makeWorkspace()
      let (rows, count) = (task.rows, task.coefficients.count)
      return FitProblem(points: rows, coefficients: count, bounds: bounds, loss: loss) {
        point, residuals, derivatives in
        task.residuals(
          at: Array(UnsafeBufferPointer(start: point, count: count)), in: &workspace,
          into: UnsafeMutableBufferPointer(start: residuals, count: rows),
          jacobian: derivatives.map { UnsafeMutableBufferPointer(start: $0, count: rows * count) })
      }
    }
  }

  private func stepLimit(runs: Int, of what: String) throws -> Int {
    let allowed = task.model.isCompiled ? Self.mostDerivatives : Self.mostEvaluations
    let steps = allowed / max(runs, 1) / max(task.rows * task.coefficients.count, 1)
    guard steps >= Self.fewestSteps else {
      throw LessonError.experiment(
        "\(runs) \(what) over \(task.rows) rows take more steps than a fit may",
        help: "give fewer \(what) or fewer rows")
    }
    return min(steps, Self.mostSteps)
  }

  /// The solution of a model that is linear in its coefficients; nil where it has to be searched for.
  private func directSolution() throws -> FitSolution? {
    let isFree = bounds.allSatisfy { $0.lowerBound.isInfinite && $0.upperBound.isInfinite }
    guard task.model.isLinear, loss == .squares, isFree else { return nil }
    let origin = [Double](repeating: 0, count: task.coefficients.count)
    let (offsets, derivatives) = task.model.valuesAndDerivatives(at: origin)
    guard offsets.allSatisfy(\.isFinite), derivatives.allSatisfy(\.isFinite) else { return nil }
    let rows = 0..<task.rows
    let design = rows.map { row in origin.indices.map { derivatives[$0 * task.rows + row] } }
    do {
      let fit = try linearLeastSquares(
        design, rows.map { task.observed[$0] - offsets[$0] }, weights: task.weights?.map { $0 * $0 })
      guard fit.residualSumOfSquares.isFinite else { throw FitDiagnosis(task).impossibleStarts(starts) }
      return FitSolution(fit, divisor: divisor)
    } catch LeastSquaresError.dependentColumns(let columns, _) {
      throw FitDiagnosis(task).undetermined(columns)
    }
  }
}
