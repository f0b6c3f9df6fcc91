import Foundation
import Plotting
import Testing

/// What is drawn can be taken away as a table.
@Suite struct DataSheetTests {
  private func lines(_ sheet: DataSheet) -> [String] { sheet.csv.components(separatedBy: "\r\n") }

  @Test func aLineIsItsPointsUnderTheCaptionsOfItsAxes() {
    let chart = Chart(
      x: Axis("step"), y: Axis("loss", unit: "nats"),
      marks: [.line(Line(x: [0, 1, 2], y: [2, .nan, 1.0 / 3]))])
    // One third to 12 significant digits, and a gap where nothing is drawn.
    #expect(lines(chart.data) == ["step,loss (nats)", "0,2", "1,", "2,0.333333333333", ""])
  }

  @Test func seriesAndKindsStandBesideTheirPoints() {
    let chart = Chart(marks: [
      .area(Area(x: [0], lower: [-1], upper: [1], label: "band")),
      .points(Points(x: [0], y: [0.5], label: "data")),
      .rule(Rule(y: 2, label: "limit")),
    ])
    #expect(
      lines(chart.data) == [
        "mark,series,x,y,lower,upper", "area,band,0,,-1,1", "points,data,0,0.5,,", "rule,limit,,2,,", "",
      ])
  }

  @Test func barsStandAtTheirNames() {
    let chart = Chart(
      y: Axis("probability"), marks: [.bars(Bars(["Madrid", "Paris"], values: [0.25, 0.75]))])
    #expect(lines(chart.data) == ["category,probability", "Madrid,0.25", "Paris,0.75", ""])
    let sideways = Chart(
      x: Axis("share"), marks: [.bars(Bars(["a"], values: [1], orientation: .horizontal))])
    #expect(lines(sideways.data) == ["share,category", "1,a", ""])
  }

  @Test func aGridIsARowForEachCell() {
    let map = HeatMap(x: .categories(["a", "b"]), y: .numbers([0, 1, 3]), values: [1, 2, 3, 4])
    // The rows of the map are given by their edges; 0.5 and 2 lie in the middle of them.
    #expect(
      lines(Chart(x: Axis("to"), y: Axis("from"), marks: [.heatMap(map)]).data) == [
        "to,from,value", "a,0.5,1", "b,0.5,2", "a,2,3", "b,2,4", "",
      ])
  }

  @Test func classesPanelsAndChartsHaveColumns() {
    let regions = Regions(
      x: [0, 1], y: [5], probabilities: [[0.25, 1], [0.75, 0]], labels: ["in", "out"])
    let faceted = Chart(
      marks: [], facets: Facets(panels: [Panel(title: "left", marks: [.regions(regions)])]))
    let grid = ChartGrid(rows: [[faceted, Chart(marks: [.line(Line(x: [1], y: [2]))])]])
    #expect(
      lines(grid.data) == [
        "chart,panel,mark,series,x,y,value", "1,left,region,in,0,5,0.25", "1,left,region,in,1,5,1",
        "1,left,region,out,0,5,0.75", "1,left,region,out,1,5,0", "2,,line,,1,2,", "",
      ])
  }

  /// The first column is what a cell says, the second how it stands in the file (RFC 4180, 2.5 to 2.7).
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "two lines"),
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+1", "'+1"), ("-x", "'-x"), ("-5", "-5"),
    ("-2.5e-7", "-2.5e-7"),
    ("\t=1", "' =1"), ("＝1", "'＝1"), ("=\"a\",1", "\"'=\"\"a\"\",1\""), ("é 数 🙂", "é 数 🙂"), ("−5", "−5"),
  ])
  func cellsAreQuotedAndNeverComputed(_ text: String, _ cell: String) {
    var sheet = DataSheet(headings: ["x", text])
    sheet.add([.numbers([1]), .texts([text])])
    sheet.add([.numbers([2]), .shared(text)])
    #expect(sheet.csv == "x,\(cell)\r\n1,\(cell)\r\n2,\(cell)\r\n")
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (-0.0, "0"), (1e15, "1e15"), (123_456_789_012_345, "123456789012000"), (1e-7, "1e-7"),
    (-1.0 / 3 * 1e-9, "-3.33333333333e-10"), (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.79769313486e308"),
    (.infinity, ""), (2.5e-5, "0.000025"),
  ])
  func numbersHaveTwelveDigitsThatProgramsRead(_ value: Double, _ text: String) {
    #expect(DataSheet.number(value) == text)
  }

  @Test func aTableComesBackFromItsTextAndFromJSON() throws {
    let map = HeatMap(
      x: .numbers([1, 2]), y: .categories(["a b", "c"]), values: [1, .nan, 3, 4], label: "w")
    let sheet = Chart(marks: [.heatMap(map)]).data
    #expect(DataSheet(text: sheet.text).csv == sheet.csv)
    let stored = try JSONDecoder().decode(DataSheet.self, from: JSONEncoder().encode(sheet))
    #expect(stored == sheet)
    #expect(sheet.rowCount == 4 && lines(sheet).count == 6)
  }

  /// A program of cells may send any text.
  @Test(arguments: [
    "", "\n", "a\tb\nrows", "a\nrows\t\n9 1 5", "a\nrows\n0 99999999999 1", "a\ngrid\t\n0 1 1\n0 1 1",
    "a\tb\tc\ngrid\t\t\t\n0 1 1\n1 0 \n2 3 1 2 3", "x\n0 1 1", "a\nrows\t=1\n-1 1 1\n0 2\t=2\t=3",
    "a\n0 -1 5",
  ])
  func anyTextIsSomeTable(_ text: String) {
    let sheet = DataSheet(text: text)
    let csv = sheet.csv
    #expect(csv.hasSuffix("\r\n"))
    #expect(!csv.components(separatedBy: .newlines).contains { $0.hasPrefix("=") })
  }

  @Test func whatIsEmptyOrTooLongIsNotKept() {
    #expect(DataSheet(headings: ["x"]).kept == nil)
    let long = Chart(marks: [
      .line(Line(x: Array(repeating: 1, count: 100_001), y: Array(repeating: 1, count: 100_001)))
    ])
    #expect(long.data.rowCount == 100_001 && long.data.kept == nil)
    let cells = Array(repeating: 0.5, count: 300 * 300)
    let positions = (0..<300).map(Double.init)
    let grid = Chart(marks: [.contour(Contour(x: positions, y: positions, values: cells))]).data
    // The sides and the cells: about 4 bytes a cell, where a row of the table has 12.
    #expect(grid.kept != nil && grid.text.utf8.count < 5 * cells.count)
  }
}
