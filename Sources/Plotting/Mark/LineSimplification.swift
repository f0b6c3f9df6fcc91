import Glibc

/// Leaves out points of a line whose absence nobody can see, in time proportional to their number.
package struct LineSimplification {
  /// How far the drawn line may pass from a point that was left out, in pixels.
  package let tolerance: Double

  /// Simplifies to within a tolerance.
  package init(tolerance: Double) {
    self.tolerance = tolerance
  }

  /// The points that are kept, always with the first and the last.
  ///
  /// From the last kept point, every later point opens a wedge of directions that pass it within the
  /// tolerance. As long as the wedges meet and the points move away, one straight line serves them all.
  package func simplified(_ points: [Point]) -> [Point] {
    guard let first = points.first else { return [] }
    var kept = [first]
    var wedge = Wedge(from: first, tolerance: tolerance)
    var previous = first
    for point in points.dropFirst() {
      if !wedge.admits(point) {
        if previous != kept[kept.count - 1] { kept.append(previous) }
        wedge = Wedge(from: previous, tolerance: tolerance)
      }
      wedge.narrow(to: point)
      previous = point
    }
    if points.count > 1 { kept.append(previous) }
    return kept
  }

  /// The same line with at most four points in each half pixel of width: first, lowest, highest and last.
  ///
  /// It keeps every extreme, and only matters for lines with many more points than pixels.
  package static func thinned(_ points: [Point]) -> [Point] {
    guard points.count > 4_000 else { return points }
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x * 2).rounded(.down)
      var end = start + 1
      while end < points.count, (points[end].x * 2).rounded(.down) == column { end += 1 }
      result.append(contentsOf: extremes(points[start..<end]))
      start = end
    }
    return result
  }

  private static func extremes(_ points: ArraySlice<Point>) -> [Point] {
    guard points.count > 4 else { return Array(points) }
    let (low, high) = points.indices.reduce((points.startIndex, points.startIndex)) { best, index in
      (
        points[index].y < points[best.0].y ? index : best.0,
        points[index].y > points[best.1].y ? index : best.1
      )
    }
    return Set([points.startIndex, low, high, points.endIndex - 1]).sorted().map { points[$0] }
  }
}

/// The directions from a point that pass near enough to all points seen so far.
private struct Wedge {
  let origin: Point
  let tolerance: Double
  /// The middle direction, from which the others are measured so that angles never wrap.
  private var axis: Double?
  private var lower = -Double.pi
  private var upper = Double.pi
  private var farthest = 0.0

  init(from origin: Point, tolerance: Double) {
    self.origin = origin
    self.tolerance = tolerance
  }

  /// Whether a straight line to the point passes all points before it near enough.
  func admits(_ point: Point) -> Bool {
    let distance = origin.distance(to: point)
    guard let axis else { return true }
    // Where the line turns back, its turning point is an extreme and must stay.
    guard distance >= farthest else { return false }
    let direction = relative(point, to: axis)
    return direction >= lower && direction <= upper
  }

  /// Notes a point that is passed.
  mutating func narrow(to point: Point) {
    let distance = origin.distance(to: point)
    guard distance > tolerance else { return }
    let half = asin(min(1, tolerance / distance))
    let axis = self.axis ?? atan2(point.y - origin.y, point.x - origin.x)
    self.axis = axis
    let direction = relative(point, to: axis)
    lower = max(lower, direction - half)
    upper = min(upper, direction + half)
    farthest = max(farthest, distance)
  }

  private func relative(_ point: Point, to axis: Double) -> Double {
    let angle = atan2(point.y - origin.y, point.x - origin.x) - axis
    return angle - (angle / (2 * .pi)).rounded() * 2 * .pi
  }
}
