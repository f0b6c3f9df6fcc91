import Mathematics
import Testing

@Suite struct HalfPlaneTests {
  private func most(_ x: [Double], _ y: [Double], _ isPositive: [Bool]) throws -> Int {
    let border = try #require(HalfPlane.best(x: x, y: y, isPositive: isPositive))
    #expect(abs(border.normalX * border.normalX + border.normalY * border.normalY - 1) <= 1e-15)
    return border.countOfRight(x: x, y: y, isPositive: isPositive)
  }

  @Test func pointsThatALineCanTellApartAreToldApart() throws {
    #expect(try most([0, 1, 2, 3], [5, 5, 5, 5], [false, false, true, true]) == 4)
    #expect(try most([0, 0, 1, 1], [0, 1, 0, 1], [true, false, true, false]) == 4)
    #expect(try most([1], [1], [true]) == 1 && most([1], [1], [false]) == 1)
    #expect(try most([1, 2, 3], [0, 1, -4], [true, true, true]) == 3)
    #expect(HalfPlane.best(x: [], y: [], isPositive: []) == nil)
  }

  /// Exclusive or: no line does better than three of four (Minsky and Papert 1969).
  @Test func exclusiveOrIsThreeQuarters() throws {
    #expect(try most([0, 0, 1, 1], [0, 1, 0, 1], [false, true, true, false]) == 3)
  }

  @Test func placesThatAreSharedCountOnceForEachPoint() throws {
    // At one place two of three are positive: the best is to lose the third.
    #expect(try most([0, 0, 0, 1], [0, 0, 0, 0], [true, true, false, false]) == 3)
    #expect(try most([0, 0, 0, 0], [0, 0, 0, 0], [true, false, false, false]) == 3)
  }

  @Test func pointsInLineWithEachOtherDoNoHarm() throws {
    // + − + on a line: one is lost, however the line is turned.
    #expect(try most([0, 1, 2], [0, 1, 2], [true, false, true]) == 2)
    #expect(try most([0, 0.1, 0.2, 0.3, 0.4], [0, 0, 0, 0, 0], [true, true, false, false, true]) == 4)
  }

  /// The same as trying a line just beside every pair of points, on both sides and turned both ways.
  @Test(arguments: 1...20)
  func nothingIsBetterByTryingEveryPair(seed: Int) throws {
    var generator = Xoshiro256StarStar(seed: UInt64(seed))
    let count = 12
    let x = (0..<count).map { _ in generator.uniform(from: -1, to: 1) }
    let y = (0..<count).map { _ in generator.uniform(from: -1, to: 1) }
    let isPositive = (0..<count).map { _ in generator.uniform() < 0.5 }
    var most = 0
    for first in 0..<count {
      for second in 0..<count where second != first {
        for (tilt, shift) in [(1e-9, 1e-12), (1e-9, -1e-12), (-1e-9, 1e-12), (-1e-9, -1e-12)] {
          let (dx, dy) = (x[second] - x[first], y[second] - y[first])
          let (normalX, normalY) = (-(dy + tilt * dx), dx - tilt * dy)
          let offset = normalX * x[first] + normalY * y[first] + shift
          let right = (0..<count).count { (normalX * x[$0] + normalY * y[$0] > offset) == isPositive[$0] }
          most = max(most, right)
        }
      }
    }
    #expect(try self.most(x, y, isPositive) == max(most, isPositive.count { $0 }, isPositive.count { !$0 }))
  }
}
