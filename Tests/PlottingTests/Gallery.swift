import Glibc
import Plotting
import Testing

/// Numbers that are the same in every run (Knuth's MMIX generator).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The next number from 0 up to 1.
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }

  /// The next whole number below a bound.
  mutating func next(below bound: Int) -> Int {
    Int(next() * Double(bound))
  }
}

/// A chart with a name for test reports.
struct NamedChart: CustomTestStringConvertible {
  let name: String
  let chart: Chart

  var testDescription: String { name }
}

/// Charts of every kind, as lessons have them.
enum Gallery {
  static let charts = barCharts + lineCharts + gridCharts + oddCharts

  static let epochs = (0...50).map(Double.init)

  static let noisyLine: Chart = {
    var numbers = SeededNumbers(seed: 7)
    let steps = (0..<1000).map(Double.init)
    let losses = steps.map { 0.3 + 2 * exp(-$0 / 200) + 0.2 * numbers.next() }
    return Chart(
      title: "Training loss", subtitle: "One run", x: Axis("step", scale: .steps),
      y: Axis("loss", unit: "nats"), marks: [.line(Line(x: steps, y: losses))])
  }()

  private static let longNames = [
    "reading the files from disk", "parsing Markdown", "running experiments", "typesetting formulas",
    "writing pages and figures",
  ]

  private static let barCharts = [
    NamedChart(
      name: "three bars",
      chart: Chart(
        title: "Softmax", y: Axis("probability"),
        marks: [
          .bars(Bars(["Madrid", "Paris", "Berlin"], values: [0.2119, 0.5761, 0.2119], highlighted: 1))
        ])),
    NamedChart(
      name: "long names",
      chart: Chart(
        y: Axis("time", unit: "ms"), marks: [.bars(Bars(longNames, values: [12, 48, 230.5, 75, 31]))])),
    NamedChart(
      name: "horizontal bars",
      chart: Chart(
        x: Axis("time", unit: "ms"),
        marks: [.bars(Bars(longNames, values: [12, -48, 230.5, 75, 31], orientation: .horizontal))])),
    NamedChart(
      name: "thirty bars",
      chart: Chart(
        marks: [.bars(Bars((1...30).map { "category \($0)" }, values: (1...30).map { Double($0 * $0) }))])),
    NamedChart(
      name: "two hundred bars",
      chart: Chart(marks: [.bars(Bars((1...200).map { "name \($0)" }, values: (1...200).map(Double.init)))])),
    NamedChart(
      name: "negative bars",
      chart: Chart(marks: [.bars(Bars(["a", "b", "c"], values: [0.91, -0.91, 0.013]))])),
    NamedChart(
      name: "grouped bars",
      chart: Chart(marks: [
        .bars(Bars(["MNIST", "ImageNet"], values: [99.1, 70], label: "small")),
        .bars(Bars(["MNIST", "ImageNet"], values: [99.6, 78.5], label: "large")),
        .rule(Rule(y: 95, label: "human")),
      ])),
  ]

  private static let lineCharts = [
    NamedChart(name: "a noisy line", chart: noisyLine),
    NamedChart(name: "names at line ends", chart: lines(["descent", "momentum", "Adam"], apart: 0.02)),
    NamedChart(name: "eight lines", chart: lines((1...8).map { "series \($0)" }, apart: 1)),
    NamedChart(
      name: "logarithmic axes",
      chart: Chart(
        x: Axis("h", scale: .logarithmic), y: Axis("error", scale: .logarithmic),
        marks: [
          .line(Line(x: [1e-8, 1e-4, 1], y: [1e-8, 1e-12, 1], label: "central")),
          .rule(Rule(x: 1e-4, label: "best")), .rule(Rule(y: 1e-6, label: "good enough")),
          .text(Text(x: 1e-2, y: 1e-4, "slope 2")), .text(Text(x: 1e-2, y: 1e-4, "the same place")),
        ])),
    NamedChart(
      name: "facets",
      chart: Chart(
        title: "Five rates", x: Axis("epoch", scale: .steps), y: Axis("loss"),
        facets: Facets(
          panels: (1...5).map { rate in
            Panel(
              title: "rate \(rate)",
              marks: [.line(Line(x: epochs, y: epochs.map { exp(-$0 / Double(rate) / 10) }))])
          }))),
  ]

  private static let gridCharts = [
    NamedChart(
      name: "a heat map",
      chart: Chart(
        x: Axis("w₁"), y: Axis("w₂"),
        marks: [.heatMap(HeatMap(x: .numbers(axis), y: .numbers(axis), values: bowl, label: "loss"))])),
    NamedChart(
      name: "a confusion matrix",
      chart: Chart(
        marks: [
          .heatMap(
            HeatMap(
              x: .categories(["cat", "dog"]), y: .categories(["cat", "dog"]), values: [50, 3, 6, 44],
              label: "images", showsValues: true))
        ], size: Chart.Size(width: 360, height: 300))),
    NamedChart(
      name: "contours",
      chart: Chart(marks: [.contour(Contour(x: axis, y: axis, values: bowl, label: "loss"))])),
    NamedChart(
      name: "regions",
      chart: Chart(marks: [
        .regions(RegionTests.cities), .points(Points(x: [1, 2], y: [1, 2], label: "Paris")),
      ])),
  ]

  private static let oddCharts = [
    NamedChart(name: "nothing", chart: Chart()),
    NamedChart(name: "an empty line", chart: Chart(marks: [.line(Line(x: [], y: []))])),
    NamedChart(name: "one point", chart: Chart(marks: [.points(Points(x: [3], y: [7]))])),
    NamedChart(
      name: "a flat line", chart: Chart(marks: [.line(Line(x: [1, 2], y: [5, 5], label: "flat"))])),
    NamedChart(
      name: "huge numbers", chart: Chart(marks: [.line(Line(x: [-1.7e308, 1.7e308], y: [-1e300, 1e308]))])),
    NamedChart(
      name: "tiny numbers",
      chart: Chart(marks: [
        .points(Points(x: [0, .leastNonzeroMagnitude], y: [.leastNonzeroMagnitude, .leastNormalMagnitude]))
      ])),
    NamedChart(
      name: "a long title in a small chart",
      chart: Chart(
        title: String(repeating: "A title that goes on ", count: 9), x: Axis("a long horizontal label, too"),
        y: Axis(String(repeating: "vertical ", count: 12)), marks: [.line(Line(x: [0, 1], y: [0, 1]))],
        size: Chart.Size(width: 200, height: 120))),
    NamedChart(
      name: "other scripts",
      chart: Chart(
        title: "各言語の確率", marks: [.bars(Bars(["日本語", "Ελληνικά", "العربية", "😀"], values: [1, 2, 3, 4]))])),
  ]

  private static let axis = (0..<30).map { Double($0) / 10 - 1.5 }
  private static let bowl = axis.flatMap { y in axis.map { x in x * x + 2 * y * y } }

  private static func lines(_ names: [String], apart: Double) -> Chart {
    Chart(
      x: Axis("epoch", scale: .steps), y: Axis("loss"),
      marks: names.enumerated().map { index, name in
        .line(Line(x: epochs, y: epochs.map { exp(-$0 / 9) + Double(index) * apart }, label: name))
      })
  }
}
