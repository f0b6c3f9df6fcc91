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
    ResultDescription(
      "bootstrap.b1", "Its interval by the bootstrap, where that is asked for: the lower and the upper end."),
    ResultDescription("bootstrap_samples", "How many of the bootstrap's samples could be fitted."),
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
    ResultDescription(
      "objective_slope", "The largest derivative of the objective where a quasi-Newton search ended."),
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
  var data: DataTable
  @Parameter("For example y = b1 * exp(-b2 * x), or log(y) = b1 - b2 * x.")
  var model: FitModel
  @Parameter("Where the search starts; of several numbers every combination is tried.")
  var start: FitStart
  @Parameter(
    "What is added up: the squares of the deviations, or Huber's losses, which outliers pull on less.")
  var loss = FitLoss.squares
  @Parameter("From which deviation on Huber's loss grows only in proportion.", .above(0))
  var delta: Double? = nil
  @Parameter("Whether the objective is the sum of these over the rows, or their mean.")
  var objective = FitObjective.sum
  @Parameter("Whether deviations are differences, or differences of logarithms.")
  var space = FitSpace.linear
  @Parameter("Where coefficients must stay, such as {b1: [0, inf]}.")
  var bounds = FitBounds()
  @Parameter("The standard deviation of each measurement, an expression in columns; only ratios matter.")
  var sigma: Formula? = nil
  @Parameter("The confidence of intervals and of the band around the curve.", .between(0.5, 0.9999))
  var confidence = 0.95
  @Parameter(
    "How many samples of the rows, drawn with replacement, are fitted again for intervals.",
    .between(100, 100_000))
  var bootstrap: Int? = nil
  @Parameter(
    "How the minimum is searched for: by least-squares, to the last digit, or by quasi-newton, to a tolerance."
  )
  var method = FitMethod.leastSquares
  @Parameter("A quasi-Newton search ends where no derivative of the objective is larger.", .atLeast(0))
  var slopeTolerance = 1e-10
  @Parameter(
    "A quasi-Newton search ends where a step lowers the objective by no more than this.", .atLeast(0))
  var decreaseTolerance = 0.0
  @Parameter("What the drawing of samples begins from; the lesson's seed unless given.")
  var seed = Seed(0)
  @Parameter("The axis across, with label, unit, log, range.")
  var x = PlotAxis()
  @Parameter("The axis up, with label, unit, log, range.")
  var y = PlotAxis()

  func run(in context: Context) throws -> Outcome {
    try checkLoss()
    try checkMethod()
    let names = FitNames(
      model: model, sigma: sigma, data: data, dataDatum: $data, start: start, startDatum: $start,
      bounds: bounds)
    let mistakes = names.mistakes
    guard mistakes.isEmpty else { throw LessonErrors(mistakes) }
    let task = try FitTask(names, space: space)
    if let mistake = FitDiagnosis(task).tooFewRows() { throw mistake }
    let everywhere = -Double.infinity...Double.infinity
    let solver = FitSolver(
      task: task, starts: start.combinations, bounds: start.names.map { bounds[$0] ?? everywhere },
      loss: delta.map { .huber(delta: $0) } ?? .squares, divisor: objective == .mean ? Double(task.rows) : 1)
    let solution = try method == .leastSquares ? solver.solution() : solver.stoppedSolution(stop)
    let bootstrap = try bootstrap.map {
      try solver.bootstrap($0, around: solution, confidence: confidence, seed: seed)
    }
    let results = FitResults(
      task: task, solution: solution, bootstrap: bootstrap, confidence: confidence, isHuber: loss == .huber)
    let drawing = FitDrawing(task: task, solution: solution, confidence: confidence, x: x, y: y)
    let figure = try context.figure(drawing.chart(context.size()))
    return Outcome(results.record, displays: [.figure(figure)])
  }

  private var stop: FitStop {
    FitStop(slopeTolerance: slopeTolerance, decreaseTolerance: decreaseTolerance)
  }

  /// Tolerances are those of a quasi-Newton search, which has no intervals: it may have stopped anywhere.
  private func checkMethod() throws {
    let tolerances = [("slope-tolerance", $slopeTolerance), ("decrease-tolerance", $decreaseTolerance)]
    let errors = tolerances.compactMap { name, datum -> LessonError? in
      guard method == .leastSquares, let datum else { return nil }
      return .parameter(
        datum, "\(name) belongs to a quasi-Newton search, and this fit ends where rounding does",
        help: "add method: quasi-newton")
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    guard method == .quasiNewton, let datum = $bootstrap else { return }
    throw LessonError.parameter(
      datum, "the bootstrap fits each sample to its minimum, and this search may stop before it",
      help: "leave method out, or bootstrap")
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
