import Engine
import Expressions
import Plotting

/// `{plot}`: a chart of series over two axes.
struct PlotExperiment: Experiment {
  static let name = "plot"
  static let summary = "Draws series over two axes: lines, points, bars, areas, heat maps, contours, regions."
  static let results: [ResultDescription] = []
  static let example = """
    series:
      - {x: "=linspace(0.01, 1, 200)", y: -log(x), label: cross-entropy}
      - {x: "=linspace(0.01, 1, 200)", y: 1 - x, label: 1 − p}
    x: {label: probability of the right word}
    y: {label: loss, unit: nats}
    fig-cap: Two ways to measure a loss.
    """

  @Parameter(
    """
    What is drawn: each series has x, y (numbers, or an expression in x), kind (line, points, bars, area, heat, \
    contour, regions), label, panel; an area begins at from (0), heat and contour have heights z, an expression in x \
    and y; of regions z gives one probability a class, and labels name the classes. In these expressions x and y are the series' own, whatever the lesson calls x.
    """)
  var series: [PlotSeries]
  @Parameter("The axis across, with label, unit, log, steps, range.")
  var x = PlotAxis()
  @Parameter("The axis up, with label, unit, log, steps, range.")
  var y = PlotAxis()
  @Parameter("Reference lines, each at an x or a y, with a label.")
  var lines: [ReferenceLine] = []
  @Parameter("Words at points, each with x, y and text.")
  var notes: [PlotNote] = []

  /// A chart has no more entries than this in all its series.
  static let mostEntries = 1_000_000

  /// A chart has no more series, and no more panels, than this.
  static let mostSeries = 1_000
  static let mostPanels = 64
  /// Its heat maps and contours have no more heights than this.
  static let mostHeights = 250_000

  func run(in context: Context) throws -> Outcome {
    try checkCounts()
    let rows = try collectingErrors(series) { try $0.rows() }
    let heights = zip(series, rows).reduce(0) { $0 + $1.0.heightCount(rows: $1.1.count) }
    try limit(heights, "heights", to: Self.mostHeights)
    let numbers = try collectingErrors(Array(zip(series, rows))) { try $0.numbers(rows: $1) }
    return Outcome(displays: [.figure(try context.figure(chart(Array(zip(series, numbers)), in: context)))])
  }

  private func checkCounts() throws {
    let entries = series.reduce(0) { $0 + $1.x.places.count }
    guard entries > 0 else {
      throw LessonError.experiment("there is nothing to draw", help: "give series entries")
    }
    try limit(entries, "entries in its series", to: Self.mostEntries)
    try limit(series.count, "series", to: Self.mostSeries)
    try limit(panelNames.count, "panels", to: Self.mostPanels)
  }

  private func limit(_ count: Int, _ what: String, to limit: Int) throws {
    guard count > limit else { return }
    throw LessonError.experiment("the chart has \(count) \(what); the limit is \(limit)")
  }

  private func chart(
    _ computed: [(series: PlotSeries, numbers: PlotSeries.Numbers)], in context: Context
  ) -> Chart {
    let hasLabels = series.contains { $0.x.numbers == nil }
    let includesZero = series.contains { $0.kind == .bars }
    let shared = lines.map { Mark.rule($0.rule) } + notes.map { Mark.text(Text(x: $0.x, y: $0.y, $0.text)) }
    var chart = Chart(
      x: x.axis(hasLabels: hasLabels, includesZero: false),
      y: y.axis(hasLabels: false, includesZero: includesZero),
      size: context.size())
    let panels = panelNames
    if panels.isEmpty {
      chart.marks = computed.map(mark) + shared
    } else {
      chart.marks = shared
      chart.facets = Facets(
        panels: panels.map { name in
          let drawn = computed.filter { $0.series.panel == name || $0.series.panel == nil }
          return Panel(title: name, marks: drawn.map(mark))
        })
    }
    return chart
  }

  /// The names of the panels in the order in which series name them.
  private var panelNames: [String] {
    var seen: Set<String> = []
    return series.compactMap(\.panel).filter { seen.insert($0).inserted }
  }

  private func mark(_ series: PlotSeries, _ numbers: PlotSeries.Numbers) -> Mark {
    let label = series.label
    let x: [Double]
    switch series.x.places {
    case .numbers(let places): x = places
    case .labels(let labels):
      if series.kind == .bars { return .bars(Bars(labels, values: numbers.y, label: label)) }
      x = labels.indices.map { Double($0 + 1) }
    }
    switch series.kind {
    case .line: return .line(Line(x: x, y: numbers.y, label: label))
    case .points: return .points(Points(x: x, y: numbers.y, label: label))
    case .bars: return .bars(Bars(at: .numbers(x), values: numbers.y, label: label))
    case .area: return .area(Area(x: x, lower: numbers.from, upper: numbers.y, label: label))
    case .heat:
      return .heatMap(HeatMap(x: .numbers(x), y: .numbers(numbers.y), values: numbers.z, label: label))
    case .contour: return .contour(Contour(x: x, y: numbers.y, values: numbers.z, label: label))
    case .regions:
      let (labels, probabilities) = numbers.classes ?? ([], [])
      return .regions(Regions(x: x, y: numbers.y, probabilities: probabilities, labels: labels))
    }
  }
}
