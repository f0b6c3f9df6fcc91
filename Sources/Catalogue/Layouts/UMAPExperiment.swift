import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{umap}`: points of many dimensions laid out in two, neighbours beside each other.
struct UMAPExperiment: Experiment {
  static let name = "umap"
  static let summary = "Lays points of many dimensions out in two, so that neighbours stay together."
  static let results = [
    ResultDescription("x", "Where each point lies across; neither the place nor the unit means anything."),
    ResultDescription("y", "Where each point lies up."),
    ResultDescription(
      "trustworthiness", "How far neighbours in the layout are neighbours among the points: 1 is wholly."),
    ResultDescription(
      "separation.kind", "The share of a point's nearest neighbours in the layout that have its label."),
    ResultDescription("chance.kind", "The same share if neighbours were drawn from all other points."),
  ]
  static let example = """
    points:
      height: [1.0, 1.1, 0.9, 1.2, 1.05, 5.0, 5.2, 4.9, 5.1, 5.3]
      width: [0.5, 0.6, 0.4, 0.5, 0.55, 2.0, 2.2, 1.9, 2.1, 2.05]
      weight: [10, 11, 9, 10, 12, 50, 53, 49, 52, 51]
    labels: {animal: [cat, cat, cat, cat, cat, dog, dog, dog, dog, dog]}
    neighbours: 4
    fig-cap: Cats and dogs by three measurements.
    """

  @Parameter("The points: a matrix, one a row, such as =v.final; or a table, one a row.")
  var points: PointMatrix
  @Parameter("Labels of the points: names, each with a list of texts; a panel is drawn for each name.")
  var labels = PointLabels()
  @Parameter(
    "How many points count as near a point, itself among them: few show detail, many the whole.",
    .between(2, 200))
  var neighbours = 15
  @Parameter("How close together points may lie.", .between(0, 1))
  var minDist = 0.1
  @Parameter("What the drawing of random numbers begins from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// No more points: the time grows with the square of their number.
  static let mostPoints = 5_000
  /// More labels than this cannot be told apart by colour and shape.
  static let mostLabels = 40
  /// How many neighbours results look at, as far as there are so many points.
  private static let judged = 5

  func run(in context: Context) throws -> Outcome {
    try check()
    var umap = UMAP()
    umap.neighbours = neighbours
    umap.minimumDistance = minDist
    umap.seed = seed.value
    let layout = try umap.embed(points.points)
    let judged = min(Self.judged, (points.points.shape[0] - 1) / 2)
    let (x, y) = layout.planeColumns
    var record = Record([
      ("x", .vector(x)), ("y", .vector(y)),
      (
        "trustworthiness",
        .number(try trustworthiness(of: layout, for: points.points, neighbours: judged))
      ),
    ])
    if !labels.columns.isEmpty {
      let shares = try labels.agreement(of: layout, neighbours: judged)
      record["separation"] = .record(Record(zip(labels.columns, shares).map { ($0.name, .number($1)) }))
      record["chance"] = .record(labels.chances)
    }
    return Outcome(record, displays: [.figure(try figure(x, y, in: context))])
  }

  private func check() throws {
    let count = points.points.shape[0]
    let least = max(4, neighbours)
    guard count >= least else {
      throw LessonError.parameter(
        points.datum, "there are \(count) points; \(least) are needed for \(neighbours) neighbours",
        help: count >= 4 ? "give more points, or neighbours: \(count / 2)" : "give more points")
    }
    guard count <= Self.mostPoints else {
      throw LessonError.parameter(
        points.datum, "there are \(count) points; at most \(Self.mostPoints) can be laid out")
    }
    try labels.check(count: count, "points")
    for column in labels.columns where column.distinct.count > Self.mostLabels {
      throw LessonError.parameter(
        column.datum,
        "\(column.name) has \(column.distinct.count) different labels; at most \(Self.mostLabels) can be told apart"
      )
    }
  }

  /// A panel for each kind of label, in which the same points have other colours.
  private func figure(_ x: [Double], _ y: [Double], in context: Context) throws -> Figure {
    let panels = labels.columns.map { column in
      Panel(
        title: "by \(column.name)",
        marks: column.distinct.map { label in
          let rows = column.labels.indices.filter { column.labels[$0] == label }
          return .points(Points(x: rows.map { x[$0] }, y: rows.map { y[$0] }, label: label))
        })
    }
    var chart = Chart(
      x: Axis(showsGrid: false, showsTicks: false), y: Axis(showsGrid: false, showsTicks: false),
      size: context.size(height: 420))
    switch panels.count {
    case 0: chart.marks = [.points(Points(x: x, y: y))]
    case 1: chart.marks = panels[0].marks
    default: chart.facets = Facets(columns: 2, panels: panels)
    }
    return try context.figure(chart)
  }
}
