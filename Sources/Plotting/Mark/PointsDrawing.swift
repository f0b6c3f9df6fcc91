extension PanelPainter {
  /// Draws points; of many that fall on the same half pixel, one.
  mutating func draw(_ points: Points, _ style: SeriesPlan.Style) {
    let visible = frame.rectangle.grown(by: 1)
    let places = zip(points.x, points.y).compactMap { frame.point($0, $1) }.filter(visible.contains)
    let drawn = places.count > 1_000 ? distinct(places) : places
    let wanted = points.radius.flatMap { $0.isFinite ? $0 : nil } ?? radius(for: drawn.count)
    let radius = min(max(wanted, 0.5), 40)
    if isOverCells { add(PointShapes.rim(drawn, style.shape, radius: radius), isWithin: true) }
    add(PointShapes.shape(drawn, style.shape, radius: radius, ink: style.ink), isWithin: true)
    placer.avoid(drawn)
  }

  private func radius(for count: Int) -> Double {
    switch count {
    case ...80: return 4
    case ...400: return 3
    case ...2_000: return 2
    default: return 1.25
    }
  }

  private func distinct(_ places: [Point]) -> [Point] {
    var seen: Set<Point> = []
    return places.map { Point(($0.x * 2).rounded() / 2, ($0.y * 2).rounded() / 2) }
      .filter { seen.insert($0).inserted }
  }
}
