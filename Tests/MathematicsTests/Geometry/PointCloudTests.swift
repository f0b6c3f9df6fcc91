import Mathematics
import Testing

@Suite struct PointCloudTests {
  @Test(arguments: [(PointCloud.gaussian, 3), (.cube, 3), (.ball, 3), (.sphere, 4), (.torus, 6)])
  func cloudsHaveTheirCoordinates(cloud: PointCloud, width: Int) throws {
    var generator = Xoshiro256StarStar(seed: 1)
    let points = try cloud.points(2000, dimension: 3, using: &generator)
    #expect(points.shape == [2000, width])
    let rows = (0..<2000).map { row in (0..<width).map { points[row, $0] } }
    for row in rows {
      let length = norm(row)
      switch cloud {
      case .gaussian: #expect(length.isFinite)
      case .cube: #expect(row.allSatisfy { 0 <= $0 && $0 < 1 })
      case .ball: #expect(length <= 1)
      case .sphere: #expect(abs(length - 1) <= 1e-15)
      case .torus:
        for pair in 0..<3 { #expect(abs(norm([row[2 * pair], row[2 * pair + 1]]) - 1) <= 1e-15) }
      }
    }
    // The middle is 0, of a cube ½; the deviation of the mean is at most 1 / √2000 = 0.022.
    let middle = mean(points.values)
    #expect(abs(middle - (cloud == .cube ? 0.5 : 0)) <= 0.05)
  }

  @Test func ballsAreFilledEvenly() throws {
    // Of a ball in 3 dimensions an eighth lies within half of the radius; the deviation of the share is 0.0074.
    var generator = Xoshiro256StarStar(seed: 2)
    let points = try PointCloud.ball.points(2000, dimension: 3, using: &generator)
    let near = (0..<2000).count { row in norm((0..<3).map { points[row, $0] }) < 0.5 }
    #expect(abs(Double(near) / 2000 - 0.125) <= 0.03)
  }

  @Test func cloudsWithoutDimensionOrBound() {
    var generator = Xoshiro256StarStar(seed: 1)
    #expect(throws: GeometryError.self) { try PointCloud.cube.points(5, dimension: 0, using: &generator) }
    #expect(throws: GeometryError.self) { try PointCloud.cube.points(-1, dimension: 2, using: &generator) }
    #expect(throws: GeometryError.self) {
      try PointCloud.sphere.points(.max, dimension: 2, using: &generator)
    }
  }

  @Test func placesOfARecurrenceFillTheCubeEvenly() {
    // Of the first n places the share below a bound is off by less than log(n) / n in one dimension.
    let line = AdditiveRecurrence(dimension: 1).points(1000)
    #expect(line.count == 1000 && line.allSatisfy { 0 <= $0 && $0 < 1 })
    for bound in stride(from: 0.1, to: 1, by: 0.1) {
      #expect(abs(Double(line.count { $0 < bound }) / 1000 - bound) <= 0.007)
    }
    // The mean of x² + y over the square is 1/3 + 1/2; 1000 random places would miss it by 0.013.
    let square = AdditiveRecurrence(dimension: 2, start: [0.1, 0.2]).points(1000)
    let values = stride(from: 0, to: 2000, by: 2).map { square[$0] * square[$0] + square[$0 + 1] }
    #expect(abs(mean(values) - 5.0 / 6) <= 0.004)
    #expect(AdditiveRecurrence(dimension: 3).points(0).isEmpty)
  }
}
