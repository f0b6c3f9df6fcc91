import Engine
import Expressions
import LessonFormat
import Mathematics

/// What to say, and what to try, where a fit comes to nothing.
struct FitDiagnosis {
  private let task: FitTask

  init(_ task: FitTask) {
    self.task = task
  }

  /// Coefficients with their values.
  private func described(_ point: [Double]) -> String {
    zip(task.coefficients, point).map { "\($0) = \(formatSignificant($1, 6))" }.joined(separator: ", ")
  }

  /// No start has a value in every row: which row, and why.
  func impossibleStarts(_ starts: [[Double]]) -> LessonError {
    let start = starts.first ?? []
    if let mistake = mistakeInTheFormula(near: start) { return mistake }
    let (values, derivatives) = task.model.valuesAndDerivatives(at: start)
    if values.allSatisfy(\.isFinite), derivatives.allSatisfy(\.isFinite) {
      return .experiment(
        "at \(described(start)), the sum of the squares is too large for a number",
        help: "give the data in a larger unit, or fit with space: log")
    }
    let row =
      values.firstIndex { !$0.isFinite }
      ?? derivatives.firstIndex { !$0.isFinite }.map { $0 % max(values.count, 1) } ?? 0
    let place = task.names.predictors.prefix(4).compactMap { name in
      task.names.data[name].map { "\(name) = \(formatSignificant($0[row], 6))" }
    }
    let reason = task.model.mistake(inRow: row, at: start)?.message ?? "the model has no derivative"
    let among = starts.count > 1 ? "none of the \(starts.count) starts is possible: at" : "at"
    let message =
      "\(among) \(described(start)), row \(row + 1)"
      + (place.isEmpty ? "" : " (\(place.joined(separator: ", ")))") + ", \(reason)"
    let help = "start where the model has a value in every row"
    return task.names.startDatum.map { .parameter($0, message, help: help) }
      ?? .experiment(message, help: help)
  }

  /// A mistake that has nothing to do with numbers, such as a subscript of a number: it is the same everywhere.
  private func mistakeInTheFormula(near start: [Double]) -> LessonError? {
    let elsewhere = start.map { $0 * 1.1 + 0.1 }
    guard let mistake = task.model.mistake(inRow: 0, at: start),
      mistake == task.model.mistake(inRow: 0, at: elsewhere),
      mistake == task.model.mistake(inRow: task.rows - 1, at: elsewhere)
    else { return nil }
    return LessonError(mistake, in: task.names.model.formula.text)
  }

  func tooFewRows() -> LessonError? {
    let (rows, count) = (task.rows, task.coefficients.count)
    guard rows < count else { return nil }
    return .experiment(
      "\(rows) \(rows == 1 ? "row cannot" : "rows cannot") determine \(count) \(count == 1 ? "coefficient" : "coefficients")",
      help: "give more data, or make some coefficients constants")
  }

  /// The data leave coefficients of a linear model undetermined, counted from 0.
  func undetermined(_ places: [Int]) -> LessonError {
    let names = places.map { task.coefficients[$0] }
    return .experiment(
      names.count == 1
        ? "the data do not determine \(names[0]): it has no effect"
        : "the data do not determine \(joined(names)): they can be changed together at no cost",
      help: Self.waysToDetermine)
  }

  private static let waysToDetermine =
    "make one of them a constant in the model, start elsewhere, or give data that tell them apart"

  /// What is wrong with the end of a search; nil where nothing is.
  func mistake(in fit: FitResult) -> LessonError? {
    guard !fit.verdict.isSuccess else { return nil }
    let reason = fit.verdict.description(names: task.coefficients)
    let found = "\(described(fit.coefficients)), objective \(formatSignificant(fit.objective, 6))"
    switch fit.verdict {
    case .notFiniteAtStart:
      let message = "at \(described(fit.coefficients)) the model has no derivative in every row"
      let help = "start where it is smooth: not on a kink, not at the edge of where it has a value"
      return task.names.startDatum.map { .parameter($0, message, help: help) }
        ?? .experiment(message, help: help)
    case .undetermined:
      return .experiment(
        "\(reason): near \(described(fit.coefficients)) changing them costs nothing",
        help: Self.waysToDetermine)
    case .diverged:
      return .experiment(
        "\(reason), and the fit got no better than objective \(formatSignificant(fit.objective, 6))",
        help: "start elsewhere, give bounds, or ask whether the data have what the model describes")
    default:
      return .experiment(
        "after \(fit.iterations) steps the fit \(reason); the best it found is \(found)",
        help: "give several starts, as in {b1: [1, 10, 100]}, bounds, or a model in other units")
    }
  }

  /// A quasi-Newton search that met neither tolerance.
  func unfinished(_ minimum: Minimum) -> LessonError {
    .experiment(
      "after \(minimum.steps) steps the fit \(minimum.verdict.description); the best it found is "
        + "\(described(minimum.point)), objective \(formatSignificant(minimum.value, 6))",
      help: "give larger tolerances, other starts, or leave method out")
  }

  private func joined(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }
}
