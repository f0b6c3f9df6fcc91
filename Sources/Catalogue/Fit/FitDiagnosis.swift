import Engine
import Expressions
import LessonFormat
import Mathematics

/// What to say, and what to try, where a fit comes to nothing.
struct FitDiagnosis {
  private let problem: FitProblem

  init(_ problem: FitProblem) {
    self.problem = problem
  }

  /// Coefficients with their values.
  private func described(_ point: [Double]) -> String {
    zip(problem.coefficients, point).map { "\($0) = \(formatSignificant($1, 6))" }.joined(separator: ", ")
  }

  /// No start has a value in every row: which row, and why.
  func impossibleStarts(_ starts: [[Double]]) -> LessonError {
    let start = starts.first ?? []
    if let mistake = mistakeInTheFormula(near: start) { return mistake }
    let (values, derivatives) = problem.model.valuesAndDerivatives(at: start)
    if values.allSatisfy(\.isFinite), derivatives.allSatisfy(\.isFinite) {
      return .experiment(
        "at \(described(start)), the sum of the squares is too large for a number",
        help: "give the data in a larger unit, or fit with space: log")
    }
    let row =
      values.firstIndex { !$0.isFinite }
      ?? derivatives.firstIndex { !$0.isFinite }.map { $0 % max(values.count, 1) } ?? 0
    let place = problem.names.predictors.prefix(4).compactMap { name in
      problem.names.data[name].map { "\(name) = \(formatSignificant($0[row], 6))" }
    }
    let reason = problem.model.mistake(inRow: row, at: start)?.message ?? "the model has no derivative"
    let among = starts.count > 1 ? "none of the \(starts.count) starts is possible: at" : "at"
    let message =
      "\(among) \(described(start)), row \(row + 1)"
      + (place.isEmpty ? "" : " (\(place.joined(separator: ", ")))") + ", \(reason)"
    let help = "start where the model has a value in every row"
    return problem.names.startDatum.map { .parameter($0, message, help: help) }
      ?? .experiment(message, help: help)
  }

  /// A mistake that has nothing to do with numbers, such as a subscript of a number: it is the same everywhere.
  private func mistakeInTheFormula(near start: [Double]) -> LessonError? {
    let elsewhere = start.map { $0 * 1.1 + 0.1 }
    guard let mistake = problem.model.mistake(inRow: 0, at: start),
      mistake == problem.model.mistake(inRow: 0, at: elsewhere),
      mistake == problem.model.mistake(inRow: problem.rows - 1, at: elsewhere)
    else { return nil }
    return LessonError(mistake, in: problem.names.model.formula.text)
  }

  func tooFewRows() -> LessonError? {
    let (rows, count) = (problem.rows, problem.coefficients.count)
    guard rows < count else { return nil }
    return .experiment(
      "\(rows) \(rows == 1 ? "row cannot" : "rows cannot") determine \(count) \(count == 1 ? "coefficient" : "coefficients")",
      help: "give more data, or make some coefficients constants")
  }

  /// What is wrong with a solution; nil where nothing is.
  func mistake(in solution: FitSolution) -> LessonError? {
    let minimum = solution.minimum
    if !minimum.undetermined.isEmpty {
      let names = minimum.undetermined.map { problem.coefficients[$0] }
      return .experiment(
        names.count == 1
          ? "the data do not determine \(names[0]): near \(described(minimum.point)) it has no effect"
          : "the data do not determine \(joined(names)): near \(described(minimum.point)) they can be changed "
            + "together at no cost",
        help: "make one of them a constant in the model, start elsewhere, or give data that tell them apart")
    }
    guard minimum.verdict != .converged else { return nil }
    let found = "\(described(minimum.point)), objective \(formatSignificant(minimum.objective, 6))"
    let reason =
      minimum.verdict == .stepLimit
      ? "has not converged after \(minimum.steps) steps" : "found no way on after \(minimum.steps) steps"
    return .experiment(
      "the fit \(reason); the best it found is \(found)",
      help: "give several starts, as in {b1: [1, 10, 100]}, bounds, or a model in other units")
  }

  private func joined(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }
}
