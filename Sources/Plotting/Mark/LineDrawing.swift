extension PanelPainter {
  /// Draws a line, without the points that nobody would miss.
  mutating func draw(_ line: Line, _ style: SeriesPlan.Style) {
    let points = zip(line.x, line.y).map { frame.point($0, $1) }
    for run in runs(points) { placer.avoid(samples(run)) }
    if let progress = line.progress {
      for piece in pieces(line, progress) {
        let ink = piece.isReached ? style.ink : .background
        stroke(Array(points[piece.range]), ink, style, width: line.width)
      }
    } else {
      stroke(points, style.ink, style, width: line.width)
    }
    let visible = points.compacted.last { frame.rectangle.grown(by: 1).contains($0) }
    if let label = line.label, let point = visible {
      note(.init(label: label, ink: style.ink, point: point))
    }
  }

  /// Draws a line through places, with gaps where there is none.
  private mutating func stroke(_ points: [Point?], _ ink: Ink, _ style: SeriesPlan.Style, width: Double) {
    var path = PathData()
    let simplification = LineSimplification(tolerance: 0.1)
    for run in runs(points) {
      path.polyline(simplification.simplified(LineSimplification.thinned(run)))
    }
    var shape = Shape.stroked(path, ink, width: min(max(width.isFinite ? width : 2, 0.5), 20))
    shape.dash = style.dash.lengths(width: shape.width)
    shape.hasRoundEnds = shape.dash.isEmpty
    if isOverCells {
      var rim = Shape.stroked(path, .paper, width: shape.width + 2.5)
      rim.hasRoundEnds = true
      add(rim)
    }
    add(shape)
  }

  /// The pieces of a line between its stops, each from the last point of the one before.
  private func pieces(_ line: Line, _ progress: Line.Progress) -> [(range: ClosedRange<Int>, isReached: Bool)]
  {
    let count = min(line.x.count, line.y.count)
    let stops = Set(progress.stops.filter(\.isFinite)).sorted() + [.infinity]
    var (pieces, start, next) = ([(range: ClosedRange<Int>, isReached: Bool)](), 0, 0)
    for stop in stops where next < count {
      while next < count, !(line.x[next] > stop) { next += 1 }
      // A single point is the end of a piece, or the start of the next one.
      guard next - start > 1 else { continue }
      pieces.append((start...(next - 1), stop <= progress.reached || line.x[next - 1] <= progress.reached))
      start = next - 1
    }
    return pieces
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
    fill.opacity = Area.opacity
    add(fill)
    add(.stroked(edges, style.ink, width: Area.edgeWidth))
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
