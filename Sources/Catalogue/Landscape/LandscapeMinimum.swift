import Engine
import Expressions
import Mathematics

/// The minimum within the ranges to which the search leads from the best point of the grid.
struct LandscapeMinimum {
  let point: [Double]
  let value: Double
  let isOnEdge: Bool
  let verdict: String

  init(_ surface: inout Surface, from grid: LandscapeGrid) throws {
    let ranges = surface.ranges.ranges
    let search = QuasiNewtonSearch(dimension: ranges.count, bounds: ranges)
    let found = search.minimum(from: grid.best) { place, slope in
      let point = ranges.indices.map { place[$0] }
      let gradient = try? surface.gradient(at: point)
      for index in ranges.indices { slope[index] = gradient?.slope[index] ?? .nan }
      return gradient?.value ?? .infinity
    }
    if let exhaustion = surface.exhaustion { throw exhaustion }
    guard found.verdict != .stepLimit else {
      throw LessonError.experiment(
        "the search for the minimum has not converged after \(found.steps) steps; the best it found is "
          + surface.ranges.described(found.point))
    }
    // Without a derivative at its start the search ends at once; the grid's point is the best that is known.
    let isStuck = found.verdict == .impossibleStart
    point = found.point
    value = isStuck ? grid.values.filter(\.isFinite).min() ?? .nan : found.value
    isOnEdge = zip(found.point, ranges).contains { $0 == $1.lowerBound || $0 == $1.upperBound }
    let isHeld = isOnEdge && Self.fallsBeyond(found.point, value, &surface, ranges)
    verdict =
      isStuck
      ? "the best point of the grid, where there is no derivative to go by"
      : isHeld ? "held by the edge of the range, beyond which the value falls on" : found.verdict.description
  }

  /// Whether the value falls further beyond an edge that a point lies on.
  private static func fallsBeyond(
    _ point: [Double], _ value: Double, _ surface: inout Surface, _ ranges: [ClosedRange<Double>]
  ) -> Bool {
    guard let slope = (try? surface.gradient(at: point))?.slope else { return false }
    return ranges.indices.contains { index in
      // As flat as the search asks for.
      let falls = 1e-6 * max(1, abs(value)) / max(1e-300, ranges[index].upperBound - ranges[index].lowerBound)
      return point[index] == ranges[index].lowerBound && slope[index] > falls
        || point[index] == ranges[index].upperBound && slope[index] < -falls
    }
  }
}
