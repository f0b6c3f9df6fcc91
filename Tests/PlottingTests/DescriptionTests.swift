import Plotting
import Testing

@Suite struct DescriptionTests {
  @Test func aLineIsToldByItsEndsExtremesAndTrend() {
    let chart = Chart(
      x: Axis("step", scale: .steps), y: Axis("loss", unit: "nats"),
      marks: [.line(Line(x: [0, 1, 2, 3, 4], y: [2, 2.5, 1, 0.5, .nan], label: "training"))])
    #expect(
      chart.description == "Line chart of loss against step. Horizontal axis: step, from 0 to 4. "
        + "Vertical axis: loss (nats), from 0.5 to 2.5. Line “training”: 4 points, from 2 at 0 to 0.5 at 3, "
        + "lowest 0.5 at 3, highest 2.5 at 1, falls overall, 1 value not finite and left out.")
  }

  @Test func fewBarsAreToldOneByOne() {
    let bars = Bars(["Madrid", "Paris", "Berlin"], values: [0.2119, 0.5761, 0.2119], highlighted: 1)
    let chart = Chart(y: Axis("probability"), marks: [.bars(bars), .rule(Rule(y: 0.5, label: "half"))])
    #expect(
      chart.description == "Bar chart of probability. Horizontal axis, 3 categories. "
        + "Vertical axis: probability, from 0 to 0.5761. "
        + "Bars: Madrid 0.2119, Paris 0.5761 and Berlin 0.2119; Paris stands out. "
        + "Horizontal line “half” at 0.5.")
  }

  @Test func manyBarsAreToldByTheirExtremes() {
    let bars = Bars((1...20).map { "c\($0)" }, values: (1...20).map(Double.init))
    #expect(
      Chart(marks: [.bars(bars)]).description.hasSuffix("Bars: 20 bars, lowest 1 at c1, highest 20 at c20."))
  }

  @Test(arguments: [
    ([1.0, 2, 3], "rises throughout"), ([3, 2, 2], "falls throughout"), ([2, 2, 2], "stays the same"),
    ([1, 3, 2, 5, 4, 6], "rises overall"), ([1, 5, 1, 5, 1], "shows no overall trend"),
    ([-1e308, 1e308, 1.7e308], "rises throughout"),
  ])
  func trendsAreNamed(_ values: [Double], _ trend: String) {
    let line = Line(x: values.indices.map(Double.init), y: values)
    #expect(Chart(marks: [.line(line)]).description.hasSuffix(", \(trend)."))
  }

  @Test func relationsAreThoseThatTheAxesShow() {
    let points = Points(x: [1, 10, 100, 1000], y: [1e8, 1e6, 1e4, 1e2])
    let axis = Axis(scale: .logarithmic)
    #expect(
      Chart(x: axis, y: axis, marks: [.points(points)]).description.hasSuffix(", falling to the right."))
  }

  @Test func gridsPanelsAndNothingAreTold() {
    let contour = Contour(x: [0, 1], y: [0, 1], values: [0, 1, 1, 2], levels: [1, 0.5])
    let panels = [Panel(title: "left", marks: [.contour(contour)]), Panel(marks: [])]
    #expect(
      Chart(facets: Facets(panels: panels)).description == "Contour plot. 2 panels. "
        + "Horizontal axis: from 0 to 1. Vertical axis: from 0 to 1. Panel 1, “left”: "
        + "Contour plot over 2 by 2 points, values from 0 to 2, levels 0.5 and 1. Panel 2: No data.")
    #expect(Chart().description == "Empty chart. No data.")
    let empty = Chart(marks: [.line(Line(x: [], y: []))])
    #expect(empty.description == "Line chart. Line: no data.")
  }

  @Test func thePictureCarriesTitleAndDescription() throws {
    let chart = Chart(title: "Loss", marks: [.line(Line(x: [1], y: [2]))])
    let picture = try chart.svg(identifier: "f")
    #expect(picture.contains("<title id=\"f-title\">Loss</title>"))
    #expect(picture.contains("<desc id=\"f-desc\">\(chart.description)</desc>"))
  }
}
