import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{dimension}`: in how many directions points spread, by the distances to their nearest neighbours.
struct DimensionExperiment: Experiment {
  static let name = "dimension"
  static let summary =
    "Estimates of how many dimensions a cloud of points is, by the distances to nearest neighbours."
  static let results = [
    ResultDescription("estimate", "The dimension; with several numbers of neighbours the mean over them."),
    ResultDescription("standard_error", "Its standard error, as if the points told independently."),
    ResultDescription("regression", "By two-nn: the slope of −ln(1 − F) against ln μ through the origin."),
    ResultDescription("log_ratio", "By two-nn: ln μ of each point, in increasing order, but for the last."),
    ResultDescription("height", "By two-nn: −ln(1 − F) there."),
    ResultDescription("neighbours", "By levina-bickel: the numbers of neighbours."),
    ResultDescription("by_neighbours", "By levina-bickel: the estimate for each of them."),
    ResultDescription("local", "By levina-bickel: the dimension at each point, for the first of them."),
    ResultDescription("points", "How many points were used."),
    ResultDescription("duplicates", "How many were left out as copies of others."),
    ResultDescription("width", "How many coordinates the points have."),
  ]
  static let example = """
    cloud: sphere
    dimension: 2
    count: 500
    fig-cap: Points on the surface of a ball, in three coordinates. The slope of the line is the dimension.
    """

  @Parameter("The points: a matrix, one a row, such as =v.final; or a table, one a row.")
  var points: PointMatrix? = nil
  @Parameter("Instead of points, random ones of known dimension: gaussian, cube, ball, sphere or torus.")
  var cloud: CloudKind? = nil
  @Parameter("The dimension of the cloud.", .between(1, 1000))
  var dimension: Int? = nil
  @Parameter("How many points the cloud has; 1000 unless given.", .between(10, 20_000))
  var count: Int? = nil
  @Parameter("two-nn, from the two nearest of each point, or levina-bickel, from the nearest k.")
  var method = DimensionMethod.twoNN
  @Parameter("k of levina-bickel, or a list of them; 20 unless given.", .between(3, 1000))
  var neighbours: NeighbourCounts? = nil
  @Parameter("By levina-bickel: likelihood divides by k − 1, as published, unbiased by k − 2.")
  var factor: DimensionFactor? = nil
  @Parameter("By levina-bickel: the mean of the points' dimensions, or one over that of their inverses.")
  var average: DimensionAverage? = nil
  @Parameter(
    "Which share of the points, those of the largest ratios, two-nn's line leaves out; 0.1 unless given.",
    .between(0, 0.9))
  var dropped: Double? = nil
  @Parameter("What a cloud is drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  static let usualCount = 1000
  /// No more differences of coordinates.
  static let mostWork = 4e9

  func run(in context: Context) throws -> Outcome {
    try checkUse()
    try checkSize()
    let points = try chosenPoints()
    try checkDistinct(points)
    let estimate: any DimensionEstimate =
      switch method {
      case .twoNN: try TwoNNEstimate(of: points, dropped: dropped ?? 0.1)
      case .levinaBickel:
        try LevinaBickelEstimate(
          of: points, neighbours: counts, factor: factor ?? .likelihood, average: average ?? .dimensions)
      }
    guard estimate.dimension.isFinite, estimate.standardError.isFinite else {
      throw LessonError.experiment(
        "the neighbours of a point are all equally far, which says nothing of its dimension",
        help: "points in rows have no dimension that distances could tell")
    }
    var record = Record([
      ("estimate", .number(estimate.dimension)), ("standard_error", .number(estimate.standardError)),
      ("points", .number(Double(points.shape[0] - estimate.duplicates))),
      ("duplicates", .number(Double(estimate.duplicates))), ("width", .number(Double(points.shape[1]))),
    ])
    for (name, value) in estimate.record.entries { record[name] = value }
    let chart = estimate.chart(known: dimension, size: context.size())
    return Outcome(record, displays: [.figure(try context.figure(chart))])
  }

  private var counts: [Int] { neighbours?.counts ?? [20] }

  private func chosenPoints() throws -> Tensor {
    if let points { return points.points }
    var generator = Xoshiro256StarStar(seed: seed.value)
    guard let cloud, let dimension else { throw LessonError.experiment("there are no points") }
    return try cloud.cloud.points(count ?? Self.usualCount, dimension: dimension, using: &generator)
  }

  /// Parameters that do not go together.
  private func checkUse() throws {
    var errors: [LessonError] = []
    if points == nil, cloud == nil {
      errors.append(
        LessonError(
          .parameter, at: .directive, "there are no points",
          help: "give points: =t, or cloud: gaussian with a dimension"))
    }
    if points != nil {
      for datum in [$cloud, $dimension, $count].compactMap(\.self) {
        errors.append(.parameter(datum, "this is about a cloud, and points are given", help: "leave it out"))
      }
    } else if cloud != nil, dimension == nil {
      errors.append(
        mistake(at: $cloud, "a cloud needs its dimension", help: "for example dimension: 3"))
    }
    let strangers = method == .twoNN ? [$neighbours, $factor, $average] : [$dropped]
    for datum in strangers.compactMap(\.self) {
      errors.append(
        .parameter(
          datum, "\(method.rawValue) has no use for this",
          help: "leave it out, or choose the other method"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  private var needed: Int { method == .twoNN ? 3 : (counts.max() ?? 0) + 1 }
  private var sizeDatum: Datum? { $points ?? $count }

  /// Before a cloud is drawn, since to draw too large a one would take too long itself.
  private func checkSize() throws {
    let size =
      points.map { ($0.points.shape[0], $0.points.shape[1]) }
      ?? (count ?? Self.usualCount, cloud?.cloud.width(dimension: dimension ?? 1) ?? 1)
    let (rows, width) = size
    guard rows >= needed else {
      throw mistake(
        at: sizeDatum, "\(rows) points are too few; \(needed) are needed",
        help: method == .twoNN ? nil : "give more points, or fewer neighbours")
    }
    let work = Double(rows) * Double(rows) * Double(width)
    guard work <= Self.mostWork else {
      let most = Int((Self.mostWork / Double(width)).squareRoot())
      throw mistake(
        at: sizeDatum, "\(rows) points with \(width) coordinates are too many; the limit is \(most)")
    }
  }

  private func checkDistinct(_ tensor: Tensor) throws {
    let distinct = Self.distinctCount(tensor)
    guard distinct >= needed else {
      throw mistake(
        at: sizeDatum,
        "only \(distinct) of the \(tensor.shape[0]) points differ; \(needed) different ones are needed",
        help: "a distance of 0 says nothing of the dimension")
    }
  }

  private static func distinctCount(_ tensor: Tensor) -> Int {
    let (numbers, width) = (tensor.values, tensor.shape[1])
    return Set(stride(from: 0, to: numbers.count, by: max(1, width)).map { Array(numbers[$0..<$0 + width]) })
      .count
  }
}
