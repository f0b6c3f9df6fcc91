import Mathematics
import Testing

@Suite struct InterpolationTests {
  private func randomPoints(_ count: Int, _ width: Int, seed: UInt64) throws -> Tensor {
    var generator = Xoshiro256StarStar(seed: seed)
    return try PointCloud.cube.points(count, dimension: width, using: &generator)
  }

  @Test(arguments: 1...5)
  func straightFunctionsAreMetExactly(width: Int) throws {
    let points = try randomPoints(200, width, seed: 1)
    func plane(_ place: ArraySlice<Double>) -> Double {
      place.enumerated().reduce(0.5) { $0 + Double($1.offset + 1) * $1.element }
    }
    let numbers = points.values
    let values = (0..<200).map { plane(numbers[$0 * width..<($0 + 1) * width]) }
    let places = AdditiveRecurrence(dimension: width).points(50)
    let found = try DelaunayInterpolation(points).values(values, at: places, cores: 2)
    var inside = 0
    for (index, value) in found.enumerated() where !value.isNaN {
      #expect(abs(value - plane(places[index * width..<(index + 1) * width])) <= 1e-10)
      inside += 1
    }
    #expect(inside >= 5 && found.count == 50)
  }

  @Test func theDiagonalIsDelaunays() throws {
    // The circle through the first three has the middle (½, ½) and the squared radius ½; the fourth, at the squared
    // distance 0.32, lies within. So the edge goes from the first to the fourth, on which the height rises from 0 to 1.
    let points = try Tensor([[0, 0], [1, 0], [0, 1], [0.9, 0.9]])
    let found = try DelaunayInterpolation(points).values([0, 0, 0, 1], at: [0.45, 0.45, 2, 2, -0.1, 0.5])
    #expect(abs(found[0] - 0.5) <= 1e-12)
    #expect(found[1].isNaN && found[2].isNaN)
  }

  @Test func simplicesHaveEmptyCircles() throws {
    let points = try randomPoints(14, 2, seed: 3)
    let values = (0..<14).map { Double($0 * $0 % 5) }
    let places = AdditiveRecurrence(dimension: 2).points(40)
    let found = try DelaunayInterpolation(points).values(values, at: places)
    var compared = 0
    for index in 0..<40 {
      guard let expected = Self.exhaustive(points, values, places[2 * index], places[2 * index + 1]) else {
        #expect(found[index].isNaN)
        continue
      }
      #expect(abs(found[index] - expected) <= 1e-10)
      compared += 1
    }
    #expect(compared >= 10)
  }

  /// The value on the triangle around a place whose circle has no point inside, among all triangles.
  private static func exhaustive(_ points: Tensor, _ values: [Double], _ x: Double, _ y: Double) -> Double? {
    let count = points.shape[0]
    func p(_ index: Int) -> (Double, Double) { (points[index, 0] - x, points[index, 1] - y) }
    func cross(_ a: (Double, Double), _ b: (Double, Double)) -> Double { a.0 * b.1 - a.1 * b.0 }
    for i in 0..<count {
      for j in i + 1..<count {
        for k in j + 1..<count {
          let parts = [cross(p(j), p(k)), cross(p(k), p(i)), cross(p(i), p(j))]
          let area = parts[0] + parts[1] + parts[2]
          guard parts.allSatisfy({ $0 * area > 0 }) else { continue }
          let squares = [i, j, k].map { p($0).0 * p($0).0 + p($0).1 * p($0).1 }
          let (a, b, c) = (p(i), p(j), p(k))
          let first = squares[0] * (b.1 - c.1) + squares[1] * (c.1 - a.1) + squares[2] * (a.1 - b.1)
          let second = squares[0] * (c.0 - b.0) + squares[1] * (a.0 - c.0) + squares[2] * (b.0 - a.0)
          let centre = (first / (2 * area), second / (2 * area))
          func square(_ q: (Double, Double)) -> Double {
            (q.0 - centre.0) * (q.0 - centre.0) + (q.1 - centre.1) * (q.1 - centre.1)
          }
          let others = (0..<count).filter { ![i, j, k].contains($0) }
          guard others.allSatisfy({ square(p($0)) > square(a) }) else { continue }
          return (parts[0] * values[i] + parts[1] * values[j] + parts[2] * values[k]) / area
        }
      }
    }
    return nil
  }

