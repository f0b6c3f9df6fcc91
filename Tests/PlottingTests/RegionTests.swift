import Glibc
import Plotting
import Testing

/// The regions of classifiers: traced outlines, drawn shades, words, mistakes.
@Suite struct RegionTests {
  /// The area within outlines whose grid points stand at whole numbers, by the shoelace formula: holes count negative.
  private func area(_ outlines: [[RegionTracing.Corner]], columns: Int) -> Double {
    func place(_ corner: RegionTracing.Corner) -> Point {
      let (first, second) = (corner.first, corner.second)
      let (x, y) = (Double(first % columns), Double(first / columns))
      return Point(
        x + (Double(second % columns) - x) * corner.share, y + (Double(second / columns) - y) * corner.share)
    }
    return outlines.reduce(0) { sum, outline in
      let points = outline.map(place)
      return sum
        + zip(points, points.dropFirst() + points.prefix(1)).reduce(0) { $0 + cross($1.0, $1.1) } / 2
    }
  }

  private func cross(_ one: Point, _ other: Point) -> Double { one.x * other.y - other.x * one.y }

  private func outlines(_ rows: [[Double]], at level: Double) -> [[RegionTracing.Corner]] {
    RegionTracing.outlines(
      columns: rows.first?.count ?? 0, rows: rows.count, values: rows.flatMap(\.self), level: level)
  }

  // Each area is that of the polygon drawn by hand on paper, with crossings halfway between 0 and 1.
  @Test(arguments: [
    ([[1.0, 1], [1, 1]], 1.0, 1), ([[0, 0], [0, 0]], 0, 0), ([[1, 0], [0, 0]], 0.125, 1),
    ([[0, 1], [1, 1]], 0.875, 1), ([[1, 1], [0, 0]], 0.5, 1),
    // One outline through both corners, as the middle, 0.5, reaches the level.
    ([[1, 0], [0, 1]], 0.75, 1),
    // A diamond about the middle point, and the same as a hole.
    ([[0, 0, 0], [0, 1, 0], [0, 0, 0]], 0.5, 1), ([[1, 1, 1], [1, 0, 1], [1, 1, 1]], 3.5, 2),
  ])
  func outlinesEncloseWhatIsReached(_ rows: [[Double]], _ expected: Double, _ count: Int) {
    let outlines = outlines(rows, at: 0.5)
    #expect(outlines.count == count)
    #expect(area(outlines, columns: rows[0].count) == expected)
  }

  @Test func aSaddleWhoseMiddleIsLowFallsApart() {
    let outlines = outlines([[0.9, 0], [0, 0.9]], at: 0.5)
    // Two triangles with sides of (0.9 − 0.5)/0.9 of a cell.
    #expect(outlines.count == 2)
    #expect((area(outlines, columns: 2) - 16.0 / 81).magnitude < 1e-15)
  }

  @Test func cellsWithoutANumberStayEmpty() {
    var rows = Array(repeating: Array(repeating: 1.0, count: 5), count: 5)
    rows[2][2] = .nan
    // Of 16 cells, the four about the point are left out.
    #expect(area(outlines(rows, at: 0.5), columns: 5) == 12)
    rows[2][2] = 1
    rows[0][0] = .infinity
    rows[4][4] = -.infinity
    #expect(area(outlines(rows, at: 0.5), columns: 5) == 14)
  }

  @Test func cellsThatTouchInAPointAreAllOutlined() {
    var rows = Array(repeating: Array(repeating: 1.0, count: 3), count: 3)
    rows[0][2] = .nan
    rows[2][0] = .nan
    #expect(area(outlines(rows, at: 0.5), columns: 3) == 2)
  }

