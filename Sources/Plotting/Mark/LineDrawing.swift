extension PanelPainter {
  /// Draws a line, without the points that nobody would miss.
  mutating func draw(_ line: Line, _ style: SeriesPlan.Style) {
    let points = zip(line.x, line.y).map { frame.point($0, $1) }
    var path = PathData()
    let simplification = LineSimplification(tolerance: 0.1)
    for run in runs(points) {
      path.polyline(simplification.simplified(LineSimplification.thinned(run)))
      placer.avoid(samples(run))
    }
    var shape = Shape.stroked(path, style.ink, width: min(max(line.width.isFinite ? line.width : 2, 0.5), 20))
    shape.dash = style.dash.lengths(width: shape.width)
    shape.hasRoundEnds = shape.dash.isEmpty
    if isOverCells {
      var rim = Shape.stroked(path, .paper, width: shape.width + 2.5)
      rim.hasRoundEnds = true
      add(rim)
    }
    add(shape)
    let visible = points.compacted.last { frame.rectangle.grown(by: 1).contains($0) }
    if let label = line.label, let point = visible {
      note(.init(label: label, ink: style.ink, point: point))
    }
  }

  /// Draws a band and its two edges.
  mutating func draw(_ area: Area, _ style: SeriesPlan.Style) {
    let simplification = LineSimplification(tolerance: 0.1)
    var (band, edges) = (PathData(), PathData())
    let pairs = area.x.indices.map { index -> (Point, Point)? in
      guard let low = frame.point(area.x[index], area.lower[index]),
        let high = frame.point(area.x[index], area.upper[index])
      else { return nil }
      return (low, high)
    }
    for run in runs(pairs) {
      let low = simplification.simplified(LineSimplification.thinned(run.map(\.0)))
      let high = simplification.simplified(LineSimplification.thinned(run.map(\.1)))
      band.polygon(high + low.reversed())
      edges.polyline(low)
      edges.polyline(high)
    }
    var fill = Shape.filled(band, style.ink)
    fill.opacity = 0.2
    add(fill)
    add(.stroked(edges, style.ink, width: 0.75))
  }

  /// The pieces between gaps.
  func runs<Element>(_ elements: [Element?]) -> [[Element]] {
    elements.split { $0 == nil }.map { $0.compactMap { $0 } }
  }

  /// Places along a line, close enough that words are not set across its long straight pieces.
  private func samples(_ points: [Point]) -> [Point] {
    guard points.count > 1, points.count < 200 else { return points }
    return zip(points, points.dropFirst()).flatMap { start, end in
      let count = min(40, max(1, Int(start.distance(to: end) / 8)))
      return (0...count).map { step in
        let share = Double(step) / Double(count)
        return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
      }
    }
  }
}

extension Array where Element == Point? {
  /// The places without the gaps.
  var compacted: [Point] { compactMap { $0 } }
}
