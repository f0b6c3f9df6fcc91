import Engine
import Expressions
import LessonFormat

/// `{fit}`: the coefficients with which a model follows data best.
struct FitExperiment: Experiment {
  static let name = "fit"
  static let summary =
    "Finds the coefficients with which a model follows data best, and how well they are known."
  static let results = [
    ResultDescription("b1", "Each coefficient, under its name."),
    ResultDescription(
      "standard_error.b1", "Its standard error; not where there are as many coefficients as rows."),
    ResultDescription("interval.b1", "Its interval of confidence: the lower and the upper end."),
    ResultDescription("objective", "What was minimised: the sum of the squares, or of Huber's losses."),
    ResultDescription("residual_sum_of_squares", "The sum of the squared residuals."),
    ResultDescription("residual_standard_deviation", "The standard deviation of the residuals."),
    ResultDescription("degrees_of_freedom", "Rows less coefficients that are free."),
    ResultDescription("r_squared", "The share of the variance that the model explains; for squares only."),
    ResultDescription(
      "predict(x)", "The model's value; its columns are the arguments, in order of appearance."),
    ResultDescription("fitted", "The model's value in each row."),
    ResultDescription("residuals", "Measured less fitted in each row; of the logarithms where space is log."),
    ResultDescription("verdict", "How the fit ended, in words."),
    ResultDescription("steps", "How many steps that took from the best start."),
    ResultDescription("starts", "How many starts were tried."),
    ResultDescription("starts_that_agree", "How many of them led to the same minimum."),
  ]
  static let example = """
    data:
      pressure: [77.6, 190.8, 332.8, 477.3, 593.1, 760.0]
      volume: [10.07, 23.93, 40.02, 55.05, 66.40, 81.78]
    model: volume = b1 * (1 - exp(-b2 * pressure))
    start: {b1: 500, b2: 1e-4}
    fig-cap: Volume adsorbed at a pressure.
    """

  @Parameter("The table: columns of numbers, all of one length.")
  var data: FitData
  @Parameter("For example y = b1 * exp(-b2 * x), or log(y) = b1 - b2 * x.")
  var model: FitModel
  @Parameter("Where the search starts; of several numbers every combination is tried.")
  var start: FitStart
  @Parameter(
    "What is added up: the squares of the deviations, or Huber's losses, which outliers pull on less.")
  var loss = FitLoss.squares
  @Parameter("From which deviation on Huber's loss grows only in proportion.", .above(0))
  var delta: Double? = nil
  @Parameter("Whether deviations are differences, or differences of logarithms.")
  var space = FitSpace.linear
  @Parameter("Where coefficients must stay, such as {b1: [0, inf]}.")
  var bounds = FitBounds()
  @Parameter("The standard deviation of each measurement, an expression in columns; only ratios matter.")
  var sigma: Formula? = nil
  @Parameter("The confidence of intervals and of the band around the curve.", .between(0.5, 0.9999))
  var confidence = 0.95
  @Parameter("The axis across, with label, unit, log, range.")
  var x = PlotAxis()
  @Parameter("The axis up, with label, unit, log, range.")
  var y = PlotAxis()

  func run(in context: Context) throws -> Outcome {
    try checkLoss()
    let names = FitNames(
      model: model, sigma: sigma, data: data, dataDatum: $data, start: start, startDatum: $start,
      bounds: bounds)
    let mistakes = names.mistakes
    guard mistakes.isEmpty else { throw LessonErrors(mistakes) }
    let problem = try FitProblem(names, space: space)
    let diagnosis = FitDiagnosis(problem)
    if let mistake = diagnosis.tooFewRows() { throw mistake }
    let everywhere = -Double.infinity...Double.infinity
    let solution = try FitSolution(
      problem, starts: start.combinations, bounds: start.names.map { bounds[$0] ?? everywhere },
      huber: loss == .huber ? delta : nil)
    if let mistake = diagnosis.mistake(in: solution) { throw mistake }
    let results = FitResults(
      problem: problem, solution: solution, confidence: confidence, isHuber: loss == .huber)
    let drawing = FitDrawing(problem: problem, solution: solution, confidence: confidence, x: x, y: y)
    var figure = try context.figure(drawing.chart(context.size()))
    figure.description = "\(drawing.description) \(figure.description)"
    return Outcome(results.record, displays: [.figure(figure)])
  }

  private func checkLoss() throws {
    switch (loss, $loss, $delta) {
    case (.huber, let datum?, nil):
      throw LessonError.parameter(
        datum, "Huber's loss needs a delta", help: "the deviation from which on it grows only in proportion")
    case (.squares, _, let datum?):
      throw LessonError.parameter(
        datum, "delta belongs to Huber's loss, and this is a fit of squares", help: "add loss: huber")
    default: break
    }
  }
}
