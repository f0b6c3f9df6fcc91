import Glibc
import Plotting
import Testing

@Suite struct GeometryTests {
  private func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let square = dx * dx + dy * dy
    let share = square == 0 ? 0 : ((point.x - start.x) * dx + (point.y - start.y) * dy) / square
    let (x, y) = (start.x + min(max(share, 0), 1) * dx, start.y + min(max(share, 0), 1) * dy)
    return hypot(point.x - x, point.y - y)
  }

  @Test func aSimplifiedLinePassesEveryPointWithinTheTolerance() throws {
    var numbers = SeededNumbers(seed: 5)
    for roughness in [0.0, 0.01, 0.1, 1, 30] {
      let points = (0..<500).map {
        Point(Double($0), 100 * sin(Double($0) / 60) + roughness * numbers.next())
      }
      let kept = LineSimplification(tolerance: 0.1).simplified(points)
      #expect(kept.first == points.first && kept.last == points.last)
      for point in points {
        let nearest = zip(kept, kept.dropFirst()).map { distance(point, $0, $1) }.min()
        #expect(try #require(nearest) <= 0.2 + 1e-9, "roughness \(roughness)")
      }
    }
  }

  @Test func pointsOnAStraightLineVanishAndTurningPointsStay() {
    let straight = (0...1000).map { Point(Double($0), Double($0) / 2) }
    #expect(LineSimplification(tolerance: 0.1).simplified(straight) == [straight[0], straight[1000]])
    let turning = [Point(0, 0), Point(5, 0), Point(10, 0), Point(4, 0)]
    #expect(LineSimplification(tolerance: 0.1).simplified(turning) == [turning[0], turning[2], turning[3]])
    #expect(LineSimplification(tolerance: 0.1).simplified([]).isEmpty)
  }

  @Test func thinningKeepsTheExtremesOfEachHalfPixel() {
    let points = (0..<10_000).map { Point(Double($0) / 1000, Double(($0 * 7919) % 10_007)) }
    let thinned = LineSimplification.thinned(points)
    #expect(thinned.count <= 4 * 21)
    #expect(thinned.map(\.y).max() == points.map(\.y).max())
    #expect(thinned.map(\.y).min() == points.map(\.y).min())
  }

  @Test func theContourOfACircleIsOneLoopOfItsRadius() throws {
    let axis = (0...40).map { Double($0) / 10 - 2 }
    let values = axis.flatMap { y in axis.map { x in x * x + y * y } }
    let lines = ContourTracing(columns: 41, rows: 41, values: values).lines(at: 1)
    let loop = try #require(lines.first)
    #expect(lines.count == 1)
    #expect(loop.first?.first == loop.last?.first && loop.first?.second == loop.last?.second)
    for crossing in loop {
      let (first, second) = (crossing.first, crossing.second)
      let x = axis[first % 41] + (axis[second % 41] - axis[first % 41]) * crossing.share
      let y = axis[first / 41] + (axis[second / 41] - axis[first / 41]) * crossing.share
      // Linear interpolation of x² over a step of h is off by at most h²/4, and r by half of that: 0.00125.
      #expect((hypot(x, y) - 1).magnitude < 0.001_26)
    }
  }

  @Test func aSaddleIsCrossedByTwoLinesAndHolesByNone() {
    #expect(ContourTracing(columns: 2, rows: 2, values: [1, 0, 0, 1]).lines(at: 0.5).count == 2)
    #expect(ContourTracing(columns: 2, rows: 2, values: [1, .nan, 0, 1]).lines(at: 0.5).isEmpty)
    #expect(ContourTracing(columns: 0, rows: 0, values: []).lines(at: 0.5).isEmpty)
  }
}
