import Mathematics
import Testing

/// How often neighbours share a label.
@Suite struct NeighbourAgreementTests {
  private func agreement(_ places: [Double], _ labels: [Int], neighbours: Int) throws -> Double {
    let points = try Tensor(places, shape: [places.count, 1])
    return try neighbourAgreement(of: points, labels: labels, neighbours: neighbours)
  }

  @Test func sharesAreCountedOverTheNearest() throws {
    // Two groups of three on a line: the two nearest are of the same group.
    let places: [Double] = [0, 1, 2, 10, 11, 12]
    #expect(try agreement(places, [0, 0, 0, 1, 1, 1], neighbours: 2) == 1)
    // The third is always of the other group.
    #expect(abs(try agreement(places, [0, 0, 0, 1, 1, 1], neighbours: 3) - 2 / 3.0) < 1e-15)
    // Of a 0 1 0: both neighbours of the middle differ; of each end's two, one is alike.
    #expect(abs(try agreement([0, 1, 2.5], [0, 1, 0], neighbours: 2) - 1 / 3.0) < 1e-15)
  }

  @Test func equalDistancesCountInPart() throws {
    // All in one place: any one of the others, of which one in three is alike.
    #expect(abs(try agreement([5, 5, 5, 5], [0, 0, 1, 1], neighbours: 1) - 1 / 3.0) < 1e-15)
    // From 0: −1 and 1 are equally near, one of them alike. From −1 and from 1: 0 is nearest.
    #expect(abs(try agreement([0, -1, 1], [0, 0, 1], neighbours: 1) - (0.5 + 1 + 0) / 3) < 1e-15)
  }

  @Test func theOrderOfPointsDoesNotMatter() throws {
    var generator = Xoshiro256StarStar(seed: 4)
    let points = Tensor.normal([60, 3], using: &generator)
    let labels = (0..<60).map { $0 % 4 }
    let straight = try neighbourAgreement(of: points, labels: labels, neighbours: 7)
    let order = Array((0..<60).reversed())
    let turned = try neighbourAgreement(
      of: try points.rows(at: Tensor(order.map(Double.init))), labels: order.map { labels[$0] },
      neighbours: 7,
      cores: 2)
    #expect(abs(straight - turned) < 1e-15)
    #expect(straight > 0 && straight < 1)
  }

  @Test func whatCannotBeCounted() throws {
    let points = try Tensor([1, 2, 3], shape: [3, 1])
    #expect(throws: GeometryError.self) {
      try neighbourAgreement(of: points, labels: [0, 0, 0], neighbours: 3)
    }
    #expect(throws: GeometryError.self) {
      try neighbourAgreement(of: points, labels: [0, 0, 0], neighbours: 0)
    }
    #expect(throws: ShapeError.self) { try neighbourAgreement(of: points, labels: [0, 0], neighbours: 1) }
    #expect(throws: GeometryError.self) {
      try neighbourAgreement(of: try Tensor([1, .nan, 3], shape: [3, 1]), labels: [0, 0, 0], neighbours: 1)
    }
  }
}
