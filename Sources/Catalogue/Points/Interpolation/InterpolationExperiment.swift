import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{interpolation}`: how far a function lies from straight pieces between points at which it is known.
struct InterpolationExperiment: Experiment {
  static let name = "interpolation"
  static let summary =
    "Measures how far a function lies from straight pieces between more and more known points."
  static let results = [
    ResultDescription("count", "The numbers of points."),
    ResultDescription("spacing", "The d-th root of 1 over each: the spacing of points in rows."),
    ResultDescription("mean_square", "For each count the mean square of the error over all places."),
    ResultDescription("standard_error", "The standard error of each mean square between draws; 0 for one."),
    ResultDescription("largest", "The largest error at any place."),
    ResultDescription("outside", "The share of places outside of the points' hull, which do not count."),
  ]
  static let example = """
    function: sin(2*pi*x)
    variables: [x]
    counts: [8, 16, 32, 64]
    design: grid
    fig-cap: Twice as many points leave a quarter of the error, and a sixteenth of its square.
    """

  @Parameter("The function that is known at the points: an expression in the variables.")
  var function: Formula
  @Parameter("The names of the coordinates, one to six; each goes from 0 to 1.")
  var variables: VariableNames
  @Parameter("How many points there are: a list, each number a run of its own.", .between(2, 1_000_000))
  var counts: [Int]
  @Parameter("random points, with Delaunay's simplices between, or a grid, its cells cut as Kuhn does.")
  var design = InterpolationDesign.random
  @Parameter("torus, whose opposite sides are one, or cube, with edges.")
  var space = PointSpace.torus
  @Parameter("At how many places the error is taken, in each draw.", .between(10, 1_000_000))
  var evaluations = 4000
  @Parameter("How often random points are drawn anew.", .between(1, 1000))
  var draws = 1
  @Parameter("What the points are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  static let mostCounts = 50
  /// What may be done in all: places looked at, each as often as its simplices take longer than an interval.
  static let mostWork = 2e6
  static let mostPoints = 2_000_000

  private var dimension: Int { variables.names.count }

  func run(in context: Context) throws -> Outcome {
    let intervals = try checked()
    let task = InterpolationTask(
      function: PlaceFunction(formula: function, names: variables.names), isPeriodic: space == .torus,
      evaluations: evaluations, draws: draws)
    if space == .torus {
      try task.function.checkRepeats(at: AdditiveRecurrence(dimension: dimension).points(64))
    }
    var generator = Xoshiro256StarStar(seed: seed.value)
    let errors = try counts.indices.map { index in
      try intervals.map { try task.grid(intervals: $0[index]) }
        ?? task.scattered(counts[index], using: &generator)
    }
    let record = Record([
      ("count", .vector(counts.map(Double.init))),
      ("spacing", .vector(counts.map { Double.pow(Double($0), -1 / Double(dimension)) })),
      ("mean_square", .vector(errors.map(\.meanSquare))),
      ("standard_error", .vector(errors.map(\.standardError))),
      ("largest", .vector(errors.map(\.largest))), ("outside", .vector(errors.map(\.outsideShare))),
    ])
    return Outcome(record, displays: [.figure(try figure(errors, in: context))])
  }

  /// The intervals of each grid; nil for random points.
  private func checked() throws -> [Int]? {
    let unknown = function.unknownNames(besides: Set(variables.names)) {
      "the variables are \(variables.names.joined(separator: ", ")), not \($0)"
    }
    guard unknown.isEmpty else { throw LessonErrors(unknown) }
    guard !counts.isEmpty else { throw mistake(at: $counts, "there is no number in it") }
    guard counts.count <= Self.mostCounts else {
      throw mistake(at: $counts, "\(counts.count) numbers are more than \(Self.mostCounts), the limit")
    }
    try checkWork()
    guard design == .grid else { return nil }
    if draws > 1 { throw mistake(at: $draws, "a grid is drawn but once", help: "leave draws: out") }
    return try counts.map(intervals)
  }

  /// How many intervals an axis of a grid of so many points has.
  private func intervals(of count: Int) throws -> Int {
    let root = Int(Double.pow(Double(count), 1 / Double(dimension)).rounded())
    func power(_ base: Int) -> Int { (0..<dimension).reduce(1) { product, _ in product * base } }
    guard root >= 2, power(root) == count else {
      let near = [max(2, root), max(2, root) + 1].map { "\(power($0))" }.joined(separator: " or ")
      throw mistake(
        at: $counts, "\(count) points make no grid in \(dimension) dimensions",
        help: "such grids have \(near) points")
    }
    return space == .torus ? root : root - 1
  }

  private func checkWork() throws {
    // Simplices take about twice as long with each further dimension.
    let cost = design == .grid ? 1 : Double.pow(2, Double(dimension - 1))
    let work = Double(evaluations * draws * counts.count) * cost
    guard work <= Self.mostWork else {
      throw LessonError.experiment(
        "\(evaluations * draws * counts.count) places in \(dimension) dimensions are more than "
          + "\(Int(Self.mostWork / cost)), the limit",
        help: "give fewer evaluations or draws")
    }
    let points = draws * counts.reduce(0, +)
    guard design == .grid || points <= Self.mostPoints else {
      throw LessonError.experiment("\(points) points in all are more than \(Self.mostPoints), the limit")
    }
  }

  private func figure(_ errors: [InterpolationErrors], in context: Context) throws -> Figure {
    let order = counts.indices.sorted { counts[$0] < counts[$1] }
    let x = order.map { Double(counts[$0]) }
    let series = [("mean square", \InterpolationErrors.meanSquare), ("largest", \.largest)]
    let isPositive = errors.allSatisfy { $0.meanSquare > 0 }
    let marks = series.enumerated().flatMap { index, entry in
      let y = order.map { errors[$0][keyPath: entry.1] }
      return [
        Mark.line(Line(x: x, y: y, label: entry.0, color: .series(index), dash: .solid)),
        .points(Points(x: x, y: y, label: entry.0, color: .series(index))),
      ]
    }
    return try context.figure(
      Chart(
        x: Axis("number of points", scale: .logarithmic),
        y: Axis("error", scale: isPositive ? .logarithmic : .linear), marks: marks, size: context.size()))
  }
}

/// How the points lie between which a function is interpolated.
enum InterpolationDesign: String, ChoiceParameter {
  case random
  case grid
}
