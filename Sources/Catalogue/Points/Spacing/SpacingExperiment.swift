import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{spacing}`: how far random points lie from the nearest others.
struct SpacingExperiment: Experiment {
  static let name = "spacing"
  static let summary =
    "Measures how far random points lie from their nearest others, for more and more points."
  static let results = [
    ResultDescription("count", "The numbers of points."),
    ResultDescription("mean", "For each of them the mean distance to the nearest other point."),
    ResultDescription("standard_error", "The standard error of each mean, as if distances were independent."),
    ResultDescription("deviation", "The standard deviation of the single distances."),
    ResultDescription("even", "The side over the d-th root of the count: the spacing of points in rows."),
    ResultDescription("ratio", "The mean distance over that spacing."),
    ResultDescription("expected", "The mean distance that so many random points have on a torus."),
    ResultDescription("constant", "What the ratio tends to: Γ(1 + 1/d) Γ(d/2 + 1)^(1/d) / √π."),
  ]
  static let example = """
    dimension: 2
    counts: [100, 400, 1600]
    fig-cap: Four times as many points in a square lie half as far apart.
    """

  @Parameter("How many dimensions the space has.", .between(1, 30))
  var dimension: Int
  @Parameter("How many points are drawn: a list, each number a run of its own.", .between(2, 1_000_000))
  var counts: [Int]
  @Parameter("torus, whose opposite sides are one, or cube, with edges.")
  var space = PointSpace.torus
  @Parameter("How long each side of the space is.", .above(0))
  var side = 1.0
  @Parameter("What the points are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  static let mostCounts = 50
  /// No more differences of coordinates, about.
  static let mostWork = 4e9

  func run(in context: Context) throws -> Outcome {
    try check()
    var generator = Xoshiro256StarStar(seed: seed.value)
    let spacings = try counts.map { try spacing(of: $0, using: &generator) }
    let even = counts.map { side * Double.pow(Double($0), -1 / Double(dimension)) }
    let means = spacings.map(\.mean)
    let expected = counts.map { side * expectedNearestDistance(of: $0, dimension: dimension) }
    let record = Record([
      ("count", .vector(counts.map(Double.init))), ("mean", .vector(means)),
      ("standard_error", .vector(zip(spacings, counts).map { $0.deviation / Double($1).squareRoot() })),
      ("deviation", .vector(spacings.map(\.deviation))), ("even", .vector(even)),
      ("ratio", .vector(zip(means, even).map { $0 / $1 })), ("expected", .vector(expected)),
      ("constant", .number(nearestDistanceConstant(dimension: dimension))),
    ])
    return Outcome(record, displays: [.figure(try figure(means, expected, in: context))])
  }

  private func spacing(
    of count: Int, using generator: inout Xoshiro256StarStar
  ) throws -> (mean: Double, deviation: Double) {
    let points = try PointCloud.cube.points(count, dimension: dimension, using: &generator)
    let distances = try PointTree(points, isPeriodic: space == .torus).nearestDistances()
    return (side * mean(distances), side * variance(distances).squareRoot())
  }

  private func check() throws {
    guard !counts.isEmpty else { throw mistake(at: $counts, "there is no number in it") }
    guard counts.count <= Self.mostCounts else {
      throw mistake(at: $counts, "\(counts.count) numbers are more than \(Self.mostCounts), the limit")
    }
    // A search looks at some leaves in three places along each axis, until it looks at everything.
    let visited = 8 * Double.pow(3, Double(dimension))
    let work = counts.reduce(0.0) {
      $0 + Double($1) * min(Double($1), visited) * Double(dimension)
    }
    guard work <= Self.mostWork else {
      throw LessonError.experiment(
        "the distances of so many points in \(dimension) dimensions take about "
          + "\(formatSignificant(work, 2)) steps, more than \(formatSignificant(Self.mostWork, 2))",
        help: "give fewer points")
    }
  }

  private func figure(_ means: [Double], _ expected: [Double], in context: Context) throws -> Figure {
    let places = counts.map(Double.init)
    let order = counts.indices.sorted { counts[$0] < counts[$1] }
    var chart = Chart(
      x: Axis("number of points", scale: .logarithmic),
      y: Axis("mean distance to the nearest", scale: .logarithmic),
      marks: [
        .line(
          Line(x: order.map { places[$0] }, y: order.map { expected[$0] }, label: "expected on a torus")),
        .points(Points(x: places, y: means, label: "measured", color: .ink)),
      ], size: context.size())
    chart.remarks = ["Random points in \(dimension) \(dimension == 1 ? "dimension" : "dimensions")."]
    return try context.figure(chart)
  }
}