  @Test func aGridWithoutCellsHasNoOutlines() {
    for rows in [[], [[]], [[1.0]], [[1, 1, 1]], [[1], [1]]] { #expect(outlines(rows, at: 0.5).isEmpty) }
    #expect(RegionTracing.outlines(columns: 2, rows: 2, values: [1], level: 0).isEmpty)
  }

  /// What is above and what is not above a level fills the grid, whatever the numbers are.
  @Test func aRegionAndItsComplementFillTheGrid() {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<50 {
      let (columns, rows) = (2 + numbers.next(below: 7), 2 + numbers.next(below: 7))
      let values = (0..<(columns * rows)).map { _ in numbers.next() }
      let cells = Double((columns - 1) * (rows - 1))
      let above = RegionTracing.outlines(columns: columns, rows: rows, values: values, level: 0.45)
      let below = RegionTracing.outlines(
        columns: columns, rows: rows, values: values.map { -$0 }, level: -0.45)
      #expect((area(above, columns: columns) + area(below, columns: columns) - cells).magnitude < 1e-12)
    }
  }

  // MARK: Pictures

  static let axis = (0..<48).map { Double($0) / 8 }
  static let down = (0..<36).map { Double($0) / 9 }

  /// A classifier with linear scores.
  static func linear(_ scores: [(x: Double, y: Double, bias: Double)], sharpness: Double = 1) -> [[Double]] {
    let points = down.flatMap { y in axis.map { (x: $0, y: y) } }
    let weights = points.map { point in
      scores.map { exp(sharpness * ($0.x * point.x + $0.y * point.y + $0.bias)) }
    }
    return scores.indices.map { index in weights.map { $0[index] / $0.reduce(0, +) } }
  }

  static let cities = Regions(
    x: axis, y: down, probabilities: linear([(3, -2, -8), (-1, 3, -4), (-1, -1, 4)]),
    labels: ["Madrid", "Paris", "Berlin"])

  private func paths(_ regions: Regions) throws -> [Substring] {
    let picture = try Chart(marks: [.regions(regions)]).svg(identifier: "f")
    #expect(flaws(inXML: picture) == [])
    return picture.split(separator: "\n").filter {
      $0.hasPrefix("<path") && $0.contains("fill-opacity=\".15\"")
    }
  }

  @Test func allShadesOfAClassTakeLessThanTwoKilobytes() throws {
    let paths = try paths(Self.cities)
    #expect(paths.count == 12)
    for color in ["--c1", "--c2", "--c3"] {
      let own = paths.filter { $0.contains("fill=\"var(\(color),") }
      #expect(own.count == 4)
      #expect(own.reduce(0) { $0 + $1.utf8.count } < 2_000)
    }
  }

  @Test func aStraightBorderIsAStraightLine() throws {
    // The probability 1/(1 + exp(6 − 4x)) depends on x alone: each shade is a rectangle, from 4 corners.
    let regions = Regions(
      x: Self.axis, y: Self.down, probabilities: Self.linear([(4, 0, -6), (0, 0, 0)]), labels: ["a", "b"])
    for path in try paths(regions) {
      #expect(path.contains(/\sd="m[-\d. ]+[hv][-\d.]+[hv][-\d.]+[hv][-\d.]+z"/))
    }
  }

  @Test func aConstantClassFillsThePanelAndAnImpossibleOneNothing() throws {
    let regions = Regions(
      x: [0, 1], y: [0, 1], probabilities: [[1, 1, 1, 1], [0, 0, 0, 0]], labels: ["all", "none"])
    #expect(try paths(regions).count == 4)
    #expect(try paths(Regions(x: [0, 1], y: [0], probabilities: [[1, 1]], labels: ["flat"])).isEmpty)
    #expect(try paths(Regions(x: [], y: [], probabilities: [[]], labels: ["empty"])).isEmpty)
  }

  @Test func oneLegendNamesRegionsAndTheirPoints() throws {
    let points = Mark.points(Points(x: [1, 2], y: [1, 2], label: "Paris"))
    let chart = Chart(marks: [.regions(Self.cities), points])
    let scene = try chart.scene()
    #expect(scene.texts.filter { $0.role == .legend }.map(\.string) == ["Madrid", "Paris", "Berlin"])
    let picture = try chart.svg(identifier: "f")
    // The points take the colour of their class, and a rim of the page's.
    #expect(picture.contains("stroke=\"var(--c2,#d4380d)\""))
    #expect(picture.contains("stroke=\"var(--paper,#ffffff)\""))
  }

  @Test func moreClassesThanColoursAreNamedInPlace() throws {
    func scene(_ count: Int) throws -> Scene {
      let scores = (0..<count).map { index in
        let turn = Double(index) / Double(count) * 2 * Double.pi
        return (x: cos(turn), y: sin(turn), bias: -3 * cos(turn) - 2 * sin(turn))
      }
      let regions = Regions(
        x: Self.axis, y: Self.down, probabilities: Self.linear(scores, sharpness: 8),
        labels: (1...count).map { "class \($0)" })
      return try Chart(marks: [.regions(regions)]).scene()
    }
    #expect(try scene(8).texts.allSatisfy { $0.role != .note })
    let ten = try scene(10)
    #expect(ten.texts.count { $0.role == .note } == 10)
    #expect(faults(in: ten) == [])
  }

  @Test(arguments: [Axis.ScaleKind.linear, .logarithmic])
  func regionsAreCutOffAtThePanel(_ scale: Axis.ScaleKind) throws {
    var regions = Self.cities
    regions.x = regions.x.map { $0 + 1 }
    let chart = Chart(x: Axis(scale: scale, range: 2...4), marks: [.regions(regions)])
    let picture = try chart.svg(identifier: "f")
    let shades = picture.split(separator: "\n").filter { $0.contains("fill-opacity=\".15\"") }
    #expect(!shades.isEmpty && shades.allSatisfy { $0.contains("clip-path=\"url(#f-clip-1)\"") })
  }

  // MARK: Words

  @Test func sharesOfTheAreaAreTold() {
    let regions = Regions(
      x: [0, 1, 2], y: [0, 1],
      probabilities: [[0.9, 0.4, 0.2, 0.9, 0.5, 0.2], [0.1, 0.6, 0.8, 0.1, 0.5, 0.8]],
      labels: ["a", "b"])
    // A point of the middle column stands for a quarter of the area, one of the others for an eighth.
    #expect(
      Chart(marks: [.regions(regions)]).description
        == "Map of classes. Horizontal axis: from 0 to 2. Vertical axis: from 0 to 1. "
        + "Regions of 2 classes over 3 by 2 points, by the share of the area where a class is the most "
        + "probable: “a” on 25%, “b” on 50% and none on 25%.")
    var uneven = regions
    uneven.x = [1, 10, 100]
    #expect(
      Chart(x: Axis(scale: .logarithmic), marks: [.regions(uneven)]).description
        .hasSuffix("“a” on 25%, “b” on 50% and none on 25%."))
    var missing = regions
    missing.probabilities[0] = Array(repeating: .nan, count: 6)
    #expect(
      Chart(marks: [.regions(missing)]).description
        .hasSuffix("Regions of 2 classes over 3 by 2 points: no data."))
    missing.probabilities = [[1], []]
    #expect(Chart(marks: [.regions(missing)]).description.hasSuffix("no data."))
  }

  // MARK: Mistakes

  static let broken: [(change: @Sendable (inout Regions) -> Void, message: String)] = [
    ({ $0.labels = ["a"] }, "mark 1 (regions) has 3 classes but 1 labels; each class needs one"),
    ({ $0.labels = ["a", "b", "a"] }, "mark 1 (regions) has the class “a” twice"),
    (
      { $0.colors = [.ink] },
      "mark 1 (regions) has 3 classes but 1 colours; there must be as many of both"
    ),
    (
      { $0.probabilities[1].removeLast() },
      "mark 1 (regions) has 48 x and 36 y positions but 1727 probabilities of “Paris”; "
        + "their product must be the number of probabilities"
    ),
    (
      { $0.probabilities[0][2] += 0.5 },
      "mark 1 (regions) has probabilities that add to 1.5 at grid point 3; those of all classes must add to 1"
    ),
    (
      {
        $0.probabilities[0][0] = -1
        $0.probabilities[1][0] = 2
      }, "mark 1 (regions) has the probability −1 at grid point 1"
    ),
    (
      { $0.x[1] = $0.x[0] },
      "the horizontal positions of mark 1 (regions) must grow from entry to entry; entry 2 does not"
    ),
    (
      { $0.y[0] = .nan },
      "the vertical positions of mark 1 (regions) must grow from entry to entry; entry 1 does not"
    ),
    (
      { $0.levels = (0..<65).map(Double.init) }, "the chart has 65 levels; at most 64 are drawn"
    ),
    (
      {
        $0.probabilities = Array(repeating: [], count: 17)
        $0.labels = (0..<17).map(String.init)
      }, "the chart has 17 classes in mark 1 (regions); at most 16 are drawn"
    ),
    (
      { $0.x = (0..<250_001).map(Double.init) },
      "the chart has 250,001 columns in mark 1 (regions); at most 250,000 are drawn"
    ),
  ]

  @Test(arguments: 0..<11) func mistakesAreNamed(_ row: Int) {
    var regions = Self.cities
    Self.broken[row].change(&regions)
    let error = #expect(throws: ChartError.self) {
      try Chart(marks: [.regions(regions)]).svg(identifier: "f")
    }
    #expect(error?.description == Self.broken[row].message)
    #expect(Self.broken.count == 11)
  }

  @Test func strangeLevelsAndNumbersDoNoHarm() throws {
    var regions = Self.cities
    regions.levels = [.nan, .infinity, -1e308, 0, 0, 1, 1e308]
    #expect(try paths(regions).count > 0)
    regions.levels = []
    #expect(try paths(regions).isEmpty)
    regions = Self.cities
    for place in stride(from: 0, to: regions.probabilities[0].count, by: 2) {
      regions.probabilities[place % 3][place] = .nan
    }
    #expect(try paths(regions).allSatisfy { !$0.contains("nan") })
  }
}
