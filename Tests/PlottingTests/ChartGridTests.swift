import Plotting
import Testing

/// Several charts in one picture.
@Suite struct ChartGridTests {
  /// A step of training: a map, lines, bars and a loss.
  private func training(_ shift: Double = 0) -> ChartGrid {
    var regions = RegionTests.cities
    regions.probabilities = RegionTests.linear([(3, -2, -8 + shift), (-1, 3, -4), (-1, -1, 4)])
    let names = regions.labels
    let points = names.enumerated().map { index, name in
      Mark.points(Points(x: [1 + Double(index)], y: [1], label: name))
    }
    let map = Chart(
      title: "Map", x: Axis("longitude", unit: "°"), y: Axis("latitude", unit: "°"),
      marks: [.regions(regions)] + points, size: Chart.Size(width: 320, height: 260))
    let lines = Chart(
      title: "Neurons", x: Axis("longitude", range: 0...6), y: Axis("output", range: -5...5),
      marks: names.enumerated().map { index, name in
        .line(Line(x: [0, 6], y: [shift, Double(index)], label: name, dash: .solid))
      }, size: Chart.Size(width: 320, height: 260))
    let bars = Chart(
      title: "Gradient", y: Axis("gradient", range: -1...1),
      marks: [
        .bars(
          Bars(["m₁", "m₂", "m₃"], values: [0.5, -0.25, 2], colors: [.series(0), .series(1), .series(2)]))
      ], size: Chart.Size(width: 200, height: 200))
    let loss = Chart(
      title: "Loss", x: Axis("step", scale: .steps, range: 0...20), y: Axis("loss", range: 0...2),
      marks: [.line(Line(x: [0, 1, 2], y: [1.5, 1, 0.5]))], size: Chart.Size(width: 440, height: 200))
    return ChartGrid(rows: [[map, lines], [bars, loss]])
  }

  /// All panels at their places in the whole picture.
  private func panels(_ scene: Scene) -> [Rectangle] {
    scene.parts.flatMap { part in
      part.scene.panels.map {
        Rectangle(x: part.origin.x + $0.x, y: part.origin.y + $0.y, width: $0.width, height: $0.height)
      }
    }
  }

  @Test func chartsStandSideBySideAndTheirPanelsOnOneLine() throws {
    let scene = try training().scene()
    let panels = panels(scene)
    #expect(scene.width == 640)
    #expect(panels.count == 4)
    for (left, right) in [(0, 1), (2, 3)] {
      #expect(panels[left].y == panels[right].y)
      #expect(panels[left].maxY == panels[right].maxY)
      #expect(panels[left].maxX < panels[right].x)
    }
    #expect(panels[0].maxY < panels[2].y)
    // 640 pixels without a gap of 24, as 200 to 440.
    #expect(scene.parts.map(\.scene.width) == [308, 308, 192, 423])
    #expect(faults(in: scene) == [])
    for part in scene.parts { #expect(faults(in: part.scene) == []) }
  }

  @Test func oneLegendNamesAllAndAlike() throws {
    let scene = try training().scene()
    #expect(scene.texts.filter { $0.role == .legend }.map(\.string) == ["Madrid", "Paris", "Berlin"])
    for part in scene.parts {
      #expect(part.scene.texts.allSatisfy { $0.role != .legend && $0.role != .seriesName })
    }
    let picture = try training().svg(identifier: "f")
    // The second class is the second colour in its region, its point, its line and its bar.
    let second = picture.split(separator: "\n").filter { $0.hasPrefix("<path") && $0.contains("var(--c2,") }
    #expect(second.count { $0.contains("fill-opacity=\".15\"") } == 4)
    #expect(second.count { $0.contains("stroke=\"var(--c2") } == 1)
    #expect(second.count { $0.contains("fill=\"var(--c2") && !$0.contains("fill-opacity") } == 3)
  }

  @Test func thePictureIsOneWithItsOwnIdentifiers() throws {
    let picture = try training().svg(identifier: "f")
    #expect(flaws(inXML: picture) == [])
    #expect(picture.matches(of: /<style>/).count == 1)
    #expect(picture.contains("min-width:544px"))
    let ids = picture.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("f") })
    let uses = Set(picture.matches(of: /url\(#([^)]+)\)/).map { String($0.1) })
    #expect(!uses.isEmpty && uses.isSubset(of: ids))
    #expect(try picture == training().svg(identifier: "f"))
  }

  @Test func theDescriptionTellsEachChart() {
    let description = training().description
    #expect(description.hasPrefix("4 charts. Chart 1, “Map”: Regions: “Madrid” 33%"))
    #expect(
      description.contains("Chart 4, “Loss”: Horizontal axis: step, from 0 to 20. Line: from 1.5 to 0.5."))
    #expect(description.contains("Bars: m₁ 0.5, m₂ −0.25 and m₃ 2."))
    // Four charts share what a listener keeps in mind.
    #expect(description.split(separator: " ").count <= 70)
  }

  @Test func whatChangesLeavesAxesWhereTheyAre() throws {
    let scenes = try [0.0, 1, 4].map { try training($0).scene() }
    #expect(Set(scenes.map(\.height)).count == 1)
    for scene in scenes { #expect(panels(scene) == panels(scenes[0])) }
    let words = Set(scenes.map { scene in scene.parts.map { $0.scene.texts.filter { $0.role == .tick } } })
    #expect(words.count == 1)
  }

  @Test(arguments: Gallery.charts) func everyChartHasAPlace(_ named: NamedChart) throws {
    let other = Gallery.noisyLine
    let scene = try ChartGrid(title: "Two", rows: [[named.chart, other], [named.chart]], width: 700).scene()
    #expect(scene.parts.count == 3)
    for part in scene.parts { #expect(faults(in: part.scene) == []) }
    #expect(faults(in: scene) == [])
  }

  @Test(arguments: [-1, 0, 100, 5_000, Double.nan, .infinity])
  func unusableWidthsAreRefused(_ width: Double) {
    #expect(throws: ChartError.self) { try ChartGrid(rows: [[Chart()]], width: width).svg(identifier: "f") }
  }

  @Test func whatIsNoGridIsRefused() {
    for rows in [[], [[]], Array(repeating: [Chart()], count: 65)] {
      #expect(throws: ChartError.self) { try ChartGrid(rows: rows).svg(identifier: "f") }
    }
    // Eight charts in 640 pixels are too narrow to be read.
    let row = Array(repeating: Chart(), count: 8)
    #expect(throws: ChartError.self) { try ChartGrid(rows: [row]).svg(identifier: "f") }
    let identifier = #expect(throws: ChartError.self) {
      try ChartGrid(rows: [[Chart()]]).svg(identifier: "1")
    }
    #expect(identifier == .unusableIdentifier("1"))
    var odd = Chart()
    odd.size.width = .nan
    #expect(throws: ChartError.self) { try ChartGrid(rows: [[odd, Chart()]]).svg(identifier: "f") }
    #expect(throws: Never.self) { try ChartGrid(rows: [[], [Chart()]]).svg(identifier: "f") }
  }
}
