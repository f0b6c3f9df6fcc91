import Expressions
import Mathematics

/// The named values that a fit gives.
struct FitResults {
  let task: FitTask
  let solution: FitSolution
  let bootstrap: BootstrapIntervals?
  let confidence: Double
  let isHuber: Bool

  /// The names besides those of the coefficients.
  static let names = [
    "standard_error", "interval", "bootstrap", "bootstrap_samples", "objective", "residual_sum_of_squares",
    "residual_standard_deviation",
    "degrees_of_freedom", "r_squared", "verdict", "steps", "objective_slope", "starts", "starts_that_agree",
    "residuals",
    "fitted", "predict",
  ]

  var record: Record {
    var record = Record(zip(task.coefficients, solution.coefficients).map { ($0, .number($1)) })
    if solution.hasErrors {
      record["standard_error"] = .record(errors)
      if let intervals { record["interval"] = .record(intervals) }
    }
    if let bootstrap {
      record["bootstrap"] = .record(
        Record(
          zip(task.coefficients, zip(bootstrap.lower, bootstrap.upper)).map { name, ends in
            (name, .vector([ends.0, ends.1]))
          }))
      record["bootstrap_samples"] = .number(Double(bootstrap.succeeded))
    }
    record["objective"] = .number(solution.objective)
    record["residual_sum_of_squares"] = .number(solution.residualSumOfSquares)
    record["degrees_of_freedom"] = .number(Double(solution.degreesOfFreedom))
    if solution.degreesOfFreedom > 0 {
      let variance = solution.residualSumOfSquares / Double(solution.degreesOfFreedom)
      record["residual_standard_deviation"] = .number(variance.squareRoot())
    }
    if let share = explainedShare { record["r_squared"] = .number(share) }
    record["verdict"] = .text(verdict)
    record["steps"] = .number(Double(solution.steps))
    if let stop = solution.stop { record["objective_slope"] = .number(stop.slope) }
    record["starts"] = .number(Double(solution.starts))
    record["starts_that_agree"] = .number(Double(solution.agreeing))
    record["residuals"] = .vector(residuals)
    record["fitted"] = .vector(fitted)
    record["predict"] = .function(prediction)
    return record
  }

  private var errors: Record {
    Record(
      task.coefficients.enumerated().compactMap { index, name in
        solution.standardError(of: index).map { (name, .number($0)) }
      })
  }

  private var intervals: Record? {
    guard let reach = solution.reach(of: confidence) else { return nil }
    return Record(
      task.coefficients.enumerated().compactMap { index, name in
        solution.standardError(of: index).map { error in
          (
            name,
            .vector([
              solution.coefficients[index] - reach * error, solution.coefficients[index] + reach * error,
            ])
          )
        }
      })
  }

  private var verdict: String {
    if solution.isDirect { return "solved directly, the model is linear in its coefficients" }
    if let stop = solution.stop { return stop.verdict.description }
    let bounded = solution.bounded.map { task.coefficients[$0] }
    let end = solution.isLimitedByRounding ? "converged as far as rounding allows" : "converged"
    guard !bounded.isEmpty else { return end }
    return "\(end), with \(bounded.joined(separator: " and ")) on a bound"
  }

  /// Observed less model, in the space of the fit.
  private var residuals: [Double] {
    zip(task.observed, task.model.values(at: solution.coefficients)).map { $0 - $1 }
  }

  /// What the model gives in each row, in the units of what was measured.
  private var fitted: [Double] { task.model.values(at: solution.coefficients).map(task.unscaled) }

  /// 1 − Σ r² / Σ (y − mean)², weighted as the fit is; nil where all that was measured is equal, and for Huber's loss.
  private var explainedShare: Double? {
    guard !isHuber else { return nil }
    let weights = task.weights?.map { $0 * $0 } ?? Array(repeating: 1, count: task.rows)
    let mean = dot(weights, task.observed) / compensatedSum(weights)
    let total = compensatedSum(zip(weights, task.observed).map { $0 * ($1 - mean) * ($1 - mean) })
    return total > 0 ? 1 - solution.residualSumOfSquares / total : nil
  }

  private var prediction: Function {
    let formula = task.names.model.formula
    var constants = Record(formula.captured.map { ($0.name, $0.value) })
    for (name, value) in zip(task.coefficients, solution.coefficients) { constants[name] = .number(value) }
    for name in task.names.predictors { constants[name] = nil }
    return Function(
      parameters: task.names.predictors, formula: formula.text.text.trimmed, constants: constants)
  }
}
