import Plotting
import Testing

@Suite struct ErrorTests {
  struct Row: CustomTestStringConvertible {
    let chart: Chart
    let message: String

    var testDescription: String { message }
  }

  static let rows = [
    Row(
      chart: Chart(marks: [.line(Line(x: [1, 2, 3], y: [1, 2], label: "loss"))]),
      message: "“loss” has 3 x values but 2 y values; there must be as many of both"),
    Row(
      chart: Chart(y: Axis(scale: .logarithmic), marks: [.line(Line(x: [1, 2], y: [1, 0], label: "loss"))]),
      message: "entry 2 of “loss” is 0, but the vertical axis is logarithmic and needs values above 0"),
    Row(
      chart: Chart(x: Axis(scale: .logarithmic), marks: [.points(Points(x: [-3], y: [1]))]),
      message: "entry 1 of mark 1 (points) is −3, "
        + "but the horizontal axis is logarithmic and needs values above 0"),
    Row(
      chart: Chart(marks: [.bars(Bars(["a"], values: [1], valueLabels: .texts([])))]),
      message: "mark 1 (bars) has 1 values but 0 value labels; there must be as many of both"),
    Row(
      chart: Chart(marks: [.bars(Bars(["a"], values: [1], colors: []))]),
      message: "mark 1 (bars) has 1 values but 0 colours; there must be as many of both"),
    Row(
      chart: Chart(marks: [.bars(Bars(["a", "a"], values: [1, 2]))]),
      message: "the category axis has “a” twice in mark 1 (bars)"),
    Row(
      chart: Chart(x: Axis(range: 2...2)),
      message: "the range of the horizontal axis is empty; its ends must differ"),
    Row(
      chart: Chart(y: Axis(range: 0...Double.infinity)),
      message: "the range of the vertical axis has no end; both ends must be finite"),
    Row(
      chart: Chart(y: Axis(scale: .logarithmic, range: 0...1)),
      message: "the range of the vertical axis starts at 0, but a logarithmic axis needs a start above 0"),
    Row(
      chart: Chart(size: Chart.Size(width: 10, height: .nan)),
      message: "a chart of 10 by not finite pixels cannot be drawn; each side must be from 120 to 4000"),
    Row(
      chart: Chart(marks: [
        .heatMap(HeatMap(x: .numbers([1, 2]), y: .numbers([1, 2]), values: [1, 2, 3]))
      ]),
      message: "mark 1 (heat map) has 2 horizontal and 2 vertical positions but 3 values; "
        + "rows times columns must be the number of values"),
    Row(
      chart: Chart(marks: [.contour(Contour(x: [2, 1], y: [1, 2], values: [1, 2, 3, 4]))]),
      message:
        "the horizontal positions of mark 1 (contour plot) must grow from entry to entry; entry 2 does not"),
    Row(
      chart: Chart(x: Axis(scale: .category), marks: [.line(Line(x: [1], y: [1]))]),
      message: "the horizontal axis is one of names, but its marks stand at numbers"),
    Row(
      chart: Chart(x: Axis(scale: .logarithmic), marks: [.bars(Bars(["a"], values: [1]))]),
      message: "the horizontal axis holds names and cannot be logarithmic"),
    Row(
      chart: Chart(marks: Array(repeating: .rule(Rule(y: 1)), count: 1_001)),
      message: "the chart has 1001 marks; at most 1000 are drawn"),
  ]

  @Test(arguments: rows) func mistakesAreNamed(_ row: Row) {
    let error = #expect(throws: ChartError.self) { try row.chart.svg(identifier: "f") }
    #expect(error?.description == row.message)
  }

  @Test func tooManyCellsOrPointsAreRefused() {
    let cells = HeatMap(
      x: .numbers((0..<501).map(Double.init)), y: .numbers((0..<500).map(Double.init)),
      values: Array(repeating: 0, count: 250_500))
    let points = Array(repeating: 1.0, count: 1_000_001)
    for mark in [Mark.heatMap(cells), .line(Line(x: points, y: points))] {
      let error = #expect(throws: ChartError.self) { try Chart(marks: [mark]).svg(identifier: "f") }
      guard case .tooMany = error else {
        Issue.record("unexpected \(String(describing: error))")
        continue
      }
    }
  }

  @Test(arguments: ["", "1a", "a b", "a\"b", "é", "a{}"])
  func anIdentifierThatCannotBeginAnIdIsRefused(_ identifier: String) {
    #expect(throws: ChartError.unusableIdentifier(identifier)) { try Chart().svg(identifier: identifier) }
  }
}
