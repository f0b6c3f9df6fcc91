extension PanelPainter {
  /// How much of what lies behind each shade covers.
  private static let coverage = 0.15
  /// How far a drawn outline may pass from the traced one, in pixels.
  private static let tolerance = 0.2
  /// Smaller outlines, in square pixels, are specks of rounding.
  private static let leastArea = 1.0

  /// Draws the regions of all classes, of each from the widest to the most certain.
  mutating func draw(_ regions: Regions, _ styles: [SeriesPlan.Style]) {
    for (values, style) in zip(regions.knownProbabilities, styles) {
      for level in regions.drawnLevels {
        var path = PathData(unit: .tenths)
        for outline in outlines(regions, values, level) { path.polygon(outline) }
        var shape = Shape.filled(path, style.ink)
        shape.opacity = Self.coverage
        add(shape)
      }
    }
  }

  private func outlines(_ regions: Regions, _ values: [Double], _ level: Double) -> [[Point]] {
    let (xs, ys) = (regions.x.map { frame.x($0) }, regions.y.map { frame.y($0) })
    let outlines = RegionTracing.outlines(columns: xs.count, rows: ys.count, values: values, level: level)
    func point(_ index: Int) -> Point? {
      guard let x = xs[index % xs.count], let y = ys[index / xs.count] else { return nil }
      return Point(x, y)
    }
    return outlines.compactMap { outline in
      let points = outline.compactMap { corner -> Point? in
        guard let first = point(corner.first), let second = point(corner.second) else { return nil }
        return first.toward(second, corner.share)
      }
      let simple = Self.simplified(outline: points)
      return area(simple) >= Self.leastArea ? simple : nil
    }
  }

  /// An outline without the points that nobody would miss.
  private static func simplified(outline: [Point]) -> [Point] {
    guard let first = outline.first,
      // The point farthest from any other one is a corner, where the outline may begin and end.
      let start = outline.indices.max(by: {
        outline[$0].distance(to: first) < outline[$1].distance(to: first)
      })
    else { return [] }
    let turned = outline[start...] + outline[...start]
    return LineSimplification(tolerance: tolerance).simplified(Array(turned)).dropLast()
  }

  private func area(_ outline: [Point]) -> Double {
    guard let origin = outline.first else { return 0 }
    let pieces = zip(outline, outline.dropFirst()).map { start, end in
      (start.x - origin.x) * (end.y - origin.y) - (end.x - origin.x) * (start.y - origin.y)
    }
    return pieces.reduce(0, +).magnitude / 2
  }

  /// Names the regions where colours alone cannot: they repeat when there are more classes than colours.
  mutating func label(_ regions: Regions) {
    guard regions.labels.count > Palette.series.count else { return }
    var places = Array(repeating: [Point](), count: regions.labels.count)
    for place in 0..<(regions.x.count * regions.y.count) {
      let (row, column) = place.quotientAndRemainder(dividingBy: regions.x.count)
      guard let winner = regions.winner(at: place), let point = frame.point(regions.x[column], regions.y[row])
      else { continue }
      places[winner].append(point)
    }
    for (label, points) in zip(regions.labels, places) {
      let candidates = middlemost(points).map { point in
        let baseline = Point(point.x, point.y + PlacedText.Role.note.size * PlacedText.middle)
        return PlacedText(label, .note, at: baseline, anchor: .middle, ink: .ink, hasHalo: true)
      }
      if let placed = placer.place(candidates, within: frame.rectangle) { add(placed) }
    }
  }

  /// The places nearest to the middle of all, the nearest first.
  private func middlemost(_ points: [Point]) -> [Point] {
    let count = Double(max(points.count, 1))
    let middle = Point(points.reduce(0) { $0 + $1.x / count }, points.reduce(0) { $0 + $1.y / count })
    let nearest = points.enumerated().sorted { first, second in
      (first.element.distance(to: middle), first.offset) < (
        second.element.distance(to: middle), second.offset
      )
    }
    return nearest.prefix(Self.mostCandidates).map(\.element)
  }

  private static let mostCandidates = 40
}

extension Regions {
  /// The probabilities, without those of the grid points where a class has none.
  var knownProbabilities: [[Double]] {
    let count = x.count * y.count
    let isKnown = (0..<count).map { place in probabilities.allSatisfy { $0[place].isFinite } }
    guard isKnown.contains(false) else { return probabilities }
    return probabilities.map { values in values.indices.map { isKnown[$0] ? values[$0] : .nan } }
  }

  /// The class that is most probable at a grid point; nil where none is, or several are alike.
  func winner(at place: Int) -> Int? {
    var best: (index: Int, value: Double)?
    var isShared = false
    for (index, values) in probabilities.enumerated() {
      guard values[place].isFinite else { return nil }
      guard let found = best, values[place] <= found.value else {
        (best, isShared) = ((index, values[place]), false)
        continue
      }
      if values[place] == found.value { isShared = true }
    }
    return isShared ? nil : best?.index
  }
}

extension Point {
  /// The place a share of the way to another one.
  func toward(_ other: Point, _ share: Double) -> Point {
    Point(x + (other.x - x) * share, y + (other.y - y) * share)
  }
}
