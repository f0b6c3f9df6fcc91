/// The outlines of points.
enum PointShapes {
  /// One path for many points; radii are matched so that all outlines look equally large.
  static func shape(_ points: [Point], _ outline: Points.Shape, radius: Double, ink: Ink) -> Shape {
    var path = PathData()
    if outline == .circle {
      points.forEach { path.dot(at: $0) }
      var shape = Shape.stroked(path, ink, width: radius * 2)
      shape.hasRoundEnds = true
      return shape
    }
    if outline == .cross {
      for point in points {
        path.move(to: Point(point.x - radius, point.y - radius))
        path.line(to: Point(point.x + radius, point.y + radius))
        path.move(to: Point(point.x - radius, point.y + radius))
        path.line(to: Point(point.x + radius, point.y - radius))
      }
      return .stroked(path, ink, width: max(1.25, radius * 0.5))
    }
    let corners = corners(outline, radius)
    for point in points { path.polygon(corners.map { Point(point.x + $0.x, point.y + $0.y) }) }
    return .filled(path, ink)
  }

  /// What sets points off from what they lie on: their outlines, in the page's colour and wider.
  static func rim(_ points: [Point], _ outline: Points.Shape, radius: Double) -> Shape {
    var shape = shape(points, outline, radius: radius, ink: .paper)
    shape.width = (shape.stroke == nil ? 0 : shape.width) + 2 * 1.5
    shape.stroke = .paper
    shape.fill = nil
    return shape
  }

  private static func corners(_ outline: Points.Shape, _ radius: Double) -> [Point] {
    switch outline {
    case .square:
      let half = radius * 0.89
      return [Point(-half, -half), Point(half, -half), Point(half, half), Point(-half, half)]
    case .triangle:
      let (half, up, down) = (radius * 1.2, radius * 1.25, radius * 0.83)
      return [Point(0, -up), Point(half, down), Point(-half, down)]
    default:
      let half = radius * 1.26
      return [Point(0, -half), Point(half, 0), Point(0, half), Point(-half, 0)]
    }
  }
}
