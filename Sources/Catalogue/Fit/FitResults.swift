import Expressions
import Mathematics

/// The named values that a fit gives.
struct FitResults {
  let problem: FitProblem
  let solution: FitSolution
  let confidence: Double
  let isHuber: Bool

  /// The names besides those of the coefficients.
  static let names = [
    "standard_error", "interval", "objective", "residual_sum_of_squares", "residual_standard_deviation",
    "degrees_of_freedom", "r_squared", "verdict", "steps", "starts", "starts_that_agree", "residuals",
    "fitted", "predict",
  ]

  var record: Record {
    var record = Record(zip(problem.coefficients, solution.point).map { ($0, .number($1)) })
    if solution.covariances != nil {
      record["standard_error"] = .record(errors)
      if let intervals { record["interval"] = .record(intervals) }
    }
    record["objective"] = .number(solution.minimum.objective)
    record["residual_sum_of_squares"] = .number(solution.residualSumOfSquares)
    record["degrees_of_freedom"] = .number(Double(solution.degreesOfFreedom))
    if solution.degreesOfFreedom > 0 {
      let variance = solution.residualSumOfSquares / Double(solution.degreesOfFreedom)
      record["residual_standard_deviation"] = .number(variance.squareRoot())
    }
    if let share = explainedShare { record["r_squared"] = .number(share) }
    record["verdict"] = .text(verdict)
    record["steps"] = .number(Double(solution.minimum.steps))
    record["starts"] = .number(Double(solution.starts))
    record["starts_that_agree"] = .number(Double(solution.agreeing))
    record["residuals"] = .vector(residuals)
    record["fitted"] = .vector(fitted)
    record["predict"] = .function(prediction)
    return record
  }

  private var errors: Record {
    Record(
      problem.coefficients.enumerated().compactMap { index, name in
        solution.standardError(of: index).map { (name, .number($0)) }
      })
  }

  private var intervals: Record? {
    guard let reach = solution.reach(of: confidence) else { return nil }
    return Record(
      problem.coefficients.enumerated().compactMap { index, name in
        solution.standardError(of: index).map { error in
          (name, .vector([solution.point[index] - reach * error, solution.point[index] + reach * error]))
        }
      })
  }

  private var verdict: String {
    if solution.isDirect { return "solved directly, the model is linear in its coefficients" }
    let bounded = solution.minimum.bounded.map { problem.coefficients[$0] }
    guard !bounded.isEmpty else { return "converged" }
    return "converged, with \(bounded.joined(separator: " and ")) on a bound"
  }

  /// Observed less model, in the space of the fit.
  private var residuals: [Double] {
    zip(problem.observed, problem.model.values(at: solution.point)).map { $0 - $1 }
  }

  /// What the model gives in each row, in the units of what was measured.
  private var fitted: [Double] { problem.model.values(at: solution.point).map(problem.unscaled) }

  /// 1 − Σ r² / Σ (y − mean)², weighted as the fit is; nil where all that was measured is equal, and for Huber's loss.
  private var explainedShare: Double? {
    guard !isHuber else { return nil }
    let weights = problem.weights?.map { $0 * $0 } ?? Array(repeating: 1, count: problem.rows)
    let mean = dot(weights, problem.observed) / compensatedSum(weights)
    let total = compensatedSum(zip(weights, problem.observed).map { $0 * ($1 - mean) * ($1 - mean) })
    return total > 0 ? 1 - solution.residualSumOfSquares / total : nil
  }

  private var prediction: Function {
    let formula = problem.names.model.formula
    var constants = Record(formula.captured.map { ($0.name, $0.value) })
    for (name, value) in zip(problem.coefficients, solution.point) { constants[name] = .number(value) }
    for name in problem.names.predictors { constants[name] = nil }
    return Function(
      parameters: problem.names.predictors, formula: formula.text.text.trimmed, constants: constants)
  }
}