  @Test func aTorusIsThePlaneTiledWithCopies() throws {
    let points = try randomPoints(12, 2, seed: 4)
    let values = (0..<12).map { Double($0 * 7 % 5) }
    var (copies, tiled) = ([[Double]](), [Double]())
    for column in -2...2 {
      for row in -2...2 {
        for point in 0..<12 {
          copies.append([points[point, 0] + Double(column), points[point, 1] + Double(row)])
          tiled.append(values[point])
        }
      }
    }
    let places = AdditiveRecurrence(dimension: 2).points(60)
    let around = try DelaunayInterpolation(points, isPeriodic: true).values(values, at: places)
    let plane = try DelaunayInterpolation(Tensor(copies)).values(tiled, at: places)
    #expect(around.count == 60)
    for (one, other) in zip(around, plane) { #expect(abs(one - other) <= 1e-9) }
  }

  @Test(.timeLimit(.minutes(1))) func pointsInRowsEndTheSearch() throws {
    // Many simplices share a sphere; any of them will do, and none may hang.
    let rows = (0..<5).flatMap { x in (0..<5).map { y in [Double(x) / 4, Double(y) / 4] } }
    let values = rows.map { $0[0] + 2 * $0[1] }
    let places = AdditiveRecurrence(dimension: 2).points(30)
    let found = try DelaunayInterpolation(Tensor(rows)).values(values, at: places)
    for (index, value) in found.enumerated() {
      #expect(abs(value - places[2 * index] - 2 * places[2 * index + 1]) <= 1e-9)
    }
  }

  @Test func valuesThatDoNotFit() throws {
    let points = try randomPoints(10, 2, seed: 1)
    #expect(throws: ShapeError.self) { try DelaunayInterpolation(points).values([1], at: [0.5, 0.5]) }
    #expect(throws: ShapeError.self) {
      try DelaunayInterpolation(points).values(Array(repeating: 1, count: 10), at: [0.5])
    }
    #expect(throws: GeometryError.self) { try DelaunayInterpolation(Tensor.zeros([5, 7])) }
    // All in one place: nothing encloses any other.
    let found = try DelaunayInterpolation(Tensor.zeros([5, 2])).values([1, 1, 1, 1, 1], at: [0.5, 0.5])
    #expect(found[0].isNaN)
  }

  @Test(arguments: [(1, false), (2, false), (3, true), (4, true)])
  func cellsOfAGridAreCutIntoSimplices(dimension: Int, isPeriodic: Bool) throws {
    let grid = try GridInterpolation(dimension: dimension, intervals: 5, isPeriodic: isPeriodic)
    let places = AdditiveRecurrence(dimension: dimension).points(30)
    for start in stride(from: 0, to: places.count, by: dimension) {
      let place = Array(places[start..<start + dimension])
      let (coordinates, weights) = grid.vertices(around: place)
      #expect(weights.count == dimension + 1 && coordinates.count == dimension * weights.count)
      #expect(weights.allSatisfy { $0 >= 0 } && abs(weights.reduce(0, +) - 1) <= 1e-14)
      #expect(coordinates.allSatisfy { abs($0 * 5 - ($0 * 5).rounded()) <= 1e-12 })
      guard !isPeriodic else {
        #expect(coordinates.allSatisfy { $0 < 1 })
        continue
      }
      for axis in 0..<dimension {
        let mean = weights.indices.reduce(0) { $0 + weights[$1] * coordinates[$1 * dimension + axis] }
        #expect(abs(mean - place[axis]) <= 1e-14)
      }
    }
    let corner = grid.vertices(around: Array(repeating: 1, count: dimension))
    #expect(corner.coordinates.allSatisfy { 0 <= $0 && $0 <= 1 })
  }

  @Test func gridsWithoutIntervals() {
    #expect(throws: GeometryError.self) { try GridInterpolation(dimension: 0, intervals: 5) }
    #expect(throws: GeometryError.self) { try GridInterpolation(dimension: 2, intervals: 0) }
  }
}
