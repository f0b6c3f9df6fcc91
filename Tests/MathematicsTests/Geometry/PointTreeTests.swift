import Mathematics
import Testing

@Suite struct PointTreeTests {
  @Test(arguments: [(300, 1), (300, 2), (500, 3), (200, 6), (3, 2), (2, 4)])
  func nearestDistancesAreThoseOfTheExhaustiveSearch(count: Int, width: Int) throws {
    let points = try scatter(count, width, seed: 4)
    let exhaustive = try nearestNeighbours(of: points, count: 1).distances.values
    let found = try PointTree(points).nearestDistances(cores: 2)
    #expect(found.count == count)
    for (one, other) in zip(found, exhaustive) { #expect(abs(one - other) <= 1e-15) }
    #expect(try PointTree(points).nearestDistances() == found)
  }

  @Test(arguments: [1, 2, 3])
  func onATorusTheNearestImageCounts(width: Int) throws {
    var generator = Xoshiro256StarStar(seed: 5)
    let points = try PointCloud.cube.points(60, dimension: width, using: &generator)
    let found = try PointTree(points, isPeriodic: true).nearestDistances()
    #expect(found.count == 60)
    for row in 0..<60 {
      let squares = (0..<60).filter { $0 != row }.map { other in
        (0..<width).reduce(0.0) { sum, axis in
          let difference = abs(points[row, axis] - points[other, axis])
          let around = min(difference, 1 - difference)
          return sum + around * around
        }
      }
      #expect(abs(found[row] - (squares.min() ?? 0).squareRoot()) <= 1e-15)
    }
  }

  @Test func copiesAreAtNoDistanceAndASinglePointHasNoOther() throws {
    #expect(try PointTree(Tensor.zeros([40, 2])).nearestDistances() == Array(repeating: 0, count: 40))
    #expect(try PointTree(Tensor([[0.5, 1]])).nearestDistances() == [.infinity])
    // Opposite sides of the unit cube are one place.
    let sides = try PointTree(Tensor([[0, 0.3], [1, 0.3]]), isPeriodic: true)
    #expect(sides.nearestDistances() == [0, 0])
  }

  @Test func whatIsNoCloudOfPoints() throws {
    #expect(throws: GeometryError.self) { try PointTree(Tensor.zeros([0, 2])) }
    #expect(throws: GeometryError.self) { try PointTree(Tensor.zeros([3, 0])) }
    #expect(throws: GeometryError.self) { try PointTree(Tensor([[0, .nan]])) }
    #expect(throws: GeometryError.self) { try PointTree(Tensor([[0, 1.5]]), isPeriodic: true) }
    #expect(throws: ShapeError.self) { try PointTree(Tensor([1, 2])) }
  }
}
