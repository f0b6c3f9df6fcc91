import Mathematics
import Testing

@Suite struct NeighbourTests {
  @Test func distancesOfNearPointsDoNotCancel() throws {
    let points = try Tensor([[1e8, 1], [1e8 + 1e-7, 1], [1e8, 4]])
    let distances = try pairwiseDistances(points)
    // 1e8 + 1e-7 is stored as 1e8 + 7 · 2⁻²⁶.
    #expect(distances[0, 1] == 7 * 0x1p-26)
    #expect(distances[2, 0] == 3)
    #expect((0..<3).allSatisfy { distances[$0, $0] == 0 })
    #expect(try squaredDistances(points)[0, 2] == 9)
  }

  @Test func distancesNeitherOverflowNorVanish() throws {
    // Pythagorean triples, scaled.
    let huge = try Tensor([[0, 0], [0x3p900, 0x4p900]])
    #expect(try pairwiseDistances(huge)[0, 1] == 0x5p900)
    #expect(try squaredDistances(huge)[0, 1] == .infinity)
    let tiny = try Tensor([[0, 0], [0x3p-900, 0x4p-900]])
    #expect(try pairwiseDistances(tiny)[0, 1] == 0x5p-900)
    #expect(try nearestNeighbours(of: tiny, count: 1).distances[0, 0] == 0x5p-900)
  }

  @Test func distancesBetweenTwoSetsAreThoseOfTheDefinition() throws {
    let (points, others) = (try scatter(37, 5, seed: 1), try scatter(70, 5, seed: 2))
    let distances = try pairwiseDistances(points, others)
    #expect(distances.shape == [37, 70])
    for row in 0..<37 {
      for column in 0..<70 {
        let expected = norm((0..<5).map { points[row, $0] - others[column, $0] })
        #expect(abs(distances[row, column] - expected) <= 5 * expected.ulp)
      }
    }
  }

  @Test func neighboursAreThoseOfABruteSearch() throws {
    // sklearn.neighbors.NearestNeighbors(n_neighbors=3).fit(A).kneighbors(), A the scattered points.
    let points = try scatter(60, 5, seed: 1)
    let nearest = try nearestNeighbours(of: points, count: 3)
    #expect(nearest.indices[0..<9] == [55, 11, 17, 51, 45, 12, 52, 58, 19])
    let expected = [0.5223730546724689, 0.8320539404846545, 0.9104769202074035]
    for rank in 0..<3 { #expect(abs(nearest.distances[0, rank] - expected[rank]) <= 4e-16) }
    // Against sorting all distances, over more points than a block of tiles holds.
    let many = try scatter(2300, 2, seed: 4)
    let queries = try scatter(3, 2, seed: 5)
    let found = try nearestNeighbours(of: queries, among: many, count: 40)
    let distances = try pairwiseDistances(queries, many)
    for query in 0..<3 {
      let order = (0..<2300).sorted { (distances[query, $0], $0) < (distances[query, $1], $1) }
      #expect(Array(found.indices(of: query)) == Array(order[0..<40]))
    }
  }

  @Test func equallyFarPointsComeInTheirOrder() throws {
    let line = try Tensor((0..<100).map { [Double($0 % 10)] })
    let nearest = try nearestNeighbours(of: line, count: 12)
    // Nine copies of 5 at distance 0, then the first of the twenty at distance 1.
    #expect(Array(nearest.indices(of: 5)) == [15, 25, 35, 45, 55, 65, 75, 85, 95, 4, 6, 14])
    let same = try nearestNeighbours(of: Tensor.zeros([50, 3]), count: 49)
    #expect(Array(same.indices(of: 1)) == [0] + Array(2..<50))
  }

  @Test func anyNumberOfCoresGivesTheSameBits() throws {
    let points = try scatter(500, 7, seed: 6)
    let one = try nearestNeighbours(of: points, count: 9)
    let three = try nearestNeighbours(of: points, count: 9, cores: 3)
    #expect(one.indices == three.indices)
    #expect(bits(one.distances) == bits(three.distances))
    #expect(try bits(pairwiseDistances(points)) == bits(pairwiseDistances(points, cores: 2)))
  }

  @Test func whatHasNoNeighboursIsAnErrorThatSaysSo() throws {
    let points = try Tensor([[0], [1], [2]])
    #expect(throws: GeometryError.tooFewPoints(operation: "3 nearest neighbours", found: 3, needed: 4)) {
      try nearestNeighbours(of: points, count: 3)
    }
    #expect(throws: GeometryError.self) { try nearestNeighbours(of: points, count: .max) }
    for count in [0, -1, .min] {
      #expect(throws: GeometryError.self) { try nearestNeighbours(of: points, count: count) }
    }
    #expect(throws: ShapeError.self) { try nearestNeighbours(of: Tensor([1, 2, 3]), count: 1) }
    #expect(throws: ShapeError.self) { try pairwiseDistances(points, Tensor.zeros([2, 2])) }
    let broken = try Tensor([[0, 1], [2, .nan]])
    do {
      _ = try nearestNeighbours(of: broken, count: 1)
      Issue.record("NaN was taken for a coordinate")
    } catch let error as GeometryError {
      #expect(
        error.description
          == "nearest neighbours: the point in row 1 has the coordinate nan in column 1, "
          + "where finite numbers are needed")
    }
    #expect(try pairwiseDistances(Tensor.zeros([0, 3])).shape == [0, 0])
    #expect(try pairwiseDistances(Tensor.zeros([2, 0])) == Tensor.zeros([2, 2]))
  }

  @Test func trustworthinessIsThatOfScikitLearn() throws {
    // sklearn.manifold.trustworthiness(A, B, n_neighbors=k).
    let (points, layout) = (try scatter(60, 5, seed: 1), try scatter(60, 2, seed: 2))
    for (neighbours, expected) in [(1, 0.55), (5, 0.5221794871794871), (12, 0.5430053547523427)] {
      let trust = try trustworthiness(of: layout, for: points, neighbours: neighbours)
      #expect(abs(trust - expected) <= 2e-16)
    }
    let firstTwo = try Tensor((0..<60).map { [points[$0, 0], points[$0, 1]] })
    #expect(try abs(trustworthiness(of: firstTwo, for: points, cores: 2) - 0.7508333333333334) <= 2e-16)
    #expect(try trustworthiness(of: points, for: points) == 1)
    #expect(try trustworthiness(of: Tensor.zeros([9, 1]), for: Tensor.zeros([9, 2]), neighbours: 2) == 1)
    #expect(throws: GeometryError.self) { try trustworthiness(of: layout, for: points, neighbours: 30) }
    #expect(throws: ShapeError.self) { try trustworthiness(of: Tensor.zeros([59, 2]), for: points) }
  }
}
