import Plotting
import Testing

/// A description is as short as a listener needs it.
@Suite struct BrevityTests {
  private func words(_ text: String) -> Int { text.split(separator: " ").count }

  private func lines(_ count: Int) -> [Mark] {
    (1...count).map { .line(Line(x: [0, 1, 2], y: [1, 3, Double($0)], label: "s\($0)")) }
  }

  @Test func twoSeriesAreToldByTheirEndsAndRanges() {
    let chart = Chart(x: Axis("step"), y: Axis("loss"), marks: lines(3))
    #expect(
      chart.description == "Line chart of loss against step. Horizontal axis: step, from 0 to 2. "
        + "Vertical axis: loss, from 1 to 3. Line “s1”: from 1 to 1, within 1 to 3. "
        + "Line “s2”: from 1 to 2, within 1 to 3. Line “s3”: from 1 to 3.")
  }

  @Test func whatThereIsNoRoomForIsCounted() {
    let text = Chart(x: Axis("step"), y: Axis("loss"), marks: lines(40)).description
    #expect(words(text) <= 60)
    #expect(text.hasSuffix("more marks."))
    #expect(text.contains("Line “s1”: from 1 to 1"))
    // Every series is told or counted.
    let told = text.components(separatedBy: "Line “").count - 1
    #expect(text.contains("\(40 - told) more marks."))
  }

  @Test func whatAnExperimentKnowsComesFirst() {
    var chart = Chart(marks: lines(40))
    chart.remarks = ["Its minimum is 2."]
    #expect(chart.description.hasPrefix("Its minimum is 2. Line chart."))
    #expect(words(chart.description) <= 60)
  }

  @Test func manyPanelsAndChartsShareTheWords() {
    let panels = (1...30).map { Panel(title: "p\($0)", marks: lines(2)) }
    let faceted = Chart(facets: Facets(panels: panels)).description
    #expect(words(faceted) <= 60)
    #expect(faceted.contains("30 panels. ") && faceted.hasSuffix("more panels."))
    let grid = ChartGrid(rows: [(1...4).map { Chart(title: "c\($0)", marks: lines(9)) }])
    #expect(words(grid.description) <= 66)
    #expect((1...4).allSatisfy { grid.description.contains("Chart \($0), “c\($0)”: Line “s1”: from 1 to 1") })
  }

  @Test func ofManyLevelsTheFirstAndTheLastAreNamed() {
    let levels = (1...20).map(Double.init)
    let contour = Contour(x: [0, 1], y: [0, 1], values: [0, 10, 10, 20], levels: levels)
    #expect(Chart(marks: [.contour(contour)]).description.hasSuffix("20 levels from 1 to 20."))
  }

  @Test func aLargeGraphTellsItsOutputAndItsInputsFirst() throws {
    let inputs = (1...30).map {
      GraphDiagram.Node(name: "x\($0)", kind: .input, formula: "x", value: "\($0)")
    }
    let output = GraphDiagram.Node(name: "L", kind: .operation, formula: "L = x1 + …", value: "465")
    let diagram = try GraphDiagram(
      nodes: inputs + [output], arrows: (0..<30).map { .init(from: $0, to: 30) }, output: 30)
    #expect(words(diagram.description) <= 60)
    #expect(diagram.description.contains("x1 is 1. ") && diagram.description.contains("L is 465."))
    #expect(diagram.description.hasSuffix("more boxes."))
  }
}
