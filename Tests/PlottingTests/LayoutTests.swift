import Plotting
import Testing

/// Whether two convex shapes share some area (the separating-axis test), for words that may be turned.
private func overlap(_ one: [Point], _ other: [Point]) -> Bool {
  for shape in [one, other] {
    for index in shape.indices {
      let (start, end) = (shape[index], shape[(index + 1) % shape.count])
      let normal = Point(end.y - start.y, start.x - end.x)
      let project = { (point: Point) in point.x * normal.x + point.y * normal.y }
      let (left, right) = (one.map(project), other.map(project))
      guard let leftMin = left.min(), let leftMax = left.max(), let rightMin = right.min(),
        let rightMax = right.max()
      else { return false }
      let slack = 1e-6
      if leftMax <= rightMin + slack || rightMax <= leftMin + slack { return false }
    }
  }
  return true
}

/// Describes words that touch others or leave the picture.
func faults(in scene: Scene) -> [String] {
  let frame = Rectangle(x: 0, y: 0, width: scene.width, height: scene.height).grown(by: 0.5)
  var faults: [String] = []
  let shapes = scene.texts.map(\.corners)
  for (index, text) in scene.texts.enumerated() {
    if !frame.contains(text.bounds) { faults.append("“\(text.string)” leaves the picture: \(text.bounds)") }
    for other in scene.texts.indices.dropFirst(index + 1) where overlap(shapes[index], shapes[other]) {
      faults.append("“\(text.string)” and “\(scene.texts[other].string)” overlap")
    }
  }
  return faults
}

@Suite struct LayoutTests {
  @Test(arguments: Gallery.charts)
  func wordsNeitherOverlapNorLeaveThePicture(_ named: NamedChart) throws {
    #expect(faults(in: try named.chart.scene()) == [])
  }

  @Test(arguments: Gallery.charts, [160.0, 300, 480, 1200])
  func widthsFromAPhoneToAWideScreenWork(_ named: NamedChart, _ width: Double) throws {
    var chart = named.chart
    chart.size.width = width
    #expect(faults(in: try chart.scene()) == [])
  }

  @Test func everyPanelKeepsARoomOfItsOwn() throws {
    let named = try #require(Gallery.charts.first { $0.name == "facets" })
    let panels = try named.chart.scene().panels
    #expect(panels.count == 5)
    for (index, panel) in panels.enumerated() {
      #expect(!panels.dropFirst(index + 1).contains { $0.overlaps(panel) })
    }
  }

  @Test func fewLinesAreNamedAtTheirEndsAndManyInALegend() throws {
    let few = try #require(Gallery.charts.first { $0.name == "names at line ends" })
    let many = try #require(Gallery.charts.first { $0.name == "eight lines" })
    #expect(try few.chart.scene().texts.count { $0.role == .seriesName } == 3)
    #expect(try few.chart.scene().texts.count { $0.role == .legend } == 0)
    #expect(try many.chart.scene().texts.count { $0.role == .legend } == 8)
  }

  @Test func barsCarryTheirValuesAndLeaveThemOutTogether() throws {
    let bars = Bars(["a", "b", "c"], values: [0.2119, 0.5761, -0.25])
    let values = try Chart(marks: [.bars(bars)]).scene().texts.filter { $0.role == .value }
    #expect(values.map(\.string) == ["0.212", "0.576", "−0.25"])
    let crowded = Bars((1...40).map { "\($0)" }, values: (1...40).map { Double($0) + 0.123 })
    #expect(try Chart(marks: [.bars(crowded)]).scene().texts.allSatisfy { $0.role != .value })
  }

  @Test func barsOfOwnColoursAreDrawnBelowZeroTooAndNoFurtherThanTheRange() throws {
    let bars = Bars(["a", "b", "c"], values: [0.5, -0.5, -7], colors: [.series(2), .muted, .series(2)])
    let chart = Chart(y: Axis(range: -1...1), marks: [.bars(bars)])
    let picture = try chart.svg(identifier: "f")
    let green = try #require(picture.split(separator: "\n").first { $0.contains("fill=\"var(--c3,") })
    // Two bars of one colour are one path: half the panel's height up, and all of the other half down.
    #expect(green.count { $0 == "z" } == 2)
    #expect(picture.contains("<path fill=\"var(--muted,"))
    let scene = try chart.scene()
    let panel = try #require(scene.panels.first)
    let values = scene.texts.filter { $0.role == .value }
    #expect(values.map(\.string) == ["0.5", "−0.5", "−7"])
    #expect(values[0].box.maxY < panel.y + panel.height / 2)
    #expect(values[1].box.y > panel.y + panel.height / 2)
    #expect(values.allSatisfy { panel.contains($0.box) })
  }

  @Test func categoryNamesAreWrappedThenTurnedThenThinned() throws {
    func ticks(_ name: String) throws -> [PlacedText] {
      let named = try #require(Gallery.charts.first { $0.name == name })
      return try named.chart.scene().texts.filter { $0.role == .tick }
    }
    #expect(try ticks("long names").contains { $0.string == "from disk" })
    #expect(try ticks("thirty bars").count { $0.angle == -45 } == 30)
    let thinned = try ticks("two hundred bars").filter { $0.angle != 0 }
    #expect(thinned.count > 10 && thinned.count < 100)
  }

  @Test func aTextMarkStandsBesideThePointThatItNames() throws {
    let points = Points(x: [0, 1, 2], y: [0, 1, 2])
    let chart = Chart(marks: [.points(points), .text(Text(x: 1, y: 1, "middle", anchor: .start))])
    let scene = try chart.scene()
    let text = try #require(scene.texts.first { $0.role == .note })
    let panel = try #require(scene.panels.first)
    #expect(text.box.x > panel.x + panel.width / 2 + 4)
  }

  @Test func aTextMarkOutsideTheRangeIsNotDrawn() throws {
    let chart = Chart(
      x: Axis(range: 0...1), y: Axis(range: 0...1),
      marks: [.text(Text(x: 0.5, y: 0.5, "in")), .text(Text(x: 5, y: 0.5, "out"))])
    #expect(try chart.scene().texts.filter { $0.role == .note }.map(\.string) == ["in"])
  }
}
