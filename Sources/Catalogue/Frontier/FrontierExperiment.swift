import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{frontier}`: how low the best of many curves is for what it costs, and by which law that falls.
struct FrontierExperiment: Experiment {
  static let name = "frontier"
  static let summary = "Finds the line below which none of many curves comes, and its power law."
  static let results = [
    ResultDescription("exponent", "The k of the law y = a x^(-k); above 0 where the frontier falls."),
    ResultDescription("coefficient", "The a of the law: its value at x = 1."),
    ResultDescription(
      "standard_error.exponent", "The standard error of k, as if all points were independent of each other."),
    ResultDescription(
      "interval.exponent", "The interval of confidence that follows from it; interval.coefficient likewise."),
    ResultDescription(
      "bootstrap.exponent",
      "The interval over families of as many runs, drawn from these with replacement; "
        + "bootstrap.coefficient likewise."),
    ResultDescription(
      "bootstrap_samples", "How many of these families have a frontier that could be fitted."),
    ResultDescription(
      "points.x",
      "The frontier's points, with points.y, points.run (the row, from 1) and a column for each column of numbers or texts."
    ),
    ResultDescription(
      "hull.x", "The corners of the frontier's lower convex hull; hull.y and so on likewise."),
    ResultDescription("used.x", "The points that the law is fitted through; used.y and so on likewise."),
    ResultDescription("fitted", "How many points the law is fitted through."),
    ResultDescription("orders", "Over how many powers of ten of x these points reach."),
    ResultDescription("runs", "How many curves there are."),
    ResultDescription("runs_on_frontier", "How many of them reach the frontier."),
    ResultDescription("r_squared", "The share of the variance of log y that the law explains."),
    ResultDescription("residual_standard_deviation", "That of log y about the law."),
    ResultDescription("predict(x)", "The law."),
    ResultDescription(
      "lower(x)", "The lower end of the interval for a further point of such a frontier; upper(x) likewise."),
  ]
  static let example = """
    curves:
      parameters: [10, 100, 1000]
      compute: =[[10, 100, 1000], [100, 1000, 10000], [1000, 10000, 100000]]
      loss: =[[2, 1.2, 1.1], [1.6, 0.8, 0.6], [1.4, 0.5, 0.3]]
    x: compute
    y: loss
    size: parameters
    fig-cap: Three models, and the line that none of them crosses.
    """

  @Parameter("The runs: columns of numbers, texts and vectors, with a row for each run.")
  var curves: CurveTable
  @Parameter(
    "What was spent: a column of vectors, or an expression in columns; of numbers, a point for each run.")
  var x: Formula
  @Parameter("What was left of it, likewise.")
  var y: Formula
  @Parameter("What colours the curves: a column of numbers, or an expression in such columns.")
  var size: Formula? = nil
  @Parameter("Which runs take part, such as parameters < 1000; all unless given.")
  var `where`: Formula? = nil
  @Parameter("Between which x the law is fitted, such as [1e6, 1e9]; over the whole frontier unless given.")
  var between: [Double] = []
  @Parameter("Through which points: all of the envelope, or the corners of its lower convex hull.")
  var through = FrontierLine.envelope
  @Parameter("Whether the hull is that of the logarithms.")
  var log = true
  @Parameter("The axes to draw on: logarithmic, linear, or both, one after the other.")
  var axes = FrontierAxes.logarithmic
  @Parameter("The confidence of intervals.", .between(0.5, 0.9999))
  var confidence = 0.95
  @Parameter("How many families of runs are drawn for the bootstrap.", .between(100, 10_000))
  var bootstrap = 1_000
  @Parameter("The axis across, with label and unit.")
  var xAxis = FrontierAxis()
  @Parameter("The axis up, with label and unit.")
  var yAxis = FrontierAxis()
  @Parameter("What the bootstrap draws from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// Points that all samples of the bootstrap together may sort.
  static let mostWork = 500_000_000

  func run(in context: Context) throws -> Outcome {
    let found = try FrontierCurves(table: curves, x: x, y: y, size: size, condition: `where`).curves()
    let points = found.reduce(0) { $0 + $1.x.count }
    guard points * bootstrap <= Self.mostWork else {
      throw LessonError.experiment(
        "\(bootstrap) families of \(points) points take more time than a frontier may",
        help: "fewer samples of the bootstrap, or fewer points in each curve")
    }
    let search = FrontierSearch(curves: found, range: try range, through: through, isLogarithmic: log)
    let frontier = try Frontier(search)
    let samples = search.bootstrap(bootstrap, confidence: confidence, seed: seed)
    let results = FrontierResults(
      frontier: frontier, bootstrap: samples, confidence: confidence, table: curves)
    let drawing = FrontierDrawing(
      frontier: frontier, names: FrontierNames(x: x, y: y, size: size, xAxis: xAxis, yAxis: yAxis))
    return Outcome(results.record, displays: [.figure(try drawing.figure(axes, in: context))])
  }

  private var range: ClosedRange<Double> {
    get throws {
      if between.isEmpty { return 0...Double.infinity }
      guard between.count == 2, between[0] < between[1] else {
        throw mistake(
          at: $between, "two numbers are needed, the smaller first", help: "for example [1e6, 1e9]")
      }
      return between[0]...between[1]
    }
  }
}

/// Curves with their frontier and its law.
struct Frontier {
  let search: FrontierSearch
  let envelope: [FrontierPoint]
  let hull: [FrontierPoint]
  let fitted: [FrontierPoint]
  let law: PowerLaw

  init(_ search: FrontierSearch) throws {
    self.search = search
    envelope = search.envelope(of: Array(search.curves.indices))
    hull = search.hull(of: envelope)
    fitted = search.fitted(envelope)
    guard fitted.count >= FrontierSearch.fewestPoints else {
      throw LessonError.experiment(
        "the frontier has \(fitted.count) points to fit a law through; at least "
          + "\(FrontierSearch.fewestPoints) are needed",
        help: "more runs or more recorded steps, or a wider between")
    }
    law = try PowerLaw(x: fitted.map(\.x), y: fitted.map(\.y))
  }
}
