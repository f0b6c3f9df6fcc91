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
    verdict =
      isStuck
      ? "the best point of the grid, where there is no derivative to go by" : found.verdict.description
  }
}
